"""The plan of a day: made before anybody comes, and not changed while they are here."""

import datetime
import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from interview.content import ResultsShown, Seating

# Health statistics hide what is below; no plan tells more.
_LEAST_PUBLISHED = 11


class PlanError(ValueError):
    """A plan that cannot be; the message says why, and what to do."""


@dataclass(frozen=True)
class ReviewerPlan:
    """A reviewer to come: whether court cases go to them, and the languages that they speak."""

    can_court: bool
    languages: tuple[str, ...]


@dataclass(frozen=True)
class DayPlan:
    """What is known of a day before it: its word, hours (local), languages, and the team by number.

    `smallest`: the fewest people of whom a number is told.
    """

    word: str
    day: datetime.date
    opens: datetime.time
    closes: datetime.time
    languages: tuple[str, ...]
    results: ResultsShown
    seating: Seating
    reviewers: tuple[ReviewerPlan, ...]
    doors: int = 1
    helpers: int = 1
    exits: int = 1
    students: int = 0
    is_practice: bool = False
    smallest: int = _LEAST_PUBLISHED

    def check(self, known_languages: Collection[str]) -> None:
        """Raise PlanError where the day could not be run like this."""
        for problem in self._problems(known_languages):
            raise PlanError(problem)

    def _problems(self, known_languages: Collection[str]) -> Iterator[str]:
        if self.opens >= self.closes:
            yield "the day closes before it opens. A day ends before midnight: give other hours"
        if unknown := [one for one in self.languages if one not in known_languages]:
            yield f"there is no language {unknown[0]!r} here. Known: {', '.join(known_languages)}"
        spoken = {language for one in self.reviewers for language in one.languages}
        if silent := [one for one in self.languages if one not in spoken]:
            yield f"no reviewer speaks {silent[0]!r}. Add one, or take the language out"
        if min(self.doors, self.exits) < 1 or min(self.helpers, self.students) < 0:
            yield "a day needs at least one door and one exit"
        if not any(one.can_court for one in self.reviewers):
            yield "nobody could take a court case. Add an attorney or a fully accredited reviewer"
        if self.smallest < _LEAST_PUBLISHED:
            yield f"no number of fewer than {_LEAST_PUBLISHED} people is told. Leave that as it is"

    def slots(self) -> Iterator[tuple[str, bool, tuple[str, ...]]]:
        """Yield the role, the power for court cases and the languages of each card."""
        yield "coordinator", False, self.languages
        for role, many in (("door", self.doors), ("helper", self.helpers), ("exit", self.exits)):
            yield from ((role, False, self.languages) for _ in range(many))
        for reviewer in self.reviewers:
            yield "reviewer", reviewer.can_court, reviewer.languages
        yield from (("student", False, self.languages) for _ in range(self.students))

    def written(self) -> str:
        """Return the plan as the store keeps it."""
        return json.dumps(asdict(self), default=str, sort_keys=True)


def read_plan(written: str) -> DayPlan:
    """Return a plan that the store kept."""
    found: dict[str, Any] = json.loads(written)
    plan = DayPlan(**found)
    return replace(
        plan,
        day=datetime.date.fromisoformat(found["day"]),
        opens=datetime.time.fromisoformat(found["opens"]),
        closes=datetime.time.fromisoformat(found["closes"]),
        languages=tuple(found["languages"]),
        reviewers=tuple(
            ReviewerPlan(one["can_court"], tuple(one["languages"])) for one in found["reviewers"]
        ),
    )
