"""YAML to plain data in which every scalar is text, with the line of every key and value.

YAML's own guesses (`no` is false, 012 is ten, the last of two equal keys wins) would change
the law in silence, so none of them is used here.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from interview.loading.yaml_mistakes import explained

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = {"", "~", "null", "Null", "NULL"}
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


def read_file(path: Path, shown_as: str) -> Document:
    """Read a YAML file; problems are in the document, none are raised."""
    try:
        return read_text(path.read_text(encoding="utf-8"), shown_as)
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}). Check that it is there"
    except UnicodeDecodeError:
        message = "the file is not UTF-8 text. Save it as UTF-8"
    return Document(shown_as, problems=[Problem(shown_as, 1, message)])


def read_text(text: str, shown_as: str) -> Document:
    """Read YAML from a text; problems are in the document, none are raised."""
    document = Document(shown_as)
    try:
        # Letters and accents apart are only another way to write the same.
        text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
        node = yaml.compose(text, Loader=_Loader)
        if node is not None:
            document.data = _plain(node, (), document)
            _complain_of_dashes(document, text.splitlines())
    except yaml.YAMLError as error:
        document.problems.append(Problem(shown_as, *explained(error, text.splitlines())))
    except RecursionError:
        message = "brackets or lists stand too deep inside each other. Close them, or take some out"
        document.problems.append(Problem(shown_as, 1, message))
    return document


def _plain(node: Any, place: Place, document: Document) -> Any:
    if id(node) in document.seen:
        line = node.start_mark.line + 1
        message = "& and * (a text used again by its name) are not read here. Write it out"
        document.problems.append(Problem(document.file, line, message))
        return None
    document.seen.add(id(node))
    document.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        if not node.style and node.end_mark.line > node.start_mark.line:
            document.folded.append((node.start_mark.line + 1, node.end_mark.line + 1))
        return None if not node.style and node.value in _EMPTY else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*place, n), document) for n, item in enumerate(node.value)]
    return _plain_mapping(node, place, document)


def _complain_of_dashes(document: Document, rows: list[str]) -> None:
    """A dash that is indented too far is read as part of the text above it."""
    for first, last in document.folded:
        for number in range(first + 1, last + 1):
            if rows[number - 1].lstrip().startswith("- "):
                message = (
                    "this dash is read as part of the line above. Indent it like the other "
                    "dashes of its list, and look for a colon that is missing above"
                )
                document.problems.append(Problem(document.file, number, message))


def _plain_mapping(node: Any, place: Place, document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            message = "a key is one word, such as detained. Take the brackets out"
            document.problems.append(Problem(document.file, key_node.start_mark.line + 1, message))
            continue
        key = str(key_node.value)
        here = (*place, key)
        if key in found:
            first = document.lines[here]
            message = f'"{key}" stands twice (also on line {first}). Keep one of the two'
            if key == node.value[0][0].value and place and isinstance(place[-1], int):
                message += ", or begin a new entry with a dash"
            line = key_node.start_mark.line + 1
            document.problems.append(Problem(document.file, line, message))
            continue
        document.lines[here] = key_node.start_mark.line + 1
        found[key] = _plain(value_node, here, document)
    return found
