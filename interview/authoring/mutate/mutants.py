"""Small wrong editions of the content: one date, value, verb or word of one condition changed.

Each is a mistake that a tired person could make. A worked case, a check or a claim must notice it.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from interview.authoring.mutate.settings import setting_changes, steps_beside
from interview.content import Content
from interview.loading import Document, Place

CONDITION_KEYS = ("condition", "unclear_if", "asked_if", "shown_if", "when", "cautious_unless")
_OTHER_GROUPS = {"all": ("any",), "any": ("all",), "none": ("any", "all")}
_OTHER_VERBS = (
    (" is on or before ", " is before "),
    (" is before ", " is on or before "),
    (" is on or after ", " is after "),
    (" is after ", " is on or after "),
    (" is not one of ", " is one of "),
    (" is one of ", " is not one of "),
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"(?<=birthday )\d+|\d+(?= (?:years?|days?) (?:after|before) )")


@dataclass(frozen=True)
class Mutant:
    """One changed condition: where it stands, what it said, what it says, and the file's data."""

    file: str
    line: int
    rule: str
    before: str
    after: str
    data: Any

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.before}  ->  {self.after}"


class Breeder:
    """Makes every mutant of a content's files, in their order."""

    def __init__(self, content: Content) -> None:
        self.values = {
            question.id: [value.id for value in question.values] or ["yes", "no"]
            for question in content.questions
        }

    def mutants(self, name: str, document: Document) -> Iterator[tuple[str, Mutant]]:
        """Yield each mutant of one file, with the file's name."""
        changes = [
            (rule, change)
            for place, rule in _conditions(document.data, ())
            for change in self._changes(_at(document.data, place), place)
        ]
        changes += _status_changes(document.data)
        changes += setting_changes(document.data)
        for rule, (path, before, after) in changes:
            data = deepcopy(document.data)
            _put(data, path, after)
            said = _said(before)
            line = document.line(path)
            yield name, Mutant(document.file, line, rule, said, _shortly(after), data)

    def _changes(self, condition: Any, path: Place) -> Iterator[tuple[Place, Any, Any]]:
        """Yield (where, before, after) for each small change inside a condition."""
        if isinstance(condition, str):
            for line in self._lines(" ".join(condition.split())):
                yield path, condition, line
            return
        [(group, parts)] = condition.items()
        for other in _OTHER_GROUPS[group] if len(parts) > 1 or group == "none" else ():
            yield path, condition, {other: parts}
        for number, part in enumerate(parts):
            if len(parts) > 1:
                yield path, condition, {group: parts[:number] + parts[number + 1 :]}
            yield from self._changes(part, (*path, group, number))

    def _lines(self, line: str) -> Iterator[str]:
        """Yield every changed form of one line of a condition."""
        for found in _DATE.finditer(line):
            for moved in steps_beside(found[0]):
                yield line[: found.start()] + moved + line[found.end() :]
        for found in _NUMBER.finditer(line):
            for step in (-1, 1):
                yield line[: found.start()] + str(int(found[0]) + step) + line[found.end() :]
        for verb, other in _OTHER_VERBS:
            if verb in line:
                yield line.replace(verb, other)
                break
        yield from self._other_values(line)

    def _other_values(self, line: str) -> Iterator[str]:
        if one := re.fullmatch(r"(\w+) is( not)? (\w+)", line):
            fact, negated, value = one.groups()
            if value == "known":
                return
            yield f"{fact} is {value}" if negated else f"{fact} is not {value}"
            for other in self._neighbours(fact, value):
                yield f"{fact} is{negated or ''} {other}"
        elif many := re.fullmatch(r"(\w+) (is one of|is not one of|includes any of) (.+)", line):
            fact, verb, listed = many.groups()
            values = [value.strip() for value in listed.split(",")]
            for number in range(len(values)):
                yield f"{fact} {verb} {', '.join(values[:number] + values[number + 1 :])}"
        elif included := re.fullmatch(r"(\w+) includes (\w+)", line):
            fact, value = included.groups()
            for other in self._neighbours(fact, value):
                yield f"{fact} includes {other}"
            yield f"{fact} has any"

    def _neighbours(self, fact: str, value: str) -> list[str]:
        """The values before and after one in its question's list."""
        values = self.values.get(fact, [])
        if value not in values:
            return []
        at = values.index(value)
        return [values[n] for n in (at - 1, at + 1) if 0 <= n < len(values)]


def _conditions(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield the place of every condition in a file's data, with the id of its rule."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in CONDITION_KEYS and not isinstance(value, list):
                yield (*place, key), str(data.get("id") or data.get("step") or key)
            else:
                yield from _conditions(value, (*place, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _conditions(value, (*place, number))


def _status_changes(data: Any) -> Iterator[tuple[str, tuple[Place, Any, Any]]]:
    """Yield the dates and statuses of the law's events, changed; other events change no result."""
    for number, timeline in enumerate(data["timelines"] if "last_legal_check" in data else ()):
        for nth, event in enumerate(timeline["events"]):
            if "status" not in event:
                continue
            place = ("timelines", number, "events", nth)
            for moved in steps_beside(event["date"]):
                yield timeline["id"], ((*place, "date"), event["date"], moved)
            other = "open" if event["status"] != "open" else "ended"
            yield timeline["id"], ((*place, "status"), event["status"], other)


def _at(data: Any, place: Place) -> Any:
    for step in place:
        data = data[step]
    return data


def _put(data: Any, place: Place, value: Any) -> None:
    _at(data, place[:-1])[place[-1]] = value


def _said(before: Any) -> str:
    return f"{next(iter(before))}: ..." if isinstance(before, dict) else _shortly(before)


def _shortly(condition: Any) -> str:
    if isinstance(condition, list):
        return f"[{', '.join(part if isinstance(part, str) else '...' for part in condition)}]"
    if not isinstance(condition, dict):
        return str(condition)
    [(group, parts)] = condition.items()
    return f"{group}: [{', '.join(_shortly(part) for part in parts)}]"
