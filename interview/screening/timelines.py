"""How a program, the priorities and a memo stood on a date."""

import datetime
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from interview.content import Content, Event, MemoEvent, MemoStatus, Status, Timeline


def event_on(timeline: Timeline, as_of: datetime.date) -> Event | None:
    """Return the latest event with a headline on or before a date, or None before the first."""
    headed = [event for event in timeline.events if event.headline is not None]
    number = bisect_right([event.date for event in headed], as_of)
    return headed[number - 1] if number else None


def latest_event(timeline: Timeline, as_of: datetime.date) -> Event | None:
    """Return the latest event on or before a date, or None before the first."""
    number = bisect_right([event.date for event in timeline.events], as_of)
    return timeline.events[number - 1] if number else None


def status_on(timeline: Timeline, as_of: datetime.date) -> Status | None:
    """Return the status of a program or memo on a date, or None before its first event."""
    settled = [event for event in timeline.events if event.status is not None]
    number = bisect_right([event.date for event in settled], as_of)
    return settled[number - 1].status if number else None


def memo_status_on(statuses: tuple[MemoEvent, ...], as_of: datetime.date) -> MemoEvent | None:
    """Return how a memo stood on a date, or None before it was issued."""
    number = bisect_right([event.date for event in statuses], as_of)
    return statuses[number - 1] if number else None


class TodayBook:
    """What is true as of a day: the latest event of each timeline that a raised flag names."""

    def __init__(self, content: Content) -> None:
        timelines = {timeline.id: timeline for timeline in content.law.timelines}
        self._of_flag = {
            flag.id: tuple(timelines[name] for name in flag.timelines) for flag in content.flags
        }

    def of(self, raised: Iterable[str], as_of: datetime.date) -> tuple[str, ...]:
        """Return the ids of the events, TIMELINE/DATE, in the order of the flags, each once."""
        found: dict[str, None] = {}
        for flag in raised:
            for timeline in self._of_flag[flag]:
                if event := latest_event(timeline, as_of):
                    found[event_id(timeline, event)] = None
        return tuple(found)


def event_id(timeline: Timeline, event: Event) -> str:
    """Return the name of an event: its timeline and its day."""
    return f"{timeline.id}/{event.date}"


class Statuses:
    """The status of each program, of the priorities and of each memo, by date."""

    def __init__(self, content: Content) -> None:
        timelines = {timeline.id: timeline for timeline in content.law.timelines}
        self._timelines = {p.id: timelines[p.timeline] for p in content.programs.values()}
        self._begins = {name: line.events[0].date for name, line in self._timelines.items()}
        self._timelines["priorities"] = timelines[content.priorities.timeline]
        self._memos = {memo.id: memo.statuses for memo in content.memos}
        self.on = lru_cache(maxsize=1_024)(self._on)
        self.of_memos_on = lru_cache(maxsize=1_024)(self._of_memos_on)

    def _on(self, as_of: datetime.date) -> dict[str, Status | None]:
        return {
            name: status_on(timeline, as_of)
            for name, timeline in self._timelines.items()
            if name not in self._begins or self._begins[name] <= as_of
        }

    def _of_memos_on(self, as_of: datetime.date) -> dict[str, MemoStatus | None]:
        found = {memo: memo_status_on(s, as_of) for memo, s in self._memos.items()}
        return {memo: event.status if event else None for memo, event in found.items()}
