"""Dates as the prover sees them: exact on the calendar, for a day, a month or a year as written.

A day is a century, a year in it and a place in the year, where every month has 31 places and
some stay empty. Compared in that order no sum is needed, which the prover would find hard; and an
anniversary changes the years only, but for February 29.
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
    at_least,
    at_or_below,
    below,
    by_case,
    equal,
    every,
    implied,
    is_multiple_of_4,
    is_number,
    joined,
    minus,
    negation,
    number,
    open_formula,
    open_number,
    plus,
    quarter,
    some,
    times,
    widened,
)

_MONTH, _YEAR = 31, 372
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP_DAY = _MONTH + 28
_MARCH_1 = 2 * _MONTH
# Bits for a century or a year in it with room for a sum, for a place, and for an ordinal.
_YEARS, _PLACES, _WIDE = 8, 9, 24


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
        return joined(self.century, self.year_in_century, self.place)

    @property
    def in_leap_year(self) -> Formula:
        """Hold where the year has a February 29."""
        turn = is_number(self.year_in_century, 0)
        return every(
            (
                is_multiple_of_4(self.year_in_century),
                some((negation(turn), is_multiple_of_4(self.century))),
            )
        )

    @property
    def ordinal(self) -> Number:
        """Return the number of the day as the evaluator counts it."""
        leap = self.in_leap_year
        century, last = (widened(part, _WIDE) for part in (self.century, self.year_in_century))
        year = plus(times(100, century), last)
        leap_days = minus(plus(quarter(year), quarter(century)), century)
        year_before = by_case([(leap, number(366, _WIDE))], number(365, _WIDE))
        until_year = minus(plus(times(365, year), leap_days), year_before)
        place = minus(widened(self.place, _WIDE), _gap(self.place, leap))
        return plus(until_year, place, number(1, _WIDE))


def _gap(place: Number, leap: Formula) -> Number:
    """The empty places of the year before a place."""
    cases: list[tuple[Formula, Number]] = []
    for month in range(12, 2, -1):
        gap = sum(_MONTH - length for length in _LENGTHS[: month - 1])
        after = at_least(place, (month - 1) * _MONTH)
        cases.append((every((after, leap)), number(gap - 1, _WIDE)))
        cases.append((after, number(gap, _WIDE)))
    return by_case(cases, number(0, _WIDE))


def open_day(name: str) -> tuple[Day, Formula]:
    """Return a day that the prover may choose, and what makes it a day of the calendar."""
    day = Day(
        widened(open_number(f"{name}.century", 7), _YEARS),
        widened(open_number(f"{name}.year", 7), _YEARS),
        open_number(f"{name}.place", _PLACES),
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
            below(day.year_in_century, 100),
            below(day.place, _YEAR),
            implied(is_number(day.place, _LEAP_DAY), day.in_leap_year),
            *(negation(formula) for formula in empty),
        )
    )


def fixed_day(ordinal: int) -> Day:
    """Return a known day, counted as the evaluator counts it, in the years 1 to 9999."""
    date = datetime.date.fromordinal(ordinal)
    place = (date.month - 1) * _MONTH + date.day - 1
    return Day(
        number(date.year // 100, _YEARS),
        number(date.year % 100, _YEARS),
        number(place, _PLACES),
        ordinal,
    )


def date_of(day: Day, world: World) -> datetime.date:
    """Return the date that a day is in a world."""
    month, at = divmod(world.value(day.place), _MONTH)
    year = 100 * world.value(day.century) + world.value(day.year_in_century)
    return datetime.date(year, month + 1, at + 1)


# ---------------------------------------------------------------- moved days


def years_after(day: Day, years: int) -> Day:
    """Return the anniversary, by the February 29 rule."""
    year = plus(day.year_in_century, number(years % 100, _YEARS))
    carry = at_least(year, 100)
    century = plus(day.century, number(years // 100, _YEARS))
    moved = Day(
        by_case([(carry, plus(century, number(1, _YEARS)))], century),
        by_case([(carry, minus(year, number(100, _YEARS)))], year),
        day.place,
    )
    lost = every((is_number(day.place, _LEAP_DAY), negation(moved.in_leap_year)))
    return replace(moved, place=by_case([(lost, number(_MARCH_1, _PLACES))], day.place))


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
        is_that = equal(later.ordinal, plus(day.ordinal, number(days, _WIDE)))
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
    """Return a date answer that the prover may choose, and what makes it a writable one."""
    first, exists = open_day(name)
    known = open_formula(f"{name}.known")
    whole, by_month = open_formula(f"{name}.is_day"), open_formula(f"{name}.is_month")
    is_day, is_month = whole, every((negation(whole), by_month))
    is_year = every((negation(whole), negation(by_month)))
    leap = first.in_leap_year
    ends = [
        (is_number(first.place, month * _MONTH), number(month * _MONTH + length - 1, _PLACES))
        for month, length in enumerate(_LENGTHS)
        if month != 1
    ]
    february = by_case([(leap, number(_LEAP_DAY, _PLACES))], number(_LEAP_DAY - 1, _PLACES))
    last = by_case(
        [(is_day, first.place), (is_year, number(_YEAR - 1, _PLACES)), *ends],
        february,
    )
    begins = [is_number(first.place, month * _MONTH) for month in range(12)]
    can_be_written = every(
        (
            exists,
            below(first.century, 100),
            some((at_least(first.century, 1), at_least(first.year_in_century, 1))),
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
