"""How soon each person of a batch needs a lawyer, the same as one by one."""

import numpy as np

from interview.caseload.bitmaps import CodedPeople, Found
from interview.caseload.lines.dated import listed_deadlines
from interview.caseload.lines.patterns import Bits, ByPattern, patterns_of
from interview.caseload.lowering import Lowered, Node
from interview.content import LANES, Content
from interview.files import UrgencyRank, urgency


class Ranking:
    """Ranks people by their lane, their raised flags and the nearest deadline ahead."""

    def __init__(self, content: Content, lowered: Lowered) -> None:
        self._lowered = lowered
        self._urgencies = {flag.id: flag.urgency for flag in content.flags}
        self._flags = list(self._urgencies)
        self._lanes = list(lowered.choices["lane"].items())
        self._place = ByPattern(self._lane_and_place)

    def nodes(self) -> list[Node]:
        """Return the steps of the graph that ranks are made of."""
        return self._asked() + [one.listed for one in self._lowered.deadlines.values()]

    def _asked(self) -> list[Node]:
        flags = [self._lowered.truths[f"flag {flag}"] for flag in self._flags]
        return [node for _, node in self._lanes] + flags

    def ranks(self, found: Found, people: CodedPeople, rows: int) -> list[UrgencyRank]:
        """Return each person's rank."""
        places = self._place.of(patterns_of([found.yes(node) for node in self._asked()], rows))
        ahead = self._days_ahead(found, people, rows)
        return [(*place, days) for place, days in zip(places.tolist(), ahead, strict=True)]

    def _lane_and_place(self, bits: Bits) -> tuple[int, int]:
        held = np.flatnonzero(bits).tolist()
        count = len(self._lanes)
        [lane] = [self._lanes[number][0] for number in held if number < count]
        raised = [self._flags[number - count] for number in held if number >= count]
        return LANES.index(lane), urgency.place_of(raised, self._urgencies, self._flags)

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
