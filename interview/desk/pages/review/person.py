"""A person at a station: the packed answers, read for one page and forgotten with it."""

from dataclasses import dataclass

from interview.desk.review import queue_facts
from interview.screening import Answers, Carried, Result
from interview.web import Position, Site, Visit, current_site


@dataclass(frozen=True)
class Person:
    """What a slip carries, laid out on the path of the questions."""

    carried: Carried
    position: Position

    @property
    def result(self) -> Result:
        """What the answers come to."""
        return self.position.result

    def packed_with(self, answers: Answers) -> bytes:
        """Return the person's visit with other answers, packed; raise PackingError."""
        whole = Carried(answers, self.carried.language, self.carried.voice)
        return self.position.site.slips.packing.pack(whole)


def person_of(packed: bytes) -> Person:
    """Read a packed visit; raise UnpackingError."""
    site = current_site()
    carried = site.slips.unpack(packed)
    visit = Visit(answers=carried.answers)
    return Person(carried, Position(site, visit, site.settings.today()))


def queue_place(site: Site, result: Result) -> tuple[str | None, bool]:
    """Return all that the queue learns of a result: its urgency, and whether it is for a court."""
    found = queue_facts(site.content, result)
    urgency = "now" if found.rank == "now" else found.worth
    return (None if urgency == "none" else urgency), found.court
