"""Dates that stand for all dates: the days where a comparison of the content turns, and the days
around them; for people who know only part of a date, the months and years around those."""

import datetime
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator

from interview.rules import Interval, dates
from interview.rules import conditions as c

FIRST_DAY, LAST_DAY = datetime.date(1900, 1, 1).toordinal(), datetime.date(2199, 12, 31).toordinal()


class Samples:
    """Sample dates for each date question."""

    def __init__(
        self,
        settled_by: dict[str, tuple[c.Comparison, ...]],
        as_of: Interval,
        chains: dict[str, tuple[str, ...]],
    ) -> None:
        self._as_of = as_of
        self._chains = chains
        self._turns: dict[str, set[int]] = defaultdict(set)
        compared = [
            comparison
            for comparisons in settled_by.values()
            for comparison in comparisons
            if isinstance(comparison, c.Compare)
        ]
        for comparison in compared:
            self._turn(comparison.left, comparison.right, self._turns)
            self._turn(comparison.right, comparison.left, self._turns)
        # A turn of one date is a turn of each date that it is compared with, and so on.
        for _ in range(max(map(len, chains.values()), default=1) - 1):
            for comparison in compared:
                self._carry(comparison.left, comparison.right)
                self._carry(comparison.right, comparison.left)

    def _turn(self, moving: c.DateTerm, fixed: c.DateTerm, turns: dict[str, set[int]]) -> None:
        if len(c.term_facts(moving)) == 1 and not c.term_facts(fixed):
            place = self._place(fixed, self._as_of)
            turns[c.term_facts(moving)[0]] |= _crossings(self._mover(moving), place)

    def _carry(self, one: c.DateTerm, other: c.DateTerm) -> None:
        if c.term_facts(one) and c.term_facts(other):
            [fact], [target] = c.term_facts(one), c.term_facts(other)
            move, mover = self._mover(one), self._mover(other)
            for turn in tuple(self._turns[fact]):
                self._turns[target] |= _crossings(mover, Interval(move(turn), move(turn)))

    def _place(self, term: c.DateTerm, inner: Interval) -> Interval:
        match term:
            case c.Literal(date, _):
                return date
            case c.YearsAfter(years, of):
                return dates.years_after(self._place(of, inner), years)
            case c.DaysAfter(days, of):
                return dates.days_after(self._place(of, inner), days)
        return inner

    def _mover(self, term: c.DateTerm) -> Callable[[int], int]:
        return lambda ordinal: self._place(term, Interval(ordinal, ordinal)).first

    def of(self, fact: str, unsure: bool) -> list[Interval]:
        """Return days of every class, and with `unsure` the months and years around them."""
        spread = len(self._chains.get(fact, (fact,)))
        turns = sorted(self._turns[fact] | {FIRST_DAY})
        days: set[int] = set()
        for first, following in itertools.pairwise([*turns, LAST_DAY]):
            last = following - 1
            for step in range(spread):
                days |= {min(first + step, last), max(last - step, first)}
        found = {Interval(day, day) for day in days}
        if unsure:
            found |= {wide for day in days for wide in _around(day)}
        return sorted(found)


def _around(ordinal: int) -> Iterator[Interval]:
    """The month and the year of a day, and the ones before and after."""
    date = datetime.date.fromordinal(ordinal)
    for year in (date.year - 1, date.year, date.year + 1):
        yield dates.parse(f"{year:04}")
    for months in (-1, 0, 1):
        year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
        yield dates.parse(f"{year:04}-{month + 1:02}")


def _crossings(move: Callable[[int], int], place: Interval) -> set[int]:
    """The first days whose moved date reaches, and passes, either end of a place."""
    found = set()
    for wanted in {place.first, place.first + 1, place.last, place.last + 1}:
        low, high = FIRST_DAY, LAST_DAY
        while low < high:
            middle = (low + high) // 2
            if move(middle) >= wanted:
                high = middle
            else:
                low = middle + 1
        found.add(low)
    return {day for day in found if FIRST_DAY < day < LAST_DAY}
