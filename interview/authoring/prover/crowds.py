"""A fixed made-up crowd, to tell how many people a change touches. Nobody in it is real.

The shares say nothing about the world: most answer what is usual, some do not, some are not sure.
"""

import datetime
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from interview.authoring.prover.open_answers import Answerable, Written
from interview.authoring.prover.people import Person, Span
from interview.content import Question
from interview.rules import UNSURE

SIZE = 2_000
_SEED = 20_150_318
# How often somebody answers otherwise than usual, and how often not at all or only in part.
_UNUSUAL = (0.02, 0.08, 0.2, 0.5)
_NOT_KNOWN, _ONLY_YEAR, _ONLY_MONTH = 0.03, 0.05, 0.15
_OLDEST = 60
# What is usual where it is neither "no" nor "none".
_USUAL = {
    "answering_for": "self",
    "in_us_now": "yes",
    "case_stage": "no_case",
    "last_entry_manner": "without_inspection",
    "in_us_since_2014_01_01": "yes",
    "present_2012_06_15": "yes",
    "present_2014_11_20": "yes",
    "education": "graduated",
    "daca_history": "never",
    "child_2014_11_20": "neither",
    "request": "not_made",
    "helper": "nobody",
}


class _Life(NamedTuple):
    born: datetime.date
    arrived: datetime.date
    as_of: datetime.date


def crowd(questions: list[Answerable], span: Span) -> Iterator[Person]:
    """Yield the same people each time, screened as of days spread over the span."""
    rng = Random(_SEED)
    for number in range(SIZE):
        as_of = span.first + datetime.timedelta(days=(span.days - 1) * number // (SIZE - 1))
        yield _somebody(rng, questions, as_of)


def _somebody(rng: Random, questions: list[Answerable], as_of: datetime.date) -> Person:
    born = _between(rng, as_of - datetime.timedelta(days=365 * _OLDEST), as_of)
    life = _Life(born, _between(rng, born, as_of), as_of)
    unusual = rng.choice(_UNUSUAL)
    answers: Written = {}
    for question, values in sorted(questions, key=lambda asked: asked[0].id):
        # Drawn for everybody alike, so that one answer more does not change all the others.
        own = Random(f"{rng.random()} {question.id}")
        answer = _answer(own, question, values, life, unusual)
        if answer is not None:
            answers[question.id] = answer
    return Person(answers, as_of)


def _between(rng: Random, first: datetime.date, last: datetime.date) -> datetime.date:
    return first + datetime.timedelta(days=rng.randint(0, max((last - first).days, 0)))


def _answer(
    rng: Random, question: Question, values: tuple[str, ...], life: _Life, unusual: float
) -> str | list[str] | None:
    if rng.random() < _NOT_KNOWN:
        return None
    if question.type == "date":
        return _date(rng, question.id, life)
    odd = rng.random() < unusual
    if question.type == "choices":
        chosen = [value for value in values if odd and rng.random() < 0.4]
        return [*chosen, UNSURE] if odd and rng.random() < 0.1 else chosen
    expected = usual(question, values)
    return rng.choice(values) if odd or expected is None else expected


def usual(question: Question, values: tuple[str, ...]) -> str | None:
    """Return what most people answer, or None where nothing is usual."""
    return next((v for v in (_USUAL.get(question.id), "no", "none") if v in values), None)


def _date(rng: Random, fact: str, life: _Life) -> str:
    if fact == "birth_date":
        day = life.born
    elif fact == "first_arrival_date":
        day = life.arrived
    else:
        day = _between(rng, life.arrived, life.as_of + datetime.timedelta(days=365))
    text = day.isoformat()
    roll = rng.random()
    if roll < _ONLY_YEAR:
        return text[:4]
    return text[:7] if roll < _ONLY_YEAR + _ONLY_MONTH else text
