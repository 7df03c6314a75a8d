"""The product's made-up people, for the tests and benches: the same ones for a seed and a day."""

import datetime
from collections.abc import Iterator
from functools import cache

from interview.authoring.crowd import Crowd, WrittenAnswers, answerable
from interview.loading import QUESTIONS, load


@cache
def _crowd() -> Crowd:
    return Crowd(load(QUESTIONS))


def people(count: int, seed: int, as_of: datetime.date) -> Iterator[WrittenAnswers]:
    """Yield the answers of `count` made-up people, as a facts file has them."""
    return _crowd().people(count, seed, as_of)


_QUESTIONS = answerable(load(QUESTIONS))
# What questions with one value, and with a list of values, take.
VALUES = {q.id: list(v) for q, v in _QUESTIONS if q.type not in ("date", "choices")}
PICKS = {q.id: list(v) for q, v in _QUESTIONS if q.type == "choices"}
