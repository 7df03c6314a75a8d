"""Dates (section 1): a partial date is the interval that it names; February 29; days."""

import calendar
import datetime

# Year, month, day rather than datetime.date: a 65th birthday may fall after year 9999.
Day = tuple[int, int, int]
Interval = tuple[Day, Day]

# The calendar repeats after this many years.
_CYCLE = 400


def day_of(date: datetime.date) -> Day:
    return (date.year, date.month, date.day)


def interval_of(text: str) -> Interval:
    """The whole interval that a full or partial date names."""
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return (year, 1, 1), (year, 12, 31)
    if len(rest) == 1:
        month = rest[0]
        return (year, month, 1), (year, month, calendar.monthrange(year, month)[1])
    return (year, rest[0], rest[1]), (year, rest[0], rest[1])


def anniversary(of: Day, years: int) -> Day:
    """The same day years later; February 29 gives March 1 in common years."""
    year, month, day_of_month = of[0] + years, of[1], of[2]
    if (month, day_of_month) == (2, 29) and not calendar.isleap(year):
        return (year, 3, 1)
    return (year, month, day_of_month)


def days_later(of: Day, days: int) -> Day:
    """Some days later, also beyond the years that Python's calendar has."""
    cycles, year = divmod(of[0], _CYCLE)
    middle = datetime.date(year + 4 * _CYCLE, of[1], of[2]) + datetime.timedelta(days=days)
    return (middle.year + (cycles - 4) * _CYCLE, middle.month, middle.day)


def written(day: Day) -> str:
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"


def moved(interval: Interval, years: int, days: int) -> Interval:
    first, last = (days_later(anniversary(end, years), days) for end in interval)
    return first, last


def compare(how: str, left: Interval | None, right: Interval | None) -> bool | None:
    """YES or NO only where the whole of both intervals agrees."""
    if left is None or right is None:
        return None
    if how == "before":
        surely, never = left[1] < right[0], left[0] >= right[1]
    else:
        surely, never = left[1] <= right[0], left[0] > right[1]
    return True if surely else False if never else None
