"""A file of content as plain data, with the line of every key and value, and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """Something wrong in a file: where, what, and what to do about it."""

    file: str
    line: int
    message: str
    rule: str = ""

    def __str__(self) -> str:
        about = f"{self.rule}: " if self.rule else ""
        return f"{self.file}:{self.line}: {about}{self.message}"


class ContentError(Exception):
    """Files that cannot be used: questions, translations, cases, claims or a person's facts.

    `problems` lists everything that is wrong with them.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


@dataclass
class Document:
    """The data of one file, the line of each place in it, and what was wrong with it."""

    file: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    # The ids of what could not be used, and was left out so that the rest can be checked.
    left_out: set[str] = field(default_factory=set)
    seen: set[int] = field(default_factory=set, repr=False)
    # The first and last lines of texts without quotes that go on in the next line.
    folded: list[tuple[int, int]] = field(default_factory=list, repr=False)

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest place around it, counted from 1."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def leave_out(self, entries: set[Place]) -> None:
        """Take entries out of their lists; every other place keeps its line."""

        def without(value: Any, place: Place) -> Any:
            if isinstance(value, dict):
                return {key: without(part, (*place, key)) for key, part in value.items()}
            if not isinstance(value, list):
                return value
            kept = [n for n in range(len(value)) if (*place, n) not in entries]
            return [without(value[n], (*place, n)) for n in kept]

        def moved(place: Place) -> Place:
            steps: list[str | int] = []
            for nth, step in enumerate(place):
                before = range(step if isinstance(step, int) else 0)
                gone = sum((*place[:nth], n) in entries for n in before)
                steps.append(step - gone if isinstance(step, int) else step)
            return tuple(steps)

        def is_gone(place: Place) -> bool:
            return any(place[: len(entry)] == entry for entry in entries)

        self.lines = {moved(p): line for p, line in self.lines.items() if not is_gone(p)}
        self.data = without(self.data, ())

    def complain(self, place: Place, message: str, rule: str = "") -> None:
        """Note a problem at a place."""
        self.problems.append(Problem(self.file, self.line(place), message, rule))
