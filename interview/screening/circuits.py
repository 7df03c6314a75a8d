"""What the appeals court over the place of custody has said of bond, as of a day."""

import datetime
from typing import NamedTuple

from interview.content import Bond, Content
from interview.rules import NOT_REACHED, SKIPPED, YES, Row
from interview.screening.path import Path


class CircuitOn(NamedTuple):
    """A court, what it had said of bond, and since when (a local date)."""

    court: str
    bond: Bond
    since: datetime.date


class CircuitBook:
    """The appeals courts of one content, over the places where people are held."""

    def __init__(self, content: Content, path: Path) -> None:
        self._circuits = content.circuits
        self._applies = path.compiler.condition(content.circuits.condition).judge
        asked = (content.circuits.place_of_custody, content.circuits.otherwise)
        self._where = [path.layout[fact] for fact in asked]
        self._court = {
            state: circuit.court
            for circuit in content.circuits.circuits
            for state in circuit.states
        }

    def of(self, row: Row, as_of: datetime.date) -> CircuitOn | None:
        """Return how it stands for the held; None where nobody is held, or nobody knows where."""
        if as_of < self._circuits.begins or self._applies(row) is not YES:
            return None
        places = (row[index] for index in self._where)
        known = [place for place in places if place not in (None, SKIPPED, NOT_REACHED)]
        court = self._court.get(str(known[0])) if known else None
        return self.standing(court, as_of) if court else None

    def standing(self, court: str, as_of: datetime.date) -> CircuitOn:
        """Return what a court had said of bond as of a local date, since the question arose."""
        standing = CircuitOn(court, "open", self._circuits.begins)
        for decision in self._circuits.decisions:
            if decision.court == court and decision.date <= as_of:
                since = self._circuits.begins if decision.bond == "open" else decision.date
                standing = CircuitOn(court, decision.bond, since)
        return standing
