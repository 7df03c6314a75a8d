"""The coordinator's board: people by state, waits in wide ranges, what hangs, and the pace."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from interview.content import Desk, QueueRule
from interview.desk.queue.hanging import Hanging
from interview.desk.queue.pace import Pace
from interview.desk.tallies import urgency_of
from interview.desk.tickets import Ticket

_QUARTER = 15


@dataclass(frozen=True)
class Range:
    """A wait, told as wide as the rule says; minutes."""

    low: int
    high: int


@dataclass(frozen=True)
class Wait:
    """How long those of an urgency wait who wait now: half of them, and one in ten longer than."""

    urgency: str
    people: int
    half: Range | None
    tenth: Range | None


@dataclass(frozen=True)
class Board:
    """The queue at one moment; `arrivals` are those of each quarter of an hour, in order."""

    by_state: dict[str, int]
    waits: tuple[Wait, ...]
    longest: Range | None
    arrivals: tuple[int, ...]
    hanging: tuple[Hanging, ...]
    pace: Pace
    dead_cards: tuple[int, ...]


def board(
    desk: Desk,
    tickets: Sequence[Ticket],
    arrived: Sequence[datetime.datetime],
    hanging: tuple[Hanging, ...],
    pace: Pace,
    dead_cards: tuple[int, ...],
    now: datetime.datetime,
) -> Board:
    """Put the board together."""
    waits = {urgency: _waits(desk.queue, tickets, urgency, now) for urgency in desk.queue.worth}
    every = sorted(minute for each in waits.values() for minute in each)
    return Board(
        by_state={
            state.id: Counter(ticket.state for ticket in tickets)[state.id]
            for state in desk.moves.states
        },
        waits=tuple(_wait(desk.queue, urgency, each) for urgency, each in waits.items()),
        longest=_range(desk.queue, every, 1.0),
        arrivals=_by_quarter(arrived),
        hanging=hanging,
        pace=pace,
        dead_cards=dead_cards,
    )


def _waits(
    rule: QueueRule, tickets: Sequence[Ticket], urgency: str, now: datetime.datetime
) -> list[int]:
    return sorted(
        int((now - ticket.ready).total_seconds()) // 60
        for ticket in tickets
        if ticket.state == "waiting" and ticket.ready and _urgency(rule, ticket) == urgency
    )


def _urgency(rule: QueueRule, ticket: Ticket) -> str:
    assert ticket.ready is not None and ticket.due is not None
    ready, due = (int(one.timestamp()) // 60 for one in (ticket.ready, ticket.due))
    return urgency_of(rule, ticket.rank, ready, due)


def _wait(rule: QueueRule, urgency: str, waits: list[int]) -> Wait:
    return Wait(urgency, len(waits), _range(rule, waits, 0.5), _range(rule, waits, 0.9))


def _range(rule: QueueRule, waits: list[int], share: float) -> Range | None:
    if not waits:
        return None
    low = waits[int(share * (len(waits) - 1))] // rule.range_minutes * rule.range_minutes
    return Range(low, low + rule.range_minutes)


def _by_quarter(arrived: Sequence[datetime.datetime]) -> tuple[int, ...]:
    if not arrived:
        return ()
    first = min(arrived)
    quarters = Counter(int((one - first).total_seconds()) // 60 // _QUARTER for one in arrived)
    return tuple(quarters[number] for number in range(max(quarters) + 1))
