"""YAML to plain data in which every scalar is text, with the line of every key and value.

YAML's own guesses (`no` is false, 012 is ten, the last of two equal keys wins) would change
the law in silence, so none of them is used here.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

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


@dataclass
class Document:
    """The data of one file, the line of each place in it, and what was wrong with it."""

    file: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set, repr=False)

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest place around it, counted from 1."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

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
        node = yaml.compose(text.removeprefix("\ufeff"), Loader=_Loader)
        if node is not None:
            document.data = _plain(node, (), document)
    except yaml.YAMLError as error:
        document.problems.append(_explain(error, text, shown_as))
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
        return None if not node.style and node.value in _EMPTY else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*place, n), document) for n, item in enumerate(node.value)]
    return _plain_mapping(node, place, document)


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
            line = key_node.start_mark.line + 1
            document.problems.append(Problem(document.file, line, message))
            continue
        document.lines[here] = key_node.start_mark.line + 1
        found[key] = _plain(value_node, here, document)
    return found


def _explain(error: yaml.YAMLError, text: str, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    rows = text.splitlines()
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    problem = str(getattr(error, "problem", "") or error)
    if "\t" in row[: len(row) - len(row.lstrip())] or r"'\t'" in problem:
        message = "there is a tab in the indent. Use spaces"
    elif "mapping values are not allowed" in problem:
        message = (
            "a text with a colon and a space in it must stand in double quotes, "
            "or on its own line after >-"
        )
    elif re.search(r"found (unknown|undefined) escape|found character", problem):
        message = "a character here has a meaning in YAML. Put the text in double quotes"
    else:
        message = f"this is not YAML ({problem}). Look at the indent and the quotes here"
    return Problem(file, line, message)
