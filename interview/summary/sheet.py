"""One page to bring to a lawyer: dated facts, flags and rules with their ids, what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview.content import Flag, Ground, Question
from interview.languages import Tongue
from interview.rules import NO, UNKNOWN, YES, Answer, Interval, Truth
from interview.screening import Result, Screening
from interview.summary.context import SummaryContext
from interview.summary.discretion import points
from interview.summary.law_today import circuit_text, deadlines_for_a_lawyer

_NOTHING: tuple[Answer, ...] = ("no", frozenset())


@dataclass(frozen=True)
class Fact:
    """An answer: what was asked in a few words, and what was answered."""

    what: str
    answer: str


@dataclass(frozen=True)
class Dated:
    """A date in words, and everything that happened then."""

    date: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class RuleFound:
    """A flag, a ground or a criterion: its id and its words.

    `note` says how urgent or how sure it is, `because` what stands behind it. A rule of many that
    came out alike has no `source` of its own: the page has room for one beside all of them.
    """

    id: str
    text: str
    note: str = ""
    because: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Alike:
    """Rules that came out alike: how, and which."""

    mark_words: str
    rules: tuple[RuleFound, ...]


@dataclass(frozen=True)
class ProgramFound:
    """A program, its status on the day, and where its rules are written."""

    name: str
    status: str
    source: str


@dataclass(frozen=True)
class LawyerSheet:
    """Everything on the sheet, in the order of reading."""

    lane: str
    dates: tuple[str, ...]
    banner: str
    by_date: tuple[Dated, ...]
    deadlines: tuple[tuple[str, str], ...]
    circuit: str
    others: tuple[Fact, ...]
    answered_no: tuple[str, ...]
    flags: tuple[RuleFound, ...]
    grounds: tuple[RuleFound, ...]
    possible: Alike
    programs: tuple[ProgramFound, ...]
    criteria: tuple[Alike, ...]
    not_sure: tuple[str, ...]
    points: tuple[RuleFound, ...]


def lawyer_sheet(screening: Screening, result: Result, tongue: Tongue) -> LawyerSheet:
    """Return the sheet of a result in one language and voice."""
    context = SummaryContext(screening, result, tongue, is_for_lawyer=True)
    asked = [q for q in screening.path.answered(result.answers) if q.unsure]
    answers = {q.id: result.answers.answer(q.id) for q in asked}
    known = [q for q in asked if not isinstance(answers[q.id], Interval | None)]
    lanes = context.content.wording.lanes
    return LawyerSheet(
        lane=next(context.say(lane.chip) for lane in lanes if lane.id == result.lane),
        dates=context.dates(),
        banner=context.banner(),
        by_date=_by_date(context, asked, answers),
        deadlines=deadlines_for_a_lawyer(context),
        circuit=circuit_text(context),
        others=tuple(_fact(context, q) for q in _others(context, known, answers)),
        answered_no=tuple(context.say(q.short) for q in known if answers[q.id] in _NOTHING),
        flags=_flags(context),
        grounds=_grounds(context),
        possible=_possible(context),
        programs=_programs(context),
        criteria=tuple(_criteria(context, truth) for truth in (NO, UNKNOWN, YES)),
        not_sure=_not_sure(context, asked, answers),
        points=_points(context),
    )


def _by_date(
    context: SummaryContext, asked: list[Question], answers: dict[str, Answer]
) -> tuple[Dated, ...]:
    """The dated facts, the earliest first; of the same day, in the order of asking."""
    dated = [(q, given) for q in asked if isinstance(given := answers[q.id], Interval)]
    dated.sort(key=lambda entry: entry[1].first)
    facts: dict[str, list[str]] = {}
    for question, given in dated:
        facts.setdefault(context.phrasing.date(given), []).append(context.say(question.short))
    return tuple(Dated(date, tuple(names)) for date, names in facts.items())


def _others(
    context: SummaryContext, known: list[Question], answers: dict[str, Answer]
) -> Iterator[Question]:
    """Answers other than no; one that stands behind a flag is left out, unless it is a list."""
    behind = {fact for flag in context.raised() for fact in context.behind_facts(flag.rule)}
    for question in known:
        given = answers[question.id]
        is_list = isinstance(given, frozenset)
        if given not in _NOTHING and (is_list or question.id not in behind):
            yield question


def _fact(context: SummaryContext, question: Question) -> Fact:
    return Fact(context.say(question.short), context.answer(question))


def _flags(context: SummaryContext) -> tuple[RuleFound, ...]:
    return tuple(
        _rule(context, flag, context.label("urgency", flag.urgency)) for flag in context.raised()
    )


def _grounds(context: SummaryContext) -> tuple[RuleFound, ...]:
    """The grounds of the 2014 list that hold."""
    found, holds = context.result.grounds, context.label("truth", YES.value)
    grounds = context.content.priorities.grounds
    return tuple(_rule(context, ground, holds) for ground in grounds if found[ground.id] is YES)


def _rule(context: SummaryContext, item: Flag | Ground, note: str) -> RuleFound:
    behind, source = context.behind(item.rule), context.source(item)
    return RuleFound(item.id, context.say(item.name), note, behind, source)


def _possible(context: SummaryContext) -> Alike:
    """The grounds that may hold: what is not known of them stands in the list of that."""
    grounds = context.content.priorities.grounds
    found = [g for g in grounds if context.result.grounds[g.id] is UNKNOWN]
    words = context.label("truth", UNKNOWN.value)
    return Alike(words, tuple(RuleFound(g.id, context.say(g.name)) for g in found))


def _points(context: SummaryContext) -> tuple[RuleFound, ...]:
    """What an advocate can use, with its source."""
    return tuple(
        RuleFound(point.id, context.say(point.text), context.say(point.name), (), source)
        for point in points(context)
        if point.text and (source := context.source(point))
    )


def _programs(context: SummaryContext) -> tuple[ProgramFound, ...]:
    """Each program with its status on the day: history must never read as an offer."""
    return tuple(
        ProgramFound(
            context.say(program.name), context.status(program.timeline)[1], context.source(program)
        )
        for program in map(context.content.programs.__getitem__, context.result.programs)
    )


def _criteria(context: SummaryContext, truth: Truth) -> Alike:
    """The criteria that came out as `truth`, each once, with the programs that ask for it."""
    asked_by: dict[str, list[str]] = {}
    for program, needed in context.result.criteria_of.items():
        said = context.say(context.content.programs[program].name)
        for name in needed:
            asked_by.setdefault(name, []).append(said)
    criteria = context.content.criteria
    rules = tuple(
        RuleFound(name, context.say(criteria[name].requirement), because=tuple(programs))
        for name, programs in asked_by.items()
        if context.result.criteria[name] is truth
    )
    return Alike(context.label("truth", truth.value), rules)


def _not_sure(
    context: SummaryContext, asked: list[Question], answers: dict[str, Answer]
) -> tuple[str, ...]:
    """First what could change the result, then every other answer that is not known."""
    unsure = [q.id for q in asked if answers[q.id] is None]
    names = dict.fromkeys([*context.result.missing, *unsure])
    return tuple(context.say(context.questions[name].short) for name in names)
