"""What two editions say or list differently, without anything to prove: texts, status, sources."""

import datetime
from collections.abc import Iterator
from dataclasses import fields

from interview.authoring.crowd import answerable
from interview.content import Content, Model, Text
from interview.languages import named, texts_over_time, without_context
from interview.loading import walk
from interview.rules import Condition
from interview.screening import status_on


def text_changes(old: Content, new: Content) -> Iterator[str]:
    """Yield a line for each text that is new, gone or said differently."""
    before, after = _by_place(old), _by_place(new)
    for place in dict.fromkeys((*before, *after)):
        was, now = before.get(place, []), after.get(place, [])
        gone = [text for text in was if text not in now]
        come = [text for text in now if text not in was]
        for text in gone:
            yield f"{place}: - {text}"
        for text in come:
            yield f"{place}: + {text}"


def _by_place(content: Content) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for known_by, place, since, _ in texts_over_time(content):
        text = without_context(known_by)
        said = text if since == datetime.date.min else f"(from {since}) {text}"
        found.setdefault(place, []).append(said)
    return found


def status_changes(old: Content, new: Content) -> Iterator[str]:
    """Yield a line for each day from which a program or memo has another status."""
    before = {timeline.id: timeline for timeline in old.law.timelines}
    for timeline in new.law.timelines:
        earlier = before.get(timeline.id)
        if earlier is None:
            yield f"{timeline.id}: a new timeline"
            continue
        last = None
        for day in sorted({event.date for event in (*earlier.events, *timeline.events)}):
            pair = (status_on(earlier, day), status_on(timeline, day))
            if pair[0] != pair[1] and pair != last:
                yield f"{timeline.id}: from {day}: {pair[0]} -> {pair[1]}"
            last = pair


def listing_changes(old: Content, new: Content) -> Iterator[str]:
    """Yield a line for what is asked or listed otherwise, and so cannot be compared in people."""
    before = {question.id: (question.type, values) for question, values in answerable(old)}
    after = {question.id: (question.type, values) for question, values in answerable(new)}
    for fact in dict.fromkeys((*before, *after)):
        if fact not in after:
            yield f"question {fact}: is no longer asked"
        elif fact not in before:
            yield f"question {fact}: is new"
        elif before[fact][0] != after[fact][0]:
            yield f"question {fact}: type {before[fact][0]} -> {after[fact][0]}; taken as not known"
        else:
            yield from _values(fact, before[fact][1], after[fact][1])
    for name, program in new.programs.items():
        if name in old.programs and old.programs[name].criteria != program.criteria:
            yield f"program {name}: lists other criteria, or in another order"


def _values(fact: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    for value in before:
        if value not in after:
            yield f"question {fact}: no longer takes {value}; nobody with it is compared"
    for value in after:
        if value not in before:
            yield f"question {fact}: now takes {value}; nobody with it is compared"


def other_changes(old: Content, new: Content) -> Iterator[str]:
    """Yield a line for each thing of the content that is neither a text nor proved in people."""
    before, after = _settings(old), _settings(new)
    for place in dict.fromkeys((*before, *after)):
        was, now = before.get(place, []), after.get(place, [])
        if was != now:
            gone = [value for value in was if value not in now]
            come = [value for value in now if value not in was]
            # Where only the order or the number differs, the whole is shown.
            pair = (gone, come) if gone or come else (was, now)
            yield f"{place}: {_shown(pair[0])} -> {_shown(pair[1])}"


def _settings(content: Content) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field in fields(content):
        for place, value in walk(getattr(content, field.name), (field.name,)):
            is_proved = isinstance(value, Condition) and field.name not in _NOT_PROVED
            if isinstance(value, Text | Model | tuple | dict) or value is None or is_proved:
                continue
            found.setdefault(named(content, place), []).append(str(value))
    return found


# Whose conditions decide only what a page shows or asks back.
_NOT_PROVED = ("detention", "oddities")


def _shown(values: list[str]) -> str:
    text = ", ".join(values) or "(not there)"
    return text if len(text) <= 100 else f"{text[:100]}…"
