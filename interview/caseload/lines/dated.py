"""The deadlines of a batch, each with the people who have it and their days."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from interview.caseload.bitmaps import CodedPeople, Found, moved_days, unpacked
from interview.caseload.lowering import DatedConclusion, Lowered
from interview.rules import Interval


class ListedDeadline(NamedTuple):
    """A deadline, the rows of the people who have it, and the first and last day of each."""

    name: str
    places: Any
    first: Any
    last: Any


def listed_deadlines(
    lowered: Lowered, found: Found, people: CodedPeople, rows: int
) -> Iterator[ListedDeadline]:
    """Yield each deadline that somebody has; the days are ordinals."""
    for name, deadline in lowered.deadlines.items():
        places = np.flatnonzero(unpacked(found.yes(deadline.listed), rows))
        if len(places):
            yield ListedDeadline(name, places, *_days(deadline, people, places))


def _days(deadline: DatedConclusion, people: CodedPeople, places: Any) -> tuple[Any, Any]:
    if isinstance(deadline.date, Interval):
        first, last = (np.full(len(places), day) for day in deadline.date)
        return first, last
    column = people.dates[deadline.date.fact]
    first, last = (moved_days(end[places], deadline.date.moves) for end in column)
    return first, last
