"""Which programs there are on a day, and which criteria each of them has then."""

import datetime
from collections.abc import Mapping

from interview.content import Content

# The criteria that each program asks, by the program.
Needed = Mapping[str, tuple[str, ...]]


class Programs:
    """The programs of one content over time."""

    def __init__(self, content: Content) -> None:
        begins = {line.id: line.events[0].date for line in content.law.timelines}
        self._begins = {p.id: begins[p.timeline] for p in content.programs.values()}
        self._last_begin = max(self._begins.values(), default=datetime.date.min)
        self.all: dict[str, tuple[str, ...]] = {p.id: p.criteria for p in content.programs.values()}
        self._dated = {
            name: criterion
            for name, criterion in content.criteria.items()
            if criterion.first_day or criterion.until
        }

    def on(self, as_of: datetime.date) -> Needed:
        """Return the programs that there are on a local date, with their criteria on that day."""
        if as_of >= self._last_begin and not self._dated:
            return self.all
        return {
            program: tuple(c for c in criteria if self._asked_on(c, as_of))
            for program, criteria in self.all.items()
            if self._begins[program] <= as_of
        }

    def _asked_on(self, criterion: str, as_of: datetime.date) -> bool:
        return criterion not in self._dated or self._dated[criterion].exists_on(as_of)
