"""The prover reads the content as the evaluator does: on random people, and on edges of dates."""

import ast
import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from partial_people import stopped
from people import people

import interview
from interview.authoring.crowd.people import Span, answerable
from interview.authoring.prover.asking import Prover
from interview.authoring.prover.calendar_days import MovedDays, fixed_day, open_day
from interview.authoring.prover.encoding import EncodedPerson
from interview.authoring.prover.open_answers import (
    ChoiceAnswer,
    ChoicesAnswer,
    are_given,
    is_value,
    open_answers,
    write,
)
from interview.authoring.prover.people import Cast
from interview.authoring.prover.solver import equal, negation, number, open_formula
from interview.authoring.prover.vocabulary import concluded
from interview.authoring.prover.written_dates import whole_day
from interview.content import Content
from interview.rules import dates
from interview.rules import parsing as condition_reader
from interview.rules.compiling import compile_condition
from interview.rules.truth import NO, UNKNOWN, YES, Truth
from interview.screening.answers import AnswerReader
from interview.screening.path import Path as InterviewPath
from interview.screening.screening import Screening

DAYS = [datetime.date(2012, 8, 15), datetime.date(2016, 2, 29), datetime.date(2026, 10, 2)]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("as_of", DAYS)
def test_every_conclusion_about_a_random_person_is_the_evaluators(
    content: Content, screening: Screening, reader: AnswerReader, as_of: datetime.date
) -> None:
    cast = Cast(answerable(content), Span(as_of, as_of))
    anybody = cast.person_with_missing(content, cast.answers)
    conclusions: dict[str, Any] = {
        name: answer
        for name, answer in anybody.answers.items()
        if name not in cast.answers and isinstance(answer, ChoiceAnswer | ChoicesAnswer)
        # How a flag's condition stands is no conclusion of a result: whether it is raised is.
        if not name.startswith("condition ")
    }
    for written in people(50, seed=4, as_of=as_of):
        answers, _ = reader.read_all(written)
        world = cast.prover.find(are_given(cast.answers, answers))
        assert world is not None, written
        proved = {
            name: frozenset(value) if isinstance(value, list) else value
            for name, value in write(conclusions, world).items()
        }
        expected = concluded(content, screening.screen(answers, as_of))
        assert proved == expected, written


@pytest.mark.sampled(3)
@pytest.mark.parametrize("as_of", DAYS)
def test_the_flags_of_who_stopped_early_are_the_evaluators(
    content: Content, screening: Screening, reader: AnswerReader, as_of: datetime.date
) -> None:
    cast = Cast(answerable(content), Span(as_of, as_of))
    reached = {
        question.id: open_formula(f"reached.{question.id}") for question in content.questions
    }
    person = cast.person_so_far(content, cast.answers, reached)
    flags = {flag.id: person.answers[f"flag {flag.id}"] for flag in content.flags}
    for said, _ in stopped(content, 40, seed=4, as_of=as_of):
        answers, _ = reader.read_all(said)
        result = screening.screen(answers, as_of, reader.reached(said))
        come_to = [holds if fact not in result.not_reached else negation(holds)
                   for fact, holds in reached.items()]  # fmt: skip
        world = cast.prover.find(are_given(cast.answers, answers), *come_to)
        assert world is not None, said
        raised = {flag for flag, answer in flags.items() if world.holds(is_value(answer, "yes"))}
        # A flag of a program waits for the end, and this is who stopped before it.
        assert raised == {flag for flag in result.raised() if flag != "first_daca"}, said


@pytest.mark.parametrize("as_of", DAYS)
def test_a_person_found_by_the_prover_is_who_the_evaluator_sees(
    content: Content, screening: Screening, reader: AnswerReader, as_of: datetime.date
) -> None:
    cast = Cast(answerable(content), Span(as_of, as_of))
    world = cast.prover.find()
    assert world is not None
    found = cast.found(cast.answers, world)
    again, refused = reader.read_all(found.answers)
    assert refused == []
    assert cast.prover.find(are_given(cast.answers, again)) is not None
    assert found.as_of == as_of


