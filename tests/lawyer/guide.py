"""The examples of the guide, read out of it and written where it says, as a lawyer would.

The first line of an example says where it goes: `# law.yaml, at the end of: timelines / daca /
events`, `# flags.yaml, after: flags / detained`, `# law.yaml, in place of: last_legal_check`, or
the name alone of a new file.
"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

EXAMPLE = re.compile(r"```yaml\n# (?P<place>\S+\.yaml\b.*)\n(?P<body>(?:.*\n)*?)```\n")
PLACE = re.compile(
    r"(?P<file>\S+\.yaml)(?:, (?P<how>at the end|after|in place)(?: of)?(?:: (?P<steps>.+))?)?"
)
DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")


@dataclass(frozen=True)
class Example:
    """Some lines of YAML, the file that they go into, and the place in it."""

    file: str
    how: str
    steps: tuple[str, ...]
    body: str


def sections(guide: Path) -> dict[str, list[Example]]:
    """Return the examples of the guide by the heading that they stand under."""
    parts = re.split(r"^##+ (.+)$", guide.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = {
        heading: [_example(match) for match in EXAMPLE.finditer(text)]
        for heading, text in zip(parts[1::2], parts[2::2], strict=True)
    }
    return {heading: examples for heading, examples in found.items() if examples}


def _example(match: re.Match[str]) -> Example:
    place = PLACE.fullmatch(match["place"])
    assert place is not None, f"the guide does not say where this goes: {match['place']}"
    steps = tuple(place["steps"].split(" / ")) if place["steps"] else ()
    return Example(place["file"], place["how"] or "new file", steps, match["body"])


def follow(examples: list[Example], questions: Path) -> None:
    """Do what the examples say in a copy; where the law has gone past their days, on later days."""
    later = max(_days_behind(example, questions) for example in examples)
    for example in examples:
        path = questions / example.file
        body = DAY.sub(lambda day: str(_day(day[0]) + later), example.body)
        if example.how == "new file":
            assert not path.exists(), f"{example.file} is there already"
            path.write_text(body, encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            path.write_text(_written(text, example, body.splitlines()), encoding="utf-8")


# ---------------------------------------------------------------- where it goes


def _written(text: str, example: Example, body: list[str]) -> str:
    rows = text.splitlines()
    start, value = _found(yaml.compose(text), example.steps)
    if example.how == "at the end" and value.flow_style:
        end = value.end_mark
        more = ", ".join(line.removeprefix("- ") for line in body)
        row = rows[end.line]
        rows[end.line] = f"{row[: end.column - 1]}, {more}{row[end.column - 1 :]}"
        return "\n".join(rows) + "\n"
    first, last = start.start_mark.line, _last_line(value, rows)
    indent = re.match(r" *", rows[value.start_mark.line if example.how == "at the end" else first])
    assert indent is not None
    new = [indent[0] + line if line else line for line in body]
    rows[first if example.how == "in place" else last + 1 : last + 1] = new
    return "\n".join(rows) + "\n"


def _found(node: Any, steps: tuple[str, ...]) -> tuple[Any, Any]:
    """The key or entry that the steps lead to, and its value."""
    start = node
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            pairs = [pair for pair in node.value if pair[0].value == step]
            assert pairs, f"there is no {step} in {' / '.join(steps)}"
            [(start, node)] = pairs
        else:
            entries = [item for nth, item in enumerate(node.value, start=1) if _is(item, step, nth)]
            assert entries, f"there is no {step} in {' / '.join(steps)}"
            start = node = entries[0]
    return start, node


def _is(entry: Any, step: str, number: int) -> bool:
    if isinstance(entry, yaml.MappingNode):
        ids = [value.value for key, value in entry.value if key.value == "id"]
        return step in ids or step == str(number)
    return bool(entry.value == step or entry.value.startswith(f"{step} "))


def _last_line(node: Any, rows: list[str]) -> int:
    """The number of the last line of a value, from 0; comments below it are not part of it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last, rows)
    end = node.end_mark.line
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        end -= 1
        while not rows[end].strip():
            end -= 1
    return int(end)


# ---------------------------------------------------------------- and on which day

_TOLD_IN_ORDER = (("events",), ("statuses",), ("decisions",), ("last_legal_check",))


def _day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)


def _days_behind(example: Example, questions: Path) -> datetime.timedelta:
    """By how much the days of an example must move, so that it comes after what is told there."""
    none = datetime.timedelta()
    told = DAY.search(example.body)
    if not told or example.steps[-1:] not in _TOLD_IN_ORDER:
        return none
    text = (questions / example.file).read_text(encoding="utf-8")
    _, value = _found(yaml.compose(text), example.steps)
    days = [value.value] if isinstance(value, yaml.ScalarNode) else _days_of(value)
    return max(none, max(map(_day, days)) - _day(told[0]) + datetime.timedelta(days=1))


def _days_of(entries: Any) -> list[str]:
    pairs = [pair for entry in entries.value for pair in entry.value]
    return [value.value for key, value in pairs if key.value == "date"]
