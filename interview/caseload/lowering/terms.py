"""Dates of conditions, brought to what a column can be held against.

All arithmetic of the calendar is done here, once, by the scalar calendar of the rules: a condition
such as "2 years after an answer is after as_of" becomes a day that the answer is held against.
"""

import datetime
from typing import NamedTuple

from interview.rules import Interval, dates
from interview.rules import conditions as c

# The days that an answer can be: those of the calendar's years 1 to 9999.
FIRST_DAY, LAST_DAY = datetime.date.min.toordinal(), datetime.date.max.toordinal()


class DateMove(NamedTuple):
    """A step from one date to another: years and days to add, one of them 0."""

    years: int
    days: int


class Moved(NamedTuple):
    """An answer's date, moved so many times, the first move first."""

    fact: str
    moves: tuple[DateMove, ...] = ()


def moved(date: Interval, moves: tuple[DateMove, ...]) -> Interval:
    """Return a date after its moves."""
    for years, days in moves:
        date = dates.years_after(date, years) if years else dates.days_after(date, days)
    return date


def folded(term: c.DateTerm, as_of: Interval) -> Moved | Interval:
    """Return what a date of a condition is on a day: a date, or an answer that is moved."""
    match term:
        case c.Literal(date, _):
            return date
        case c.AsOf():
            return as_of
        case c.DateFact(fact):
            return Moved(fact)
    inner, move = folded(term.of, as_of), _move(term)
    if isinstance(inner, Interval):
        return moved(inner, (move,))
    return Moved(inner.fact, (*inner.moves, move))


def _move(term: c.YearsAfter | c.DaysAfter | c.DaysBefore) -> DateMove:
    match term:
        case c.YearsAfter(years, _):
            return DateMove(years, 0)
        case c.DaysAfter(days, _):
            return DateMove(0, days)
        case c.DaysBefore(days, _):
            return DateMove(0, -days)


def last_day_before(limit: int, moves: tuple[DateMove, ...]) -> int:
    """Return the last day (an ordinal) that is before a limit once it is moved.

    The day before the calendar begins where there is none. A later day is never moved to an earlier
    one, so the day is found by halving.
    """
    low, high = FIRST_DAY - 1, LAST_DAY
    while low < high:
        middle = (low + high + 1) // 2
        if moved(Interval(middle, middle), moves).first < limit:
            low = middle
        else:
            high = middle - 1
    return low
