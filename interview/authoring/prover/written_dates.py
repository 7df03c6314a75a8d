"""Date answers and dates in rules as the prover sees them: the days from a first to a last one.

What can be written is a day, a month or a year; nothing else is an answer.
"""

import datetime
from dataclasses import dataclass, replace

from interview.authoring.prover.calendar_days import (
    LEAP_DAY,
    LENGTHS,
    MONTH,
    PLACES,
    YEAR,
    CalendarDay,
    date_of,
    fixed_day,
    key_at_or_below,
    open_day,
)
from interview.authoring.prover.solver import (
    FALSE,
    TRUE,
    Formula,
    World,
    at_least,
    below,
    by_case,
    equal,
    every,
    implied,
    is_number,
    negation,
    number,
    open_formula,
    same,
    some,
)
from interview.rules import dates

# ---------------------------------------------------------------- dates as they are written


@dataclass(frozen=True)
class WrittenDate:
    """A date answer: not known, or the days from `first` to `last`."""

    known: Formula
    first: CalendarDay
    last: CalendarDay
    is_day: Formula
    is_month: Formula

    @property
    def fully_known(self) -> Formula:
        """Hold where nothing of the date is left open."""
        return every((self.known, self.one_day))

    @property
    def one_day(self) -> Formula:
        """Hold where the first day is the last one."""
        return equal(self.first.key, self.last.key)


def whole_day(day: CalendarDay) -> WrittenDate:
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
        (is_number(first.place, month * MONTH), number(month * MONTH + length - 1, PLACES))
        for month, length in enumerate(LENGTHS)
        if month != 1
    ]
    february = by_case([(leap, number(LEAP_DAY, PLACES))], number(LEAP_DAY - 1, PLACES))
    last = by_case(
        [(is_day, first.place), (is_year, number(YEAR - 1, PLACES)), *ends],
        february,
    )
    begins = [is_number(first.place, month * MONTH) for month in range(12)]
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


def is_near(date: WrittenDate, years: tuple[int, int]) -> Formula:
    """Hold where a date begins in one of these years, the last one included."""
    first, last = (fixed_day(datetime.date(year, 1, 1).toordinal()) for year in years)
    return every((key_at_or_below(first, date.first), key_at_or_below(date.first, last)))


def written_in(date: WrittenDate, world: World) -> str | None:
    """Return what a person writes in a world: 2007-06-15, 2007-06 or 2007; None if not known."""
    if not world.holds(date.known):
        return None
    text = date_of(date.first, world).isoformat()
    if world.holds(date.is_day):
        return text
    return text[:7] if world.holds(date.is_month) else text[:4]


def is_written_alike(one: WrittenDate, other: WrittenDate) -> Formula:
    """Hold where two people write the same date, or would if they knew it."""
    shape = ((one.known, other.known), (one.is_day, other.is_day), (one.is_month, other.is_month))
    return every((equal(one.first.key, other.first.key), *(same(a, b) for a, b in shape)))


# ---------------------------------------------------------------- comparisons


def compare(left: WrittenDate, verb: str, right: WrittenDate) -> tuple[Formula, Formula]:
    """Return when a comparison of two known dates is YES, and when it is NO."""
    if verb in ("is after", "is on or after"):
        left, right = right, left
    if verb in ("is before", "is after"):
        return _before(left.last, right.first), negation(_before(left.first, right.last))
    return negation(_before(right.first, left.last)), _before(right.last, left.first)


def _before(one: CalendarDay, other: CalendarDay) -> Formula:
    return below(one.key, other.key)


def is_interval(date: WrittenDate, interval: dates.Interval) -> Formula:
    """Hold where a date answer is known and is this interval."""
    first, last = fixed_day(interval.first), fixed_day(interval.last)
    ends = (equal(date.first.key, first.key), equal(date.last.key, last.key))
    return every((date.known, *ends))
