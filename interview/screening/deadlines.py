"""The dates that follow from a person's answers, each as far as the answers tell."""

import datetime
from typing import NamedTuple

from interview.content import Content
from interview.rules import NO, Interval, Person, Places, compile_condition, compile_date, dates

# One that ended longer before as_of is history, and is not listed.
YEARS_LISTED = 1


class DeadlineOn(NamedTuple):
    """A deadline of one person: the days that it may be, both included, as ordinals."""

    id: str
    date: Interval


class Deadlines:
    """The compiled deadlines of one content."""

    def __init__(self, content: Content, places: Places) -> None:
        self._compiled = [
            (
                deadline.id,
                compile_date(deadline.date, places),
                compile_condition(deadline.when, places).judge,
            )
            for deadline in content.deadlines
        ]

    def of(self, person: Person, as_of: datetime.date) -> tuple[DeadlineOn, ...]:
        """Return the deadlines that run or may run, ordered by their first day, then as listed."""
        listed_from = dates.years_after(dates.day(as_of), -YEARS_LISTED).first
        found = []
        for name, find, when in self._compiled:
            date = find(person)
            if not isinstance(date, Interval) or date.last < listed_from:
                continue
            if when(person) is not NO:
                found.append(DeadlineOn(name, date))
        return tuple(sorted(found, key=lambda deadline: deadline.date.first))
