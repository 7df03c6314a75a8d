"""The states that an answer can be in, counted: not sure is one, and each answer is one."""

import datetime
from collections.abc import Sequence
from typing import Protocol

from interview.rules import UNSURE, Answer, Interval, dates

FIRST_YEAR, LAST_YEAR = 1900, 2100


class NotAState(ValueError):
    """An answer that is none of a fact's states; the message says which there are."""


class FactStates(Protocol):
    """The states of one fact, from 0 to below `size`."""

    size: int

    def number(self, answer: Answer) -> int:
        """Return an answer's number; raise NotAState."""
        ...

    def answer(self, number: int) -> Answer:
        """Return the answer of a number."""
        ...


def states_of(type: str, values: Sequence[str], years: tuple[int, int]) -> FactStates:
    """Return the states of a fact of a question's type."""
    if type == "date":
        return _Dates(*years)
    return _Several(values) if type == "choices" else _One(values)


class _One:
    """Not sure, or one of the values."""

    def __init__(self, values: Sequence[str]) -> None:
        self._answers: tuple[Answer, ...] = (None, *values)
        self._numbers = {answer: number for number, answer in enumerate(self._answers)}
        self.size = len(self._answers)

    def number(self, answer: Answer) -> int:
        try:
            return self._numbers[answer]
        except KeyError:
            allowed = _allowed(self._answers[1:])
            raise NotAState(f'"{answer}" is no answer here. {allowed}') from None

    def answer(self, number: int) -> Answer:
        return self._answers[number]


class _Several:
    """Any of the values, with not sure about the others or without; not sure may stand alone."""

    def __init__(self, values: Sequence[str]) -> None:
        self._values = (UNSURE, *values)
        self.size = 2 ** len(self._values)

    def number(self, answer: Answer) -> int:
        chosen = frozenset((UNSURE,)) if answer is None else answer
        # Not sure alone is None, so that each state is written in one way.
        is_ours = isinstance(chosen, frozenset) and answer != frozenset((UNSURE,))
        if not (is_ours and set(chosen) <= set(self._values)):
            raise NotAState(f'"{answer}" is no answer here. {_allowed(self._values[1:])}')
        return sum(1 << n for n, value in enumerate(self._values) if value in chosen)

    def answer(self, number: int) -> Answer:
        if number == 1:
            return None
        return frozenset(value for n, value in enumerate(self._values) if number >> n & 1)


class _Dates:
    """Not sure, or a year, a month or a day between two years."""

    def __init__(self, first_year: int, last_year: int) -> None:
        self._first, self._last = first_year, last_year
        self._first_day = datetime.date(first_year, 1, 1).toordinal()
        self._last_day = datetime.date(last_year, 12, 31).toordinal()
        self._years = last_year - first_year + 1
        self._months = 12 * self._years
        days = self._last_day - self._first_day + 1
        self.size = 1 + self._years + self._months + days

    def number(self, answer: Answer) -> int:
        if answer is None:
            return 0
        if not isinstance(answer, Interval):
            raise NotAState(f'"{answer}" is no date')
        self._refuse_other_years(answer)
        try:
            year, month, day = dates.as_known(answer)
        except dates.NoSuchDate as error:
            raise NotAState(str(error)) from None
        if day:
            return 1 + self._years + self._months + answer.first - self._first_day
        if month:
            return 1 + self._years + 12 * (year - self._first) + month - 1
        return 1 + year - self._first

    def _refuse_other_years(self, date: Interval) -> None:
        if self._first_day <= date.first <= date.last <= self._last_day:
            return
        year = dates.written(date.first)[:-6]
        raise NotAState(
            f"{year} is too far away. Only years from {self._first} to {self._last} can be carried"
        )

    def answer(self, number: int) -> Answer:
        if number == 0:
            return None
        number -= 1
        if number < self._years:
            return dates.whole_year(self._first + number)
        number -= self._years
        if number < self._months:
            return dates.whole_month(self._first + number // 12, number % 12 + 1)
        ordinal = self._first_day + number - self._months
        return Interval(ordinal, ordinal)


def _allowed(values: Sequence[Answer]) -> str:
    return f"Allowed: {', '.join(map(str, values))}, or unsure"
