"""The sheet for a lawyer: one page of flags, dates, what to ask about, presence, rules in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from interview.content import Deadline, Direction, Flag, Lane, Question, Relief, Text
from interview.languages import Tongue
from interview.rules import UNKNOWN, YES, Answer, Interval, dates, facts
from interview.screening import DeadlineOn, Result, Screening
from interview.summary.context import SummaryContext
from interview.summary.law_today import circuit_text, day_in_words, deadlines_found
from interview.summary.presence import Year, years_here
from interview.summary.sheet_rules import (
    Discretion,
    PriorityList,
    ProgramLine,
    discretion,
    priority_list,
    program_lines,
)
from interview.summary.sheet_sources import SheetSources, sheet_sources

_NOTHING: tuple[Answer, ...] = ("no", frozenset())


@dataclass(frozen=True)
class AnswerLine:
    """An answer: what was asked in a few words, and what was answered."""

    what: str
    answer: str


@dataclass(frozen=True)
class DatedLine:
    """A date in words, and everything that happened then."""

    date: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class FlagLine:
    """A flag: how urgent, its name, the answers behind it, and its id."""

    id: str
    urgency: str
    is_now: bool
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
    priorities: PriorityList | None
    discretion: Discretion
    others: tuple[AnswerLine, ...]
    answered_no: tuple[str, ...]
    sources: SheetSources = field(repr=False)


def lawyer_sheet(screening: Screening, result: Result, tongue: Tongue) -> LawyerSheet:
    """Return the sheet of a result in one language and voice."""
    context = SummaryContext(screening, result, tongue, is_for_lawyer=True)
    content = context.content
    lane = next(lane for lane in content.wording.lanes if lane.id == result.lane)
    asked = [q for q in screening.path.asked(result.answers) if q.unsure]
    answers = {q.id: result.answers.answer(q.id) for q in asked}
    return LawyerSheet(
        language=tongue.language,
        direction=tongue.direction,
        words=_words(context),
        lane=lane.id,
        lane_words=context.say(lane.chip),
        dates=_dates(context),
        banner=context.banner(),
        flags=tuple(_flag(context, flag) for flag in context.raised()),
        no_flags=context.say(context.headings.no_flags),
        deadlines=tuple(_deadline(context, *found) for found in deadlines_found(context)),
        by_date=_by_date(context, asked, answers),
        relief=tuple(_relief(context, one) for one in _reliefs(context, "yes")),
        maybe_relief=tuple(_relief(context, one) for one in _reliefs(context, "unknown")),
        not_sure=_not_sure(context, asked, answers),
        place=_place(context),
        circuit=circuit_text(context),
        presence=years_here(context),
        programs=program_lines(context),
        priorities=priority_list(context),
        discretion=discretion(context),
        others=tuple(_others(context, asked, answers)),
        answered_no=_answered_no(context, asked, answers),
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
    behind = context.behind(flag.rule)
    return FlagLine(flag.id, urgency, flag.urgency == "now", context.say(flag.name), behind)


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


def _by_date(
    context: SummaryContext, asked: list[Question], answers: dict[str, Answer]
) -> tuple[DatedLine, ...]:
    """The dated facts, the earliest first; of the same day, in the order of asking."""
    dated = [(q, given) for q in asked if isinstance(given := answers[q.id], Interval)]
    dated.sort(key=lambda entry: entry[1].first)
    named: dict[str, list[str]] = {}
    for question, given in dated:
        named.setdefault(context.phrasing.date(given), []).append(context.say(question.short))
    return tuple(DatedLine(date, tuple(names)) for date, names in named.items())


def _reliefs(context: SummaryContext, wanted: str) -> Iterator[Relief]:
    """What is worth asking about: where these answers bring it up, or leave it open."""
    truth = {"yes": YES, "unknown": UNKNOWN}[wanted]
    for one in context.content.reliefs:
        if context.screening.truth(one.rule, context.result) is truth:
            yield one


def _relief(context: SummaryContext, one: Relief) -> ReliefLine:
    text = " ".join((context.say(one.text), *context.said_for(one.also)))
    return ReliefLine(one.id, context.say(one.name), text)


def _not_sure(
    context: SummaryContext, asked: list[Question], answers: dict[str, Answer]
) -> tuple[str, ...]:
    """First what could change the result, then every other answer that is not known."""
    unsure = [q.id for q in asked if answers[q.id] is None]
    names = dict.fromkeys([*context.result.missing, *unsure])
    return tuple(context.say(context.questions[name].short) for name in names)


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


def _others(
    context: SummaryContext, asked: list[Question], answers: dict[str, Answer]
) -> Iterator[AnswerLine]:
    """Answers other than no and dates, but for those that another part of the sheet says."""
    left_out = _told(context) | _quiet(context)
    for question in asked:
        given = answers[question.id]
        if given is None or given in _NOTHING or isinstance(given, Interval):
            continue
        if question.id not in left_out:
            yield AnswerLine(context.say(question.short), context.answer(question))


def _told(context: SummaryContext) -> set[str]:
    """The facts that stand behind a flag, among the good factors, or elsewhere on the sheet."""
    told = {fact for flag in context.raised() for fact in context.behind_facts(flag.rule)}
    good = (f for f in context.content.factors.positive if f.id in context.result.positive)
    told |= {factor.lists for factor in good if factor.lists}
    return told | set(context.content.sheet.told_elsewhere)


def _quiet(context: SummaryContext) -> set[str]:
    """The facts whose answers say that there is nothing."""
    found = (one for one in context.content.sheet.says_nothing if context.holds(one))
    return {fact for condition in found for fact in facts(condition)}


def _answered_no(
    context: SummaryContext, asked: list[Question], answers: dict[str, Answer]
) -> tuple[str, ...]:
    quiet = _quiet(context)
    return tuple(
        context.say(q.short) for q in asked if answers[q.id] in _NOTHING or q.id in quiet
    )
