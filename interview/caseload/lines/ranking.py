"""How soon each person of a batch needs a lawyer, the same as one by one."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from interview.caseload.bitmaps import CodedPeople, Found
from interview.caseload.lines.dated import listed_deadlines
from interview.caseload.lines.patterns import truths_of
from interview.caseload.lowering import Lowered, Node
from interview.content import LANES, Content
from interview.files import UrgencyRank, urgency


class Ranking:
    """Ranks people by their lane, their raised flags and the nearest deadline ahead."""

    def __init__(self, content: Content, lowered: Lowered) -> None:
        self._lowered = lowered
        self._lanes = [lowered.choices["lane"][lane] for lane in LANES]
        order = urgency.most_urgent_first({flag.id: flag.urgency for flag in content.flags})
        self._flags = [lowered.truths[f"flag {flag}"] for flag in order]
        ids = [flag.id for flag in content.flags]
        # Behind all flags: who has none.
        self._flag_places = np.array([*map(ids.index, order), len(ids)])

    def nodes(self) -> list[Node]:
        """Return the steps of the graph that ranks are made of."""
        return self._lanes + self._flags + [d.listed for d in self._lowered.deadlines.values()]

    def ranks(self, found: Found, people: CodedPeople, rows: int) -> list[UrgencyRank]:
        """Return each person's rank."""
        lanes = _first(self._lanes, found, rows).tolist()
        places = self._flag_places[_first(self._flags, found, rows)].tolist()
        return list(zip(lanes, places, self._days_ahead(found, people, rows), strict=True))

    def _days_ahead(self, found: Found, people: CodedPeople, rows: int) -> list[int]:
        """Count the days to the nearest deadline; one that may have come is today's."""
        today = self._lowered.as_of.toordinal()
        nearest = np.full(rows, urgency.NO_DEADLINE, np.int64)
        for one in listed_deadlines(self._lowered, found, people, rows):
            days = np.where(
                one.last >= today, np.maximum(one.first - today, 0), urgency.NO_DEADLINE
            )
            nearest[one.places] = np.minimum(nearest[one.places], days)
        return nearest.tolist()


def _first(nodes: Sequence[Node], found: Found, rows: int) -> Any:
    """Return the place of the first truth that each person has; the number of all for none."""
    held = truths_of([found.yes(node) for node in nodes], rows)
    return np.where(held.any(axis=0), held.argmax(axis=0), len(nodes))
