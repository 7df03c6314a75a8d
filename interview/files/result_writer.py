"""Results as lines of JSON, one a person."""

import json
from collections.abc import Callable, Hashable
from typing import Any

from interview.files.result_words import ResultWords
from interview.rules import remember
from interview.screening import PARTS, Result

Key = Callable[[Result], Hashable]
_encode = json.JSONEncoder(ensure_ascii=False).encode


class ResultWriter:
    """Writes the results of one screening.

    A result falls into a few parts, and most parts came up before: each part is worked out and
    encoded once, and remembered by what it says. With `words`, it is told how soon, and why.
    """

    def __init__(self, words: ResultWords | None = None) -> None:
        self._parts: list[tuple[str, Key, Callable[[Result], Any], dict[Hashable, str]]] = [
            (name, key_of, PARTS[name], {}) for name, key_of in _KEYS.items()
        ]
        if words:
            self._parts += [
                ("how_soon", lambda r: (r.lane, r.as_of), words.how_soon, {}),
                ("why", lambda r: (r.raised(), r.as_of, r.not_reached), words.why, {}),
            ]

    def line(self, result: Result, row_id: Any = None) -> str:
        """Return a result as one line of JSON, after the row's id where it has one."""
        parts = [] if row_id is None else [f'"id": {_encode(row_id)}']
        for name, key_of, part_of, seen in self._parts:
            key = key_of(result)
            if key is None:
                continue
            part = seen.get(key)
            if part is None:
                part = remember(seen, key, f'"{name}": {_encode(part_of(result))}')
            parts.append(part)
        return "{" + ", ".join(parts) + "}\n"


# What of a result tells each part of it from another one.
_KEYS: dict[str, Key] = {
    "as_of": lambda r: r.as_of,
    "lane": lambda r: r.lane,
    "programs": lambda r: (tuple(r.criteria.values()), *r.criteria_of.items()),
    "priority": lambda r: tuple(r.grounds.values()),
    "flags": lambda r: r.raised(),
    "missing": lambda r: r.missing,
    "factors": lambda r: (r.positive, r.adverse),
    "escalation": lambda r: r.escalation,
    "options": lambda r: r.options,
    "memos": lambda r: (r.as_of, r.memos),
    "status": lambda r: r.as_of,
    "notes": lambda r: r.notes,
    "deadlines": lambda r: r.deadlines,
    "today": lambda r: r.today,
    # A part that is not there has no key.
    "circuit": lambda r: r.circuit,
    "so_far": lambda r: r.is_so_far or None,
    "not_reached": lambda r: r.not_reached or None,
}
