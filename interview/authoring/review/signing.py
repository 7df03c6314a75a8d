"""A signature written into a content file; every other letter of the file stays as it is."""

import json
from pathlib import Path
from typing import Any

import yaml

from interview.content import Signature
from interview.loading import Place, read_text, write_whole


def write_signature(path: Path, place: Place, signature: Signature) -> None:
    """Sign what stands at a place of a file; a signature that stands there is replaced."""
    before = path.read_text(encoding="utf-8")
    after = _with_signature(before, place, signature)
    if _unsigned(after, place) != _unsigned(before, place):
        raise AssertionError(f"{path}: a signature would change more than itself")
    write_whole(path, after)


def _with_signature(text: str, place: Place, signature: Signature) -> str:
    entry = _node(yaml.compose(text, Loader=yaml.SafeLoader), place)
    by = json.dumps(signature.by, ensure_ascii=False)
    line = f"reviewed: {{by: {by}, on: {signature.on}, of: {signature.of}}}"
    keys = {key.value: (key, value) for key, value in entry.value}
    if "reviewed" in keys:
        key, value = keys["reviewed"]
        return text[: key.start_mark.index] + line + text[_end(value) :]
    if entry.flow_style:
        end = entry.end_mark.index - 1
        return f"{text[:end]}, {line}{text[end:]}"
    # Before the source, where it stands beside what was read; else below the first line.
    first = [key for key, _ in entry.value]
    key = keys["source"][0] if "source" in keys else first[min(1, len(first) - 1)]
    at = key.start_mark.index
    return f"{text[:at]}{line}\n{' ' * key.start_mark.column}{text[at:]}"


def _node(node: Any, place: Place) -> Any:
    for step in place:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == step)
    return node


def _end(value: Any) -> int:
    """Where a value ends; a block goes on to the next key, and its last value does not."""
    if isinstance(value, yaml.MappingNode) and not value.flow_style:
        return _end(value.value[-1][1])
    end: int = value.end_mark.index
    return end


def _unsigned(text: str, place: Place) -> Any:
    """What a file says but for the signature at a place."""
    whole = read_text(text, "").data
    entry = whole
    for step in place:
        entry = entry[step]
    entry.pop("reviewed", None)
    return whole
