"""YAML to plain data in which every scalar is text, with the line of every key and value.

YAML's own guesses (`no` is false, 012 is ten, the last of two equal keys wins) would change
the law in silence, so none of them is used here.
"""

import unicodedata
from typing import Any

import yaml

from interview.loading.document import Document, Place, Problem
from interview.loading.yaml_mistakes import explained

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = {"", "~", "null", "Null", "NULL"}


def read_yaml(text: str, shown_as: str) -> Document:
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
