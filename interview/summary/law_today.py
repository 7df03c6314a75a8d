"""The law on the day, and the days that run: what is true now, deadlines, and the court's word."""

import datetime
from collections.abc import Iterable, Iterator

from interview.content import Deadline, Event, Timeline
from interview.rules import dates
from interview.screening import DeadlineOn, event_id, latest_event
from interview.summary.blocks import Card, Section
from interview.summary.context import SummaryContext

# A deadline that is so many days away, or fewer, is never in a fold.
NEAR = 30


def today_section(context: SummaryContext) -> Section | None:
    """What is true on the day for these flags, or None where nothing is told."""
    cards = tuple(_event_card(context, *found) for found in _events(context))
    if not cards:
        return None
    return Section("today", context.say(context.headings.today), cards=cards)


def _events(context: SummaryContext) -> Iterator[tuple[Timeline, Event]]:
    named = {
        event_id(timeline, event): (timeline, event)
        for timeline in context.content.law.timelines
        for event in timeline.events
    }
    return (named[name] for name in context.result.today)


def _event_card(context: SummaryContext, timeline: Timeline, event: Event) -> Card:
    name = event_id(timeline, event)
    return Card(
        kind="event",
        id=name,
        title=context.say(timeline.name),
        line=context.fill(context.labels.since, event.date),
        paragraphs=(context.say(event.event), _effect(context, event)),
        source=context.source(event),
        data={"event": name},
    )


def _effect(context: SummaryContext, event: Event) -> str:
    """What an event means, in the words for this person."""
    return next(iter(context.said_for(event.where)), context.say(event.effect))


def notes(context: SummaryContext, beside: str) -> tuple[str, ...]:
    """Say the notes that fit, of those that stand beside one thing; none that is told above."""
    told = {timeline.id for timeline, _ in _events(context)}
    return tuple(
        next(iter(context.said_for(note.where)), context.say(note.text))
        for note in context.content.notes
        if note.id in context.result.notes and note.beside == beside and note.told_by not in told
    )


def effects_of(context: SummaryContext, timelines: Iterable[str]) -> tuple[str, ...]:
    """Say what the latest event of each timeline means, with its day."""
    found = (latest_event(context.timelines[name], context.result.as_of) for name in timelines)
    return tuple(
        f"{context.tongue.date(event.date)}: {_effect(context, event)}"
        for event in found
        if event is not None
    )


def deadline_section(context: SummaryContext) -> Section | None:
    """The days that run for this person, or None where none is to be told."""
    found = tuple(_deadline_card(context, *one) for one in deadlines_found(context))
    told = tuple(card for card in found if card)
    if not told:
        return None
    intro = (context.say(context.headings.deadlines_intro),)
    title = context.say(context.headings.deadlines)
    return Section("deadlines", title, paragraphs=intro, cards=told)


def deadlines_found(context: SummaryContext) -> Iterator[tuple[Deadline, DeadlineOn]]:
    """Yield the deadlines that run or may run, each with its day, in the order of the result."""
    by_id = {deadline.id: deadline for deadline in context.content.deadlines}
    return ((by_id[found.id], found) for found in context.result.deadlines)


def _deadline_card(context: SummaryContext, deadline: Deadline, found: DeadlineOn) -> Card | None:
    """What is said of one: ahead by its last safe day, or that it may be over.

    One that is near, or may be over, has no line: all of it stands open.
    """
    if deadline.sheet_only:
        return None
    today = dates.day(context.result.as_of).first
    is_past = found.date.first < today
    day = found.date.last if deadline.said_by_last_day and not is_past else found.date.first
    text = context.say(deadline.passed if is_past else deadline.ahead)
    is_near = found.date.first <= today + NEAR
    line = "" if is_near else context.say(context.labels.on_or_about)
    said = day_in_words(context, day)
    return Card(
        kind="deadline",
        id=deadline.id,
        title=context.say(deadline.name),
        line=line.format(date=said),
        paragraphs=(text.format(date=said),),
        data={"deadline": deadline.id},
    )


def day_ahead(context: SummaryContext, deadline_id: str | None) -> str:
    """The first day of a deadline that is ahead, in words; an empty text where there is none."""
    today = dates.day(context.result.as_of).first
    return next(
        (
            day_in_words(context, found.date.first)
            for found in context.result.deadlines
            if found.id == deadline_id and found.date.first >= today
        ),
        "",
    )


def day_in_words(context: SummaryContext, ordinal: int) -> str:
    """A day in words; one past the calendar as it is written."""
    if ordinal > datetime.date.max.toordinal():
        return dates.written(ordinal)
    return context.tongue.date(datetime.date.fromordinal(ordinal))


def circuit_text(context: SummaryContext) -> str:
    """What the appeals court over the place of custody has said of bond, or an empty text.

    Those of whom the courts did not speak are told so in its place.
    """
    found = context.result.circuit
    circuits = context.content.circuits
    if found is None:
        return ""
    if not context.holds(circuits.applies):
        return next(iter(context.said_for(circuits.others)), "")
    name = next(circuit.name for circuit in circuits.circuits if circuit.court == found.court)
    text = context.say(circuits.texts[found.bond])
    said = text.format(court=context.say(name), date=context.tongue.date(found.since))
    known = context.result.answers.answer(circuits.place_of_custody) is not None
    doubt = () if known else (context.say(circuits.if_place_not_known),)
    decided = [one for one in circuits.decisions if (one.court, one.date) == found[::2]]
    beside = context.say_all(one.beside for one in decided if one.beside)
    return " ".join((*doubt, said, *beside))
