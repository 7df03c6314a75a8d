"""Dates as the prover sees them: exact on the calendar, for a day, a month or a year as written.

A day is a century, a year in it and a place in the year, where every month has 31 places
and some stay empty. In that order earlier days have smaller keys, and an anniversary is a plain
sum but for February 29.
"""

import datetime
from dataclasses import dataclass, replace

from interview import dates
from interview.authoring.prover import (
    FALSE,
    TRUE,
    Formula,
    Number,
    World,
    at_or_below,
    below,
    by_case,
    equal,
    every,
    implied,
    is_number,
    minus,
    negation,
    number,
    open_formula,
    open_number,
    plus,
    quarter,
    some,
    times,
)

_MONTH, _YEAR = 31, 372
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP_DAY = _MONTH + 28
_MARCH_1 = 2 * _MONTH


@dataclass(frozen=True)
class Day:
    """A day of the calendar; `place` counts from 0 on January 1.

    `fixed` is the ordinal of a day that is no choice of the prover.
    """

    century: Number
    year_in_century: Number
    place: Number
    fixed: int | None = None

    @property
    def key(self) -> Number:
        """Return a number that orders days as the calendar does."""
        return plus(times(_YEAR, self.year), self.place)

    @property
    def year(self) -> Number:
        """Return the year."""
        return plus(times(100, self.century), self.year_in_century)

    @property
    def in_leap_year(self) -> Formula:
        """Hold where the year has a February 29."""
        last, century = self.year_in_century, self.century
        turn = is_number(last, 0)
        return some(
            (
                every((negation(turn), equal(times(4, quarter(last)), last))),
                every((turn, equal(times(4, quarter(century)), century))),
            )
        )

    @property
    def ordinal(self) -> Number:
        """Return the number of the day as the evaluator counts it."""
        leap, year = self.in_leap_year, self.year
        leap_days = minus(plus(quarter(year), quarter(self.century)), self.century)
        until_year = minus(
            plus(times(365, year), leap_days), by_case([(leap, number(366))], number(365))
        )
        return plus(until_year, minus(self.place, _gap(self.place, leap)), number(1))


def _gap(place: Number, leap: Formula) -> Number:
    """The empty places of the year before a place."""
    cases: list[tuple[Formula, Number]] = []
    for month in range(12, 2, -1):
        gap = sum(_MONTH - length for length in _LENGTHS[: month - 1])
        after = at_or_below(number((month - 1) * _MONTH), place)
        cases.append((every((after, leap)), number(gap - 1)))
        cases.append((after, number(gap)))
    return by_case(cases, number(0))


def open_day(name: str) -> tuple[Day, Formula]:
    """Return a day that the prover may choose, and what makes it a day of the calendar."""
    day = Day(
        open_number(f"{name}.century", 7),
        open_number(f"{name}.year", 7),
        open_number(f"{name}.place", 9),
    )
    return day, _exists(day)


def _exists(day: Day) -> Formula:
    empty = [
        is_number(day.place, month * _MONTH + at)
        for month, length in enumerate(_LENGTHS)
        for at in range(length, _MONTH)
        if month * _MONTH + at != _LEAP_DAY
    ]
    return every(
        (
            below(day.year_in_century, number(100)),
            below(day.place, number(_YEAR)),
            implied(is_number(day.place, _LEAP_DAY), day.in_leap_year),
            *(negation(formula) for formula in empty),
        )
    )


