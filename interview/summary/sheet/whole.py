"""The sheet for a lawyer: one page of flags, dates, what to ask about, presence, rules in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from interview.content import Deadline, Direction, Flag, Lane, Relief, Text
from interview.languages import Tongue
from interview.rules import UNKNOWN, YES, Interval, Truth, dates
from interview.screening import DeadlineOn, Result, Screening
from interview.summary.context import SummaryContext, client_context
from interview.summary.law_today import circuit_text, day_in_words, deadlines_found
from interview.summary.sheet.answers import AnswerLine, DatedLine, GivenAnswers
from interview.summary.sheet.presence import Year, years_here
from interview.summary.sheet.rules import (
    Discretion,
    PriorityList,
    ProgramLine,
    discretion,
    priority_list,
    program_lines,
)
from interview.summary.sheet.sources import SheetSources, sheet_sources


@dataclass(frozen=True)
class FlagLine:
    """A flag: how urgent, its name, the answers behind it, and its id."""

    id: str
    urgency: str
    name: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class DeadlineLine:
    """A deadline: its day or its days, its name, how far ahead, and what stands beside it."""

    id: str
    date: str
    name: str
    when: str
    beside: str


@dataclass(frozen=True)
class ReliefLine:
    """Something worth asking about, and why these answers bring it up."""

    id: str
    name: str
    text: str


@dataclass(frozen=True)
class LawyerSheet:
    """Everything on the sheet, in the order of reading; `words` are its fixed words."""

    language: str
    direction: Direction
    words: dict[str, str]
    lane: Lane
    lane_words: str
    dates: tuple[str, ...]
    banner: str
    flags: tuple[FlagLine, ...]
    no_flags: str
    deadlines: tuple[DeadlineLine, ...]
    by_date: tuple[DatedLine, ...]
    relief: tuple[ReliefLine, ...]
    maybe_relief: tuple[ReliefLine, ...]
    not_sure: tuple[str, ...]
    place: str
    circuit: str
    presence: tuple[tuple[Year, ...], ...]
    programs: tuple[ProgramLine, ...]
    no_promise: str
    priorities: PriorityList | None
    discretion: Discretion
    others: tuple[AnswerLine, ...]
    answered_no: tuple[str, ...]
    sources: SheetSources = field(repr=False)


def lawyer_sheet(screening: Screening, result: Result, tongue: Tongue) -> LawyerSheet:
    """Return the sheet of a result in one language; a lawyer reads of the person, not to them."""
    context = client_context(screening, result, tongue)
    content = context.content
    lane = next(lane for lane in content.wording.lanes if lane.id == result.lane)
    given = GivenAnswers(context)
    return LawyerSheet(
        language=tongue.language,
        direction=tongue.direction,
        words=_words(context) | {"prepared": tongue.say(content.pages.lawyer.prepared)},
        lane=lane.id,
        lane_words=context.say(lane.chip),
        dates=_dates(context),
        banner=context.banner(),
        flags=tuple(_flag(context, flag) for flag in context.raised()),
        no_flags=context.say(context.headings.no_flags),
        deadlines=tuple(_deadline(context, *found) for found in deadlines_found(context)),
        by_date=given.by_date(),
        relief=tuple(_relief(context, one) for one in _reliefs(context, YES)),
        maybe_relief=tuple(_relief(context, one) for one in _reliefs(context, UNKNOWN)),
        not_sure=given.not_sure(),
        place=_place(context),
        circuit=circuit_text(context),
        presence=years_here(context),
        programs=program_lines(context),
        no_promise=_no_promise(context),
        priorities=priority_list(context),
        discretion=discretion(context),
        others=given.others(),
        answered_no=given.noes(),
        sources=sheet_sources(context),
    )


def _words(context: SummaryContext) -> dict[str, str]:
    """The fixed words, with the number of dates that run."""
    page = context.content.pages.lawyer
    said = {name: context.say(text) for name, text in page if isinstance(text, Text)}
    said["dates_run"] = said["dates_run"].format(count=len(context.result.deadlines))
    return said


def _dates(context: SummaryContext) -> tuple[str, ...]:
    """The day of the page, and of the last legal check."""
    checked = context.content.law.last_legal_check
    return (
        context.fill(context.content.wording.made_on, context.result.as_of),
        context.fill(context.content.pages.lawyer.checked, checked),
    )


def _flag(context: SummaryContext, flag: Flag) -> FlagLine:
    urgency = context.say(getattr(context.content.pages.lawyer, flag.urgency))
    name = context.say(flag.name)
    # Some are called as their question is: once is enough.
    behind = tuple(text.removeprefix(f"{name}: ") for text in context.behind(flag.rule))
    return FlagLine(flag.id, urgency, name, behind)


def _deadline(context: SummaryContext, deadline: Deadline, found: DeadlineOn) -> DeadlineLine:
    days = dict.fromkeys((found.date.first, found.date.last))
    date = " – ".join(day_in_words(context, day) for day in days)
    beside = " ".join(context.say_all([deadline.beside] if deadline.beside else []))
    name = context.say(deadline.name)
    return DeadlineLine(deadline.id, date, name, _when(context, found.date), beside)


def _when(context: SummaryContext, date: Interval) -> str:
    """How far ahead the first day is; or that it has passed, or may have."""
    words, today = context.content.pages.lawyer, dates.day(context.result.as_of).first
    if date.first > today:
        return context.say(words.ahead).format(count=date.first - today)
    if date.last < today:
        return context.say(words.past)
    return context.say(words.is_today if date.is_one_day else words.maybe_past)


def _reliefs(context: SummaryContext, truth: Truth) -> Iterator[Relief]:
    """What is worth asking about: where these answers bring it up, or leave it open."""
    for one in context.content.reliefs:
        if context.screening.truth(one.rule, context.result) is truth:
            yield one


def _relief(context: SummaryContext, one: Relief) -> ReliefLine:
    text = " ".join((context.say(one.text), *context.said_for(one.also)))
    return ReliefLine(one.id, context.say(one.name), text)


def _no_promise(context: SummaryContext) -> str:
    """What is said of every match; an empty text where there is none."""
    is_there = "matches" in context.result.programs.values()
    return context.say(context.content.pages.lawyer.no_promise) if is_there else ""


def _place(context: SummaryContext) -> str:
    """The state of custody, or of the home, with the appeals court over it."""
    circuits, words = context.content.circuits, context.content.pages.lawyer
    for fact, label in ((circuits.place_of_custody, words.held), (circuits.otherwise, words.place)):
        state = context.result.answers.answer(fact)
        if isinstance(state, str):
            named = f"{context.say(label)}: {context.answer(context.questions[fact])}"
            courts = [context.say(c.name) for c in circuits.circuits if state in c.states]
            return ", ".join((named, *courts)) + "."
    return ""
