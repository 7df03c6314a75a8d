"""The dates that follow from a person's answers, each as far as the answers tell."""

import datetime
from typing import NamedTuple

from interview.content import Content
from interview.rules import NO, Interval, Row, compile_date, dates
from interview.screening.path import Path

# One that ended longer before as_of is history, and is not listed.
YEARS_LISTED = 1


class DeadlineOn(NamedTuple):
    """A deadline of one person: the days that it may be, both included, as ordinals."""

    id: str
    date: Interval


class Deadlines:
    """The compiled deadlines of one content."""

    def __init__(self, content: Content, path: Path) -> None:
        self._compiled = [
            (
                deadline.id,
                compile_date(deadline.date, path.layout),
                path.compiler.condition(deadline.when).judge,
            )
            for deadline in content.deadlines
        ]

    def of(self, row: Row, as_of: datetime.date) -> tuple[DeadlineOn, ...]:
        """Return the deadlines that run or may run, ordered by their first day, then as listed."""
        listed_from = dates.years_after(dates.day(as_of), -YEARS_LISTED).first
        found = []
        for name, find, when in self._compiled:
            date = find(row)
            if not isinstance(date, Interval) or date.last < listed_from:
                continue
            if when(row) is not NO:
                found.append(DeadlineOn(name, date))
        return tuple(sorted(found, key=lambda deadline: deadline.date.first))