def fixed_day(ordinal: int) -> Day:
    """Return a known day, counted as the evaluator counts it, in the years 1 to 9999."""
    date = datetime.date.fromordinal(ordinal)
    place = (date.month - 1) * _MONTH + date.day - 1
    return Day(number(date.year // 100), number(date.year % 100), number(place), ordinal)


def date_of(day: Day, world: World) -> datetime.date:
    """Return the date that a day is in a world."""
    month, at = divmod(world.value(day.place), _MONTH)
    return datetime.date(world.value(day.year), month + 1, at + 1)


# ---------------------------------------------------------------- moved days


def years_after(day: Day, years: int) -> Day:
    """Return the anniversary, by the February 29 rule."""
    year = plus(day.year_in_century, number(years % 100))
    carry = at_or_below(number(100), year)
    century = plus(day.century, number(years // 100))
    moved = Day(
        by_case([(carry, plus(century, number(1)))], century),
        by_case([(carry, minus(year, number(100)))], year),
        day.place,
    )
    lost = every((is_number(day.place, _LEAP_DAY), negation(moved.in_leap_year)))
    return replace(moved, place=by_case([(lost, number(_MARCH_1))], day.place))


class MovedDays:
    """Anniversaries and days after days, each worked out once.

    `definitions` says which days the later days are; whoever asks the prover must know them.
    """

    def __init__(self) -> None:
        self.definitions: list[Formula] = []
        # Each day is kept beside its moved one, so that no other day gets its identity.
        self._moved: dict[tuple[int, str, int], tuple[Day, Day]] = {}

    def years(self, day: Day, years: int) -> Day:
        """Return the anniversary, by the February 29 rule."""
        key = (id(day), "years", years)
        return self._moved.setdefault(key, (day, years_after(day, years)))[1]

    def days(self, day: Day, days: int) -> Day:
        """Return the day so many days later."""
        key = (id(day), "days", days)
        if key not in self._moved:
            self._moved[key] = (day, self._days_after(day, days))
        return self._moved[key][1]

    def _days_after(self, day: Day, days: int) -> Day:
        if day.fixed is not None:
            return fixed_day(day.fixed + days)
        later, exists = open_day(f"moved{len(self.definitions)}")
        is_that = equal(later.ordinal, plus(day.ordinal, number(days)))
        self.definitions.append(every((exists, is_that)))
        return later


# ---------------------------------------------------------------- dates as they are written


@dataclass(frozen=True)
class WrittenDate:
    """A date answer: not known, or the days from `first` to `last`."""

    known: Formula
    first: Day
    last: Day
    is_day: Formula
    is_month: Formula

    @property
    def one_day(self) -> Formula:
        """Hold where nothing of the date is left open."""
        return equal(self.first.key, self.last.key)


def whole_day(day: Day) -> WrittenDate:
    """Return a date of which the day is known."""
    return WrittenDate(TRUE, day, day, TRUE, FALSE)


def fixed_date(interval: dates.Interval) -> WrittenDate:
    """Return a date that a rule names."""
    first, last = fixed_day(interval.first), fixed_day(interval.last)
    return WrittenDate(TRUE, first, last, TRUE if interval.is_one_day else FALSE, FALSE)


def open_date(name: str) -> tuple[WrittenDate, Formula]:
    """Return a date answer that the prover may choose, and what makes it one that can be written."""
    first, exists = open_day(name)
    known = open_formula(f"{name}.known")
    whole, by_month = open_formula(f"{name}.is_day"), open_formula(f"{name}.is_month")
    is_day, is_month = whole, every((negation(whole), by_month))
    is_year = every((negation(whole), negation(by_month)))
    leap = first.in_leap_year
    ends = [
        (is_number(first.place, month * _MONTH), number(month * _MONTH + length - 1))
        for month, length in enumerate(_LENGTHS)
        if month != 1
    ]
    february = by_case([(leap, number(_LEAP_DAY))], number(_LEAP_DAY - 1))
    last = by_case(
        [(is_day, first.place), (is_year, number(_YEAR - 1)), *ends],
        february,
    )
    begins = [is_number(first.place, month * _MONTH) for month in range(12)]
    can_be_written = every(
        (
            exists,
            below(first.century, number(100)),
            at_or_below(number(1), first.year),
            implied(is_month, some(begins)),
            implied(is_year, is_number(first.place, 0)),
        )
    )
    written = WrittenDate(known, first, replace(first, place=last), is_day, is_month)
    return written, can_be_written


def written_in(date: WrittenDate, world: World) -> str | None:
    """Return what a person writes in a world: 2007-06-15, 2007-06 or 2007; None if not known."""
    if not world.holds(date.known):
        return None
    text = date_of(date.first, world).isoformat()
    if world.holds(date.is_day):
        return text
    return text[:7] if world.holds(date.is_month) else text[:4]


# ---------------------------------------------------------------- comparisons

Verdict = tuple[Formula, Formula]


def compare(left: WrittenDate, verb: str, right: WrittenDate) -> Verdict:
    """Return when a comparison of two known dates is YES, and when it is NO."""
    if verb in ("is after", "is on or after"):
        left, right = right, left
    if verb in ("is before", "is after"):
        return _before(left.last, right.first), negation(_before(left.first, right.last))
    return negation(_before(right.first, left.last)), _before(right.last, left.first)


def _before(one: Day, other: Day) -> Formula:
    return below(one.key, other.key)


def key_at_or_below(one: Day, other: Day) -> Formula:
    """Hold where one day is the other or before it."""
    return at_or_below(one.key, other.key)


def is_interval(date: WrittenDate, interval: dates.Interval) -> Formula:
    """Hold where a date answer is known and is this interval."""
    first, last = fixed_day(interval.first), fixed_day(interval.last)
    ends = (equal(date.first.key, first.key), equal(date.last.key, last.key))
    return every((date.known, *ends))
