"""Results as the plain data that the command line prints, and as one line of JSON each."""

import json
from collections.abc import Callable, Hashable
from typing import Any

from interview.rules import Truth, dates, remember
from interview.screening import Result, Screening, Statuses

_WORDS = {truth: truth.value for truth in Truth}
_encode = json.JSONEncoder(ensure_ascii=False).encode


class ResultWriter:
    """Writes the results of one screening.

    A result falls into a few parts, and most parts came up before: each part is worked out and
    encoded once, and remembered by what it says.
    """

    def __init__(self, screening: Screening) -> None:
        content = screening.content
        self._flags = {flag.id: {"id": flag.id, "urgency": flag.urgency} for flag in content.flags}
        self._statuses = Statuses(content)
        self._encoded: dict[str, dict[Hashable, str]] = {name: {} for name in _PARTS}

    def plain(self, result: Result) -> dict[str, Any]:
        """Return a result as ids and words, ready for JSON."""
        found = {name: write(self, result) for name, (_, write) in _PARTS.items()}
        return {name: part for name, part in found.items() if part is not None}

    def line(self, result: Result, row_id: Any = None) -> str:
        """Return a result as one line of JSON, after the row's id where it has one."""
        parts = [] if row_id is None else [f'"id": {_encode(row_id)}']
        for name, (key_of, write) in _PARTS.items():
            key = key_of(result)
            if key is None:
                continue
            seen = self._encoded[name]
            part = seen.get(key)
            if part is None:
                part = remember(seen, key, f'"{name}": {_encode(write(self, result))}')
            parts.append(part)
        return "{" + ", ".join(parts) + "}\n"

    def programs(self, result: Result) -> dict[str, Any]:
        """Return each program's result and all its criteria."""
        return {
            program: {
                "result": result.programs[program],
                "criteria": {name: _WORDS[result.criteria[name]] for name in needed},
            }
            for program, needed in result.needed.items()
        }

    def flags(self, result: Result) -> list[dict[str, str]]:
        """Return the raised flags with their urgency."""
        return [self._flags[flag] for flag in result.raised()]

    def memos(self, result: Result) -> list[dict[str, str | None]]:
        """Return the memos that fit, and how each stood on the day."""
        statuses = self._statuses.of_memos_on(result.as_of)
        return [{"id": memo, "status": statuses[memo]} for memo in result.memos]

    def status(self, result: Result) -> dict[str, str | None]:
        """Return how each program and the priorities stood on the day."""
        return self._statuses.on(result.as_of)

    def deadlines(self, result: Result) -> list[dict[str, str]]:
        """Return the dates that follow from the answers, each with its first and last day."""
        return [
            {"id": name, "from": dates.written(date.first), "to": dates.written(date.last)}
            for name, date in result.deadlines
        ]

    def circuit(self, result: Result) -> dict[str, str] | None:
        """Return what the court over the place of custody has said of bond, and since when."""
        if result.circuit is None:
            return None
        court, bond, since = result.circuit
        return {"court": court, "bond": bond, "since": since.isoformat()}


Part = tuple[Callable[[Result], Hashable], Callable[[ResultWriter, Result], Any]]

# Each part of a written result: what tells it from another one, and how it is written.
_PARTS: dict[str, Part] = {
    "as_of": (lambda r: r.as_of, lambda _, r: r.as_of.isoformat()),
    "lane": (lambda r: r.lane, lambda _, r: r.lane),
    "programs": (
        lambda r: (tuple(r.criteria.values()), *r.needed.items()),
        ResultWriter.programs,
    ),
    "priority": (
        lambda r: tuple(r.grounds.values()),
        lambda _, r: {"level": r.level, "grounds": r.holding(), "possible": r.possible()},
    ),
    "flags": (lambda r: r.raised(), ResultWriter.flags),
    "missing": (lambda r: r.missing, lambda _, r: r.missing),
    "factors": (
        lambda r: (r.positive, r.adverse),
        lambda _, r: {"positive": r.positive, "adverse": r.adverse},
    ),
    "escalation": (
        lambda r: r.escalation,
        lambda _, r: {"shown": r.escalation_shown, "steps": r.escalation},
    ),
    "options": (lambda r: r.options, lambda _, r: r.options),
    "memos": (lambda r: (r.as_of, r.memos), ResultWriter.memos),
    "status": (lambda r: r.as_of, ResultWriter.status),
    "notes": (lambda r: r.notes, lambda _, r: r.notes),
    "deadlines": (lambda r: r.deadlines, ResultWriter.deadlines),
    "today": (lambda r: r.today, lambda _, r: r.today),
    "circuit": (lambda r: r.circuit, ResultWriter.circuit),
}
