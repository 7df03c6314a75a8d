"""Values of a YAML file written anew in their place; every other letter of the file stays."""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from interview.loading.document import ContentError, Place, Problem

LONGEST_LINE = 120
_READABLE = 0o644
_PLAIN = re.compile(r"[A-Za-z][\w/.-]*|\d{4}-\d\d-\d\d")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# From the first letter of a value to the one behind its last, in letters of the text.
Stretch = tuple[int, int]


def rewritten(text: str, values: Mapping[Place, Any]) -> str:
    """Return a YAML text with these values at these places, which it must have."""
    starts, before = _line_starts(text), set(text.split("\n"))
    root = yaml.compose(text, Loader=_Loader)
    spans = {place: _span(root, place, starts, text) for place in values}
    for place, (begin, end) in sorted(spans.items(), key=lambda item: item[1], reverse=True):
        text = text[:begin] + " " + in_one_line(values[place]) + text[end:]
    return "\n".join(line if line in before else _folded(line) for line in text.split("\n"))


def in_one_line(value: Any) -> str:
    """Write plain data in YAML's brackets, as the worked cases have it."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {in_one_line(part)}' for key, part in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(in_one_line, value))}]"
    written = str(value)
    return written if _PLAIN.fullmatch(written) or re.fullmatch(r"\d\w*[a-z]", written) else (
        f'"{written}"'
    )  # fmt: skip


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all; raise ContentError where it cannot be written."""
    beside = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=".", delete=False
        ) as file:
            beside = Path(file.name)
            file.write(text)
        beside.chmod(path.stat().st_mode if path.exists() else _READABLE)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        problem = f"this file cannot be written ({error.strerror}). Nothing in it was changed"
        raise ContentError([Problem(str(path), 1, problem)]) from None


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _span(root: Any, place: Place, starts: list[int], text: str) -> Stretch:
    """Find the value at a place, from behind the colon of its key."""
    node, key = root, None
    for step in place:
        if isinstance(step, int):
            node, key = node.value[step], None
        else:
            key, node = next(pair for pair in node.value if pair[0].value == step)
    assert key is not None, "a value is known by its key"
    last = _last(node).end_mark
    end = starts[last.line] + last.column
    begin = text.index(":", starts[key.end_mark.line] + key.end_mark.column) + 1
    return begin, begin + len(text[begin:end].rstrip())


def _last(node: Any) -> Any:
    """The innermost last part: a list without brackets is said to end at what comes after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last(last[1] if isinstance(last, tuple) else last)
    return node


def _folded(line: str) -> str:
    """Break a line of brackets that is too long behind a comma; the rest goes on at its indent."""
    if len(line) <= LONGEST_LINE:
        return line
    remark = line.find(" #")
    cut = line.rfind(", ", 0, min(LONGEST_LINE, remark if remark > 0 else LONGEST_LINE)) + 1
    if not cut or line[:cut].count('"') % 2:
        return line
    opens = re.match(r" *(- )?\w+: ", line) is not None
    indent = len(line) - len(line.lstrip()) + (2 if opens else 0)
    return line[:cut] + "\n" + _folded(" " * indent + line[cut:].lstrip())
