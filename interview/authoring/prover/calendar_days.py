"""Days of the calendar as the prover sees them, exact for every year and leap day.

A day is a century, a year in it and a place in the year, where every month has 31 places and
some stay empty. Compared in that order no sum is needed, which the prover would find hard; and an
anniversary changes the years only, but for February 29.
"""

import datetime
from dataclasses import dataclass, replace
from functools import cached_property

from interview.authoring.prover.solver import (
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
    open_number,
    plus,
    quarter,
    some,
    times,
    widened,
)

MONTH, YEAR = 31, 372
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LEAP_DAY = MONTH + 28
_MARCH_1 = 2 * MONTH
# Bits for a century or a year in it with room for a sum, for a place, and for an ordinal.
_YEARS, PLACES, _WIDE = 8, 9, 24


@dataclass(frozen=True)
class CalendarDay:
    """A day of the calendar; `place` counts from 0 on January 1.

    `fixed` is the ordinal of a day that is no choice of the prover.
    """

    century: Number
    year_in_century: Number
    place: Number
    fixed: int | None = None

    @cached_property
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
        gap = sum(MONTH - length for length in LENGTHS[: month - 1])
        after = at_least(place, (month - 1) * MONTH)
        cases.append((every((after, leap)), number(gap - 1, _WIDE)))
        cases.append((after, number(gap, _WIDE)))
    return by_case(cases, number(0, _WIDE))


def open_day(name: str) -> tuple[CalendarDay, Formula]:
    """Return a day that the prover may choose, and what makes it a day of the calendar."""
    day = CalendarDay(
        widened(open_number(f"{name}.century", 7), _YEARS),
        widened(open_number(f"{name}.year", 7), _YEARS),
        open_number(f"{name}.place", PLACES),
    )
    return day, _exists(day)


def _exists(day: CalendarDay) -> Formula:
    empty = [
        is_number(day.place, month * MONTH + at)
        for month, length in enumerate(LENGTHS)
        for at in range(length, MONTH)
        if month * MONTH + at != LEAP_DAY
    ]
    return every(
        (
            below(day.year_in_century, 100),
            below(day.place, YEAR),
            implied(is_number(day.place, LEAP_DAY), day.in_leap_year),
            *(negation(formula) for formula in empty),
        )
    )


def fixed_day(ordinal: int) -> CalendarDay:
    """Return a known day, counted as the evaluator counts it, in the years 1 to 9999."""
    date = datetime.date.fromordinal(ordinal)
    place = (date.month - 1) * MONTH + date.day - 1
    return CalendarDay(
        number(date.year // 100, _YEARS),
        number(date.year % 100, _YEARS),
        number(place, PLACES),
        ordinal,
    )


def date_of(day: CalendarDay, world: World) -> datetime.date:
    """Return the date that a day is in a world."""
    month, at = divmod(world.value(day.place), MONTH)
    year = 100 * world.value(day.century) + world.value(day.year_in_century)
    return datetime.date(year, month + 1, at + 1)


# ---------------------------------------------------------------- moved days


def anniversary(day: CalendarDay, years: int) -> CalendarDay:
    """Return the anniversary, by the February 29 rule."""
    year = plus(day.year_in_century, number(years % 100, _YEARS))
    carry = at_least(year, 100)
    century = plus(day.century, number(years // 100, _YEARS))
    moved = CalendarDay(
        by_case([(carry, plus(century, number(1, _YEARS)))], century),
        by_case([(carry, minus(year, number(100, _YEARS)))], year),
        day.place,
    )
    lost = every((is_number(day.place, LEAP_DAY), negation(moved.in_leap_year)))
    return replace(moved, place=by_case([(lost, number(_MARCH_1, PLACES))], day.place))


class MovedDays:
    """Anniversaries and days after days, each worked out once.

    `order` says how they lie to one another, `sums` which days they are: the first follows from the
    second, and is all that most proofs need, which would else add up calendars bit by bit.
    """

    def __init__(self) -> None:
        self.order: list[Formula] = []
        self.sums: list[Formula] = []
        # Each day is kept beside its moved one, so that no other day gets its identity.
        self._moved: dict[tuple[str, int], dict[int, tuple[CalendarDay, CalendarDay]]] = {}

    def years(self, day: CalendarDay, years: int) -> CalendarDay:
        """Return the anniversary, by the February 29 rule."""
        return self._once(day, "years", years)

    def days(self, day: CalendarDay, days: int) -> CalendarDay:
        """Return the day so many days later."""
        return self._once(day, "days", days)

    def _once(self, day: CalendarDay, kind: str, by: int) -> CalendarDay:
        alike = self._moved.setdefault((kind, by), {})
        if id(day) not in alike:
            later = self._move(day, kind, by)
            for other, moved in alike.values():
                self.order += _keeps_order(day, later, other, moved)
            alike[id(day)] = (day, later)
        return alike[id(day)][1]

    def _move(self, day: CalendarDay, kind: str, by: int) -> CalendarDay:
        if day.fixed is not None and kind == "days":
            return fixed_day(day.fixed + by)
        later, exists = open_day(f"moved{len(self.sums)}")
        self.order.append(exists)
        self.order.append(_comes_first(day, later) if by > 0 else _comes_first(later, day))
        if kind == "days":
            sum_ = equal(later.ordinal, plus(day.ordinal, number(by, _WIDE)))
        else:
            sum_ = equal(later.key, anniversary(day, by).key)
        self.sums.append(sum_)
        return later


def _comes_first(one: CalendarDay, other: CalendarDay) -> Formula:
    return below(one.key, other.key)


def _keeps_order(
    day: CalendarDay, later: CalendarDay, other: CalendarDay, moved: CalendarDay
) -> list[Formula]:
    """Moving keeps the order of days: true by itself, but a prover would add it up bit by bit."""
    return [
        implied(key_at_or_below(day, other), key_at_or_below(later, moved)),
        implied(key_at_or_below(other, day), key_at_or_below(moved, later)),
    ]


def key_at_or_below(one: CalendarDay, other: CalendarDay) -> Formula:
    """Hold where one day is the other or before it."""
    return at_or_below(one.key, other.key)
