"""The path that people usually take: by it a visit knows how far it has come, and what is left."""

import datetime
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from interview.content import Content
from interview.rules import conditions as c
from interview.screening import AnswerReader, Answers, Page, Path

# A page that is usually asked moves the bar by so much, and any other page by one: it moves on
# every page, and goes back on none, whatever an answer opens.
_USUAL, _SELDOM = 3, 1


class Progress(NamedTuple):
    """How far a visit is: the bar, and the pages left with this one.

    `is_certain` where no answer that is still to come changes that number.
    """

    value: int
    most: int
    left: int
    is_certain: bool


class LikelyPath:
    """What lies ahead of a visit, as far as it is known and as it usually goes."""

    def __init__(self, content: Content, path: Path, reader: AnswerReader) -> None:
        self._path = path
        self._usual: Answers = reader.read_all(content.interview.usual)[0]
        laid_out = path.lay_out_asked(self._usual, content.law.last_legal_check)
        usual = {number for number, _ in path.asked_pages(laid_out)}
        numbers = range(1, len(path.pages) + 1)
        steps = (_USUAL if number in usual else _SELDOM for number in numbers)
        self._bar = [0, *accumulate(steps)]
        self._opened_by = [frozenset(_opening(page)) for page in path.pages]

    def progress(self, answers: Answers, number: int, as_of: datetime.date) -> Progress:
        """Return how far somebody is at a page, by its number from 1; the check is one more."""
        most = self._bar[-1] + _USUAL
        value = self._bar[number] if number < len(self._bar) else most
        likely = self._path.lay_out_asked(self._usual | answers, as_of)
        left = sum(1 for other, _ in self._path.asked_pages(likely) if other >= number)
        return Progress(value, most, left, self._is_certain(answers, number, as_of))

    def _is_certain(self, answers: Answers, number: int, as_of: datetime.date) -> bool:
        widest = self._path.asked_pages(self._path.lay_out_asked(answers, as_of))
        known = answers.keys()
        return all(self._opened_by[n - 1] <= known for n, _ in widest if n >= number)


def _opening(page: Page) -> Iterator[str]:
    """The facts that decide whether a page is asked; none where everybody is asked it."""
    conditions = [question.asked_if for question in page]
    for condition in conditions if None not in conditions else ():
        if condition is not None:
            yield from c.facts(condition)
