"""One page to bring to a lawyer: dated facts, flags and rules with their ids, what is not known."""

from dataclasses import dataclass

from interview.content import Question
from interview.dates import Interval
from interview.judging import Answer
from interview.language import Tongue
from interview.screening import Result, Screening
from interview.told import Told
from interview.truth import NO, UNKNOWN, YES, Truth

_NOTHING: tuple[Answer, ...] = ("no", frozenset())


@dataclass(frozen=True)
class Fact:
    """An answer: what was asked in a few words, and what was answered."""

    what: str
    answer: str


@dataclass(frozen=True)
class RuleFound:
    """A flag, a ground or a criterion: its id, its words, and where it is written.

    `mark` says how it came out; `because` are the answers behind it.
    """

    id: str
    mark: str
    mark_words: str
    text: str
    because: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class LawyerSheet:
    """Everything on the sheet, in the order of reading."""

    lane: str
    dates: tuple[str, ...]
    banner: str
    by_date: tuple[Fact, ...]
    others: tuple[Fact, ...]
    answered_no: tuple[str, ...]
    flags: tuple[RuleFound, ...]
    grounds: tuple[RuleFound, ...]
    programs: tuple[Fact, ...]
    criteria: tuple[RuleFound, ...]
    matched: tuple[str, ...]
    not_sure: tuple[str, ...]


def lawyer_sheet(screening: Screening, result: Result, tongue: Tongue) -> LawyerSheet:
    """Return the sheet of a result in one language and voice."""
    told = Told(screening, result, tongue)
    asked = [q for q in screening.path.asked(result.person) if q.unsure]
    answers = {q.id: _given(told, q) for q in asked}
    dated = sorted(
        (given.first, told.say(q.short), told.teller.date(given))
        for q in asked
        if isinstance(given := answers[q.id], Interval)
    )
    known = [q for q in asked if not isinstance(answers[q.id], Interval | None)]
    lanes = told.content.wording.lanes
    return LawyerSheet(
        lane=next(told.say(lane.chip) for lane in lanes if lane.id == result.lane),
        dates=told.dates(),
        banner=told.banner(),
        by_date=tuple(Fact(short, date) for _, short, date in dated),
        others=tuple(_fact(told, q) for q in known if answers[q.id] not in _NOTHING),
        answered_no=tuple(told.say(q.short) for q in known if answers[q.id] in _NOTHING),
        flags=_flags(told),
        grounds=_grounds(told),
        programs=_programs(told),
        criteria=_open_criteria(told),
        matched=tuple(name for name, truth in _needed(told).items() if truth is YES),
        not_sure=_not_sure(told, asked, answers),
    )


def _given(told: Told, question: Question) -> Answer:
    given = told.result.person[told.screening.path.places[question.id]]
    return None if isinstance(given, Truth) else given


def _fact(told: Told, question: Question) -> Fact:
    return Fact(told.say(question.short), told.answer(question))


def _flags(told: Told) -> tuple[RuleFound, ...]:
    return tuple(
        RuleFound(
            flag.id,
            flag.urgency,
            told.label("urgency", flag.urgency),
            told.say(flag.name),
            told.behind(flag.rule),
            told.source(flag),
        )
        for flag in told.raised()
    )


def _grounds(told: Told) -> tuple[RuleFound, ...]:
    """The grounds of the 2014 list that hold or may hold."""
    found = told.result.grounds
    return tuple(
        RuleFound(
            ground.id,
            found[ground.id].value,
            told.label("truth", found[ground.id].value),
            told.say(ground.name),
            told.behind(ground.rule),
            told.source(ground),
        )
        for ground in told.content.priorities.grounds
        if found[ground.id] is not NO
    )


def _programs(told: Told) -> tuple[Fact, ...]:
    """Each program with its status on the day: history must never read as an offer."""
    return tuple(
        Fact(told.say(program.name), told.status(program.timeline)[1])
        for program in told.content.programs.values()
    )


def _needed(told: Told) -> dict[str, Truth]:
    """Every criterion of the programs once, in the order of the programs."""
    programs = told.content.programs.values()
    return {name: told.result.criteria[name] for p in programs for name in p.criteria}


def _open_criteria(told: Told) -> tuple[RuleFound, ...]:
    """The criteria that do not match, then those that are not known, with their programs."""
    found = [
        RuleFound(
            name,
            truth.value,
            told.label("truth", truth.value),
            told.say(told.content.criteria[name].requirement),
            _needed_by(told, name),
            told.source(told.content.criteria[name]),
        )
        for name, truth in _needed(told).items()
        if truth is not YES
    ]
    return tuple(sorted(found, key=lambda one: one.mark == UNKNOWN.value))


def _needed_by(told: Told, criterion: str) -> tuple[str, ...]:
    programs = told.content.programs.values()
    return tuple(told.say(p.name) for p in programs if criterion in p.criteria)


def _not_sure(told: Told, asked: list[Question], answers: dict[str, Answer]) -> tuple[str, ...]:
    """First what could change the result, then every other answer that is not known."""
    unsure = [q.id for q in asked if answers[q.id] is None]
    names = dict.fromkeys([*told.result.missing, *unsure])
    return tuple(told.say(told.questions[name].short) for name in names)
