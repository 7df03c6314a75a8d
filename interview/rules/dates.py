"""Dates as far as a person knows them: a day, a month or a year is the interval that it names.

Days are counted as in `datetime.date.toordinal`, on past the year 9999, so that a birthday
in the far future still compares. All dates are local calendar dates without a time of day.
"""

import datetime
import re
from typing import NamedTuple

from interview.rules.memory import kept_in_mind
from interview.rules.truth import NO, UNKNOWN, YES, Truth

# The Gregorian calendar repeats after this many years and days.
_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097
_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Interval(NamedTuple):
    """The days from `first` to `last`, both included, counted as ordinals."""

    first: int
    last: int

    @property
    def is_one_day(self) -> bool:
        """Say whether the date is fully known."""
        return self.first == self.last


class NoSuchDate(ValueError):
    """A written date that is no date of the calendar; the message says what to write."""


def day(date: datetime.date) -> Interval:
    """Return the interval of one day."""
    return Interval(date.toordinal(), date.toordinal())


@kept_in_mind
def parse(text: str) -> Interval:
    """Read `2007-06-15`, `2007-06` or `2007`; raise NoSuchDate for anything else."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise NoSuchDate(f'"{text[:60]}" is not a date. Write 2007-06-15, or 2007-06, or 2007')
    year, month, day_of_month = match.groups()
    try:
        first = datetime.date(int(year), int(month or 1), int(day_of_month or 1))
    except ValueError:
        raise NoSuchDate(f"{text} does not exist. Check the day, the month and the year") from None
    if day_of_month:
        return day(first)
    return whole_month(first.year, first.month) if month else whole_year(first.year)


def whole_month(year: int, month: int) -> Interval:
    """Return the interval of a month of a year of the calendar."""
    return Interval(datetime.date(year, month, 1).toordinal(), _month_end(year, month))


def whole_year(year: int) -> Interval:
    """Return the interval of a year of the calendar."""
    return Interval(datetime.date(year, 1, 1).toordinal(), datetime.date(year, 12, 31).toordinal())


def as_known(date: Interval) -> tuple[int, int, int]:
    """Return a date's year, month and day, each 0 where it is not known; raise NoSuchDate."""
    first = datetime.date.fromordinal(date.first)
    if date.is_one_day:
        return first.year, first.month, first.day
    if date == whole_month(first.year, first.month):
        return first.year, first.month, 0
    if date == whole_year(first.year):
        return first.year, 0, 0
    raise NoSuchDate("this is no day, no month and no year")


def as_written(date: Interval) -> str:
    """Write a date as `parse` reads it; raise NoSuchDate."""
    year, month, day = as_known(date)
    return f"{year:04}" + "".join(f"-{part:02}" for part in (month, day) if part)


def parse_day(written: object) -> datetime.date:
    """Read a whole day such as `2015-06-15`; raise NoSuchDate for anything else."""
    text = str(written).strip()
    try:
        if len(text) == len("2015-06-15") and parse(text).is_one_day:
            return datetime.date.fromisoformat(text)
    except NoSuchDate:
        pass
    raise NoSuchDate(f'"{text[:60]}" is no date. Write 2015-06-15')


def written(ordinal: int) -> str:
    """Write a day as 2007-06-15; past the year 9999 with as many digits as the year has."""
    try:
        return datetime.date.fromordinal(ordinal).isoformat()
    except (ValueError, OverflowError):
        cycles = (ordinal - 1) // _CYCLE_DAYS
        date = datetime.date.fromordinal(ordinal - cycles * _CYCLE_DAYS)
        return f"{date.year + cycles * _CYCLE_YEARS}{date.isoformat()[4:]}"


def _month_end(year: int, month: int) -> int:
    if month == 12:
        return datetime.date(year, 12, 31).toordinal()
    return datetime.date(year, month + 1, 1).toordinal() - 1


@kept_in_mind
def _anniversary(ordinal: int, years: int) -> int:
    cycles = (ordinal - 1) // _CYCLE_DAYS
    date = datetime.date.fromordinal(ordinal - cycles * _CYCLE_DAYS)
    year, month, day_of_month = date.year + years, date.month, date.day
    more_cycles = (year - 1) // _CYCLE_YEARS
    year -= more_cycles * _CYCLE_YEARS
    try:
        reached = datetime.date(year, month, day_of_month)
    except ValueError:
        # Someone born on February 29 has a birthday on March 1 in common years.
        reached = datetime.date(year, 3, 1)
    return reached.toordinal() + (cycles + more_cycles) * _CYCLE_DAYS


def years_after(date: Interval, years: int) -> Interval:
    """Return the interval of the anniversary that many years after the date."""
    return Interval(_anniversary(date.first, years), _anniversary(date.last, years))


def days_after(date: Interval, days: int) -> Interval:
    """Return the interval that many days after the date."""
    return Interval(date.first + days, date.last + days)


def is_before(left: Interval, right: Interval) -> Truth:
    """Say whether left is before right: YES or NO only where all days of both agree."""
    if left.last < right.first:
        return YES
    return NO if left.first >= right.last else UNKNOWN


def is_on_or_before(left: Interval, right: Interval) -> Truth:
    """Say whether left is on or before right: YES or NO only where all days of both agree."""
    if left.last <= right.first:
        return YES
    return NO if left.first > right.last else UNKNOWN


def is_after(left: Interval, right: Interval) -> Truth:
    """Say whether left is after right: YES or NO only where all days of both agree."""
    return is_before(right, left)


def is_on_or_after(left: Interval, right: Interval) -> Truth:
    """Say whether left is on or after right: YES or NO only where all days of both agree."""
    return is_on_or_before(right, left)
