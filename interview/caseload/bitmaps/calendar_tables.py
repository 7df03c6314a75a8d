"""Dates of whole columns moved by the scalar calendar of the rules.

An anniversary is so many times 365 days away, and a few leap days more. How many changes only on
the days around February 29, so the scalar calendar is asked about those and about no other.
"""

import datetime
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from interview.caseload.lowering import FIRST_DAY, DateMove
from interview.rules import Interval, dates

Days = npt.NDArray[np.int32]
_DAYS_OF_A_YEAR = 365
# The calendar repeats after so many years.
_CYCLE_YEARS = 400


@lru_cache(maxsize=32)
def _leap_days(years: int) -> npt.NDArray[np.int16]:
    """Return how many leap days the anniversary of each day of a cycle passes."""
    turns = [FIRST_DAY]
    for year in range(1, _CYCLE_YEARS + 1):
        march = datetime.date(year, 3, 1).toordinal()
        turns += [march - 1, march]
    moved = [dates.years_after(Interval(turn, turn), years).first - turn for turn in turns]
    extra = np.array(moved, np.int64) - _DAYS_OF_A_YEAR * years
    next_cycle = datetime.date(_CYCLE_YEARS + 1, 1, 1).toordinal()
    return np.repeat(extra, np.diff([*turns, next_cycle])).astype(np.int16)


def moved_days(days: Days, moves: tuple[DateMove, ...]) -> Days:
    """Return a column of days (ordinals) after the moves; what is no day stays far away."""
    for years, plus in moves:
        if years:
            cycle = _leap_days(years)
            extra = cycle[(days - FIRST_DAY) % len(cycle)]
            days = days + np.int32(_DAYS_OF_A_YEAR * years) + extra
        else:
            days = days + np.int32(plus)
    return days