def test_a_day_of_an_open_screening_is_a_day_of_the_span(content: Content) -> None:
    span = Span(datetime.date(2016, 2, 28), datetime.date(2016, 3, 1))
    cast = Cast(answerable(content), span)
    possible = [
        day
        for day in (span.first + datetime.timedelta(days=n) for n in range(-2, 5))
        if cast.prover.find(cast.is_on(day)) is not None
    ]
    assert possible == [datetime.date(2016, 2, d) for d in (28, 29)] + [span.last]


# ---------------------------------------------------------------- dates

_EDGES = [
    "0001-01-01", "0004-02-29", "0099-12-31", "0100-01-01", "1899-12-31", "1900-02-28",
    "1900-03-01", "1996-02-29", "1999-12-31", "2000-02-29", "2000-02", "2000", "1900-02", "2011-02",
    "9999-12-31",
]  # fmt: skip


@pytest.mark.parametrize("text", _EDGES)
def test_a_day_has_the_evaluators_number(text: str) -> None:
    interval = dates.parse(text)
    day, exists = open_day("day")
    for ordinal in interval:
        world = Prover([exists]).find(equal(day.ordinal, number(ordinal, 24)))
        assert world is not None
        assert world.value(day.key) == world.value(fixed_day(ordinal).key)


def _truths(
    content: Content, line: str, texts: list[str], as_of: datetime.date
) -> tuple[list[Truth], list[Truth]]:
    """How the evaluator and the prover judge a comparison, for each date."""
    tree = condition_reader.parse_condition(line)
    path = InterviewPath(content)
    judge = compile_condition(tree, path.layout).judge
    answers, limits = open_answers(answerable(content), "anybody")
    moves = MovedDays()
    person = EncodedPerson(content, answers, whole_day(fixed_day(as_of.toordinal())), moves)
    pair = person.truth(tree)
    prover = Prover([*limits, *moves.order, *moves.sums])
    expected, proved = [], []
    for text in texts:
        given = {"birth_date": dates.parse(text), "first_arrival_date": dates.parse("2000-02-29")}
        expected.append(judge(path.lay_out(given, as_of).row))
        world = prover.find(are_given(answers, given))
        assert world is not None
        held = world.holds(pair.yes), world.holds(pair.no)
        proved.append({(True, False): YES, (False, True): NO, (False, False): UNKNOWN}[held])
    return expected, proved


@pytest.mark.parametrize(
    "line",
    [
        "birthday 16 is before as_of",
        "birthday 16 is on or before as_of",
        "birthday 100 is after as_of",
        "birthday 4 is on or after first_arrival_date",
        "first_arrival_date is before birthday 4",
        "365 days after birth_date is on or after as_of",
        "1 days after birth_date is before first_arrival_date",
        "birth_date is before 150 days after as_of",
        "2 years after 59 days after birth_date is on or before as_of",
        "birth_date is on or after 2000-02",
        "birth_date is after 1900",
    ],
)
def test_a_comparison_of_dates_is_the_evaluators(content: Content, line: str) -> None:
    rng = Random(line)
    near = [
        (datetime.date(2000, 2, 29) + datetime.timedelta(days=rng.randint(-800, 800))).isoformat()
        for _ in range(25)
    ]
    texts = [*(t for t in _EDGES if t < "9999"), *near, *(t[:7] for t in near), "1999", "2001"]
    as_of = datetime.date(2016, 2, 29)
    expected, proved = _truths(content, line, texts, as_of)
    assert dict(zip(texts, proved, strict=True)) == dict(zip(texts, expected, strict=True))


def test_only_one_module_imports_the_prover_that_is_an_extra() -> None:
    package = Path(interview.__file__).parent
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import) and any(name.name == "z3" for name in node.names)
    }
    assert found == {"authoring/prover/solver.py"}
