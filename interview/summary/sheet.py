"""One page to bring to a lawyer: dated facts, flags and rules with their ids, what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview.content import Question
from interview.languages import Tongue
from interview.rules import NO, UNKNOWN, YES, Answer, Interval, Truth
from interview.screening import Result, Screening
from interview.summary.context import Told

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
    others: tuple[Fact, ...]
    answered_no: tuple[str, ...]
    flags: tuple[RuleFound, ...]
    grounds: tuple[RuleFound, ...]
    possible: Alike
    programs: tuple[ProgramFound, ...]
    criteria: tuple[Alike, ...]
    not_sure: tuple[str, ...]


def lawyer_sheet(screening: Screening, result: Result, tongue: Tongue) -> LawyerSheet:
    """Return the sheet of a result in one language and voice."""
    told = Told(screening, result, tongue)
    asked = [q for q in screening.path.asked(result.answers) if q.unsure]
    answers = {q.id: result.answers.answer(q.id) for q in asked}
    known = [q for q in asked if not isinstance(answers[q.id], Interval | None)]
    lanes = told.content.wording.lanes
    return LawyerSheet(
        lane=next(told.say(lane.chip) for lane in lanes if lane.id == result.lane),
        dates=told.dates(),
        banner=told.banner(),
        by_date=_by_date(told, asked, answers),
        others=tuple(_fact(told, q) for q in _others(told, known, answers)),
        answered_no=tuple(told.say(q.short) for q in known if answers[q.id] in _NOTHING),
        flags=_flags(told),
        grounds=_grounds(told),
        possible=_possible(told),
        programs=_programs(told),
        criteria=tuple(_criteria(told, truth) for truth in (NO, UNKNOWN, YES)),
        not_sure=_not_sure(told, asked, answers),
    )


def _by_date(told: Told, asked: list[Question], answers: dict[str, Answer]) -> tuple[Dated, ...]:
    """The dated facts, the earliest first; of the same day, in the order of asking."""
    dated = [(q, given) for q in asked if isinstance(given := answers[q.id], Interval)]
    dated.sort(key=lambda entry: entry[1].first)
    facts: dict[str, list[str]] = {}
    for question, given in dated:
        facts.setdefault(told.teller.date(given), []).append(told.say(question.short))
    return tuple(Dated(date, tuple(names)) for date, names in facts.items())


def _others(told: Told, known: list[Question], answers: dict[str, Answer]) -> Iterator[Question]:
    """Answers other than no; one that stands behind a flag is left out, unless it is a list."""
    behind = {fact for flag in told.raised() for fact in told.behind_facts(flag.rule)}
    for question in known:
        given = answers[question.id]
        is_list = isinstance(given, frozenset)
        if given not in _NOTHING and (is_list or question.id not in behind):
            yield question


def _fact(told: Told, question: Question) -> Fact:
    return Fact(told.say(question.short), told.answer(question))


def _flags(told: Told) -> tuple[RuleFound, ...]:
    return tuple(
        RuleFound(
            flag.id,
            told.say(flag.name),
            told.label("urgency", flag.urgency),
            told.behind(flag.rule),
            told.source(flag),
        )
        for flag in told.raised()
    )


def _grounds(told: Told) -> tuple[RuleFound, ...]:
    """The grounds of the 2014 list that hold."""
    found = told.result.grounds
    return tuple(
        RuleFound(
            ground.id,
            told.say(ground.name),
            told.label("truth", YES.value),
            told.behind(ground.rule),
            told.source(ground),
        )
        for ground in told.content.priorities.grounds
        if found[ground.id] is YES
    )


def _possible(told: Told) -> Alike:
    """The grounds that may hold: what is not known of them stands in the list of that."""
    grounds = told.content.priorities.grounds
    found = [g for g in grounds if told.result.grounds[g.id] is UNKNOWN]
    words = told.label("truth", UNKNOWN.value)
    return Alike(words, tuple(RuleFound(g.id, told.say(g.name)) for g in found))


def _programs(told: Told) -> tuple[ProgramFound, ...]:
    """Each program with its status on the day: history must never read as an offer."""
    return tuple(
        ProgramFound(told.say(program.name), told.status(program.timeline)[1], told.source(program))
        for program in told.content.programs.values()
    )


def _criteria(told: Told, truth: Truth) -> Alike:
    """The criteria that came out as `truth`, each once, with the programs that ask for it."""
    asked_by: dict[str, list[str]] = {}
    for program in told.content.programs.values():
        for name in program.criteria:
            asked_by.setdefault(name, []).append(told.say(program.name))
    criteria = told.content.criteria
    rules = tuple(
        RuleFound(name, told.say(criteria[name].requirement), because=tuple(programs))
        for name, programs in asked_by.items()
        if told.result.criteria[name] is truth
    )
    return Alike(told.label("truth", truth.value), rules)


def _not_sure(told: Told, asked: list[Question], answers: dict[str, Answer]) -> tuple[str, ...]:
    """First what could change the result, then every other answer that is not known."""
    unsure = [q.id for q in asked if answers[q.id] is None]
    names = dict.fromkeys([*told.result.missing, *unsure])
    return tuple(told.say(told.questions[name].short) for name in names)
