"""Results of a batch as lines of JSON, the same to a byte as those written one by one."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np

from interview.caseload.bitmaps import CodedPeople, Found
from interview.caseload.lines.dated import listed_deadlines
from interview.caseload.lines.patterns import Bits, TextsByBits
from interview.caseload.lines.writing import (
    RESULT_WORDS,
    LinePart,
    LineWriter,
    both_bits,
    read_truths,
)
from interview.caseload.lowering import Lowered, Node
from interview.content import Content
from interview.files import batch
from interview.rules import UNKNOWN, YES, dates
from interview.screening import CircuitBook, Path, Programs, Statuses, event_id, latest_event

_encode = json.JSONEncoder(ensure_ascii=False).encode
# The part that is there in some lines only, and what stands behind the deadlines.
_AT_TIMES = "circuit"
_LAST = ("today", _AT_TIMES, "how_soon", "why")


class JsonWriter(LineWriter):
    """Writes lines of JSON, the same to a byte as those written one by one."""

    def __init__(self, content: Content, lowered: Lowered, job: batch.Job) -> None:
        self._criteria_of = Programs(content).on(job.as_of)
        self._events = _events_of_flags(content, job.as_of)
        self._urgencies = {flag.id: flag.urgency for flag in content.flags}
        statuses = Statuses(content)
        self._status, self._memos = statuses.on(job.as_of), statuses.of_memos_on(job.as_of)
        self._courts = CircuitBook(content, Path(content))
        self._dates: dict[tuple[str, int, int], str] = {}
        super().__init__(content, lowered, job)

    def nodes(self) -> list[Node]:
        """Return the steps of the graph that lines are made of."""
        return super().nodes() + [one.listed for one in self._lowered.deadlines.values()]

    # ------------------------------------------------------------ the parts

    def _all_parts(self) -> Iterator[tuple[str, LinePart]]:
        """Each part with its name before it; what is not there is left out with it."""
        yield "as_of", self._constant("as_of", self._as_of.isoformat())
        yield "lane", self._choice("lane", lambda lane: f'"lane": {_encode(lane)}')
        yield from self._programs()
        level = [(node, True) for node in self._lowered.choices["level"].values()]
        yield "priority", (level + self._truths("ground"), TextsByBits(self._priority))
        yield "flags", self._list("flags", "flag", self._flag)
        yield "missing", self._list("missing", "missing")
        yield "factors", self._listed(("positive", "adverse"), self._factors)
        yield "escalation", self._listed(("escalation", "step"), self._escalation)
        stages = [(node, True) for node in self._lowered.choices["stage"].values()]
        offered = [(node, True) for node in self._nodes.get("option", ())]
        yield "options", (stages + offered, TextsByBits(self._options))
        yield "memos", self._list("memos", "memo", self._memo)
        yield "status", self._constant("status", dict(self._status))
        yield "notes", self._list("notes", "note")
        told = {flag: events for flag, events in self._events.items() if events}
        yield "today", self._each("flag", told, self._today)
        yield _AT_TIMES, self._choice(_AT_TIMES, self._circuit)
        yield "how_soon", self._choice("lane", lambda lane: _encode(self._how_soon(lane)))
        yield "why", self._listed(("flag",), lambda held: _encode(self._why(held)))

    def _constant(self, name: str, value: Any) -> LinePart:
        text = _named(name, value)
        return [], TextsByBits(lambda bits: text)

    def _list(self, name: str, kind: str, tell: Callable[[str], Any] = str) -> LinePart:
        told = {one: _encode(tell(one)) for one in self._ids.get(kind, ())}
        return self._each(kind, told, lambda held: f'"{name}": [{", ".join(held)}]')

    def _programs(self) -> Iterator[tuple[str, LinePart]]:
        """A part for each program, which hangs on less than all of them do together."""
        names, criteria = self._ids.get("program", []), dict(self._of("criterion"))
        if not names:
            yield "programs", self._constant("programs", {})
        for name, node in self._of("program"):
            asked = both_bits([node, *(criteria[one] for one in self._criteria_of[name])])
            before = '"programs": {' * (name == names[0])
            after = "}" * (name == names[-1])
            yield f"programs {name}", (asked, TextsByBits(self._program(name, before, after)))

    def _program(self, name: str, before: str, after: str) -> Callable[[Bits], str]:
        def program(bits: Bits) -> str:
            truth, *criteria = read_truths(bits)
            values = (one.value for one in criteria)
            judged = {
                "result": RESULT_WORDS[truth],
                "criteria": dict(zip(self._criteria_of[name], values, strict=True)),
            }
            return f"{before}{_named(name, judged)}{after}"

        return program

    def _priority(self, bits: Bits) -> str:
        levels = list(self._lowered.choices["level"])
        level = levels[int(np.flatnonzero(bits[: len(levels)])[0])]
        truths = dict(zip(self._ids["ground"], read_truths(bits[len(levels) :]), strict=True))
        return _named("priority", {
            "level": level,
            "grounds": [name for name, truth in truths.items() if truth is YES],
            "possible": [name for name, truth in truths.items() if truth is UNKNOWN],
        })  # fmt: skip

    def _flag(self, flag: str) -> dict[str, str]:
        return {"id": flag, "urgency": self._urgencies[flag]}

    def _memo(self, memo: str) -> dict[str, Any]:
        return {"id": memo, "status": self._memos[memo]}

    def _factors(self, held: dict[str, list[str]]) -> str:
        return _named("factors", held)

    def _escalation(self, held: dict[str, list[str]]) -> str:
        return _named("escalation", {"shown": bool(held["escalation"]), "steps": held["step"]})

    def _options(self, bits: Bits) -> str:
        """In the order of the person's stage."""
        stages = self._content.options.stages
        at = np.flatnonzero(bits[: len(stages)]).tolist()
        ids = self._ids.get("option", [])
        held = {ids[n] for n in np.flatnonzero(bits[len(stages) :]).tolist()}
        return _named("options", [o.id for n in at for o in stages[n].options if o.id in held])

    def _today(self, told: list[list[str]]) -> str:
        return _named("today", list(dict.fromkeys(event for events in told for event in events)))

    def _circuit(self, court: str) -> str:
        standing = self._courts.standing(court, self._as_of)
        told = {"court": court, "bond": standing.bond, "since": standing.since.isoformat()}
        return f", {_named(_AT_TIMES, told)}"

    # ------------------------------------------------------------ a batch

    def lines(
        self, ids: Iterable[str | None], found: Found, people: CodedPeople, rows: int
    ) -> list[str]:
        """Return each person's line of JSON."""
        texts = self._texts(found, rows)
        today, courts, *words = (texts.pop(name).tolist() for name in _LAST)
        columns = [column.tolist() for column in texts.values()]
        columns += [self._deadlines(found, people, rows), today]
        parts = map(", ".join, zip(*columns, strict=True))
        return [
            f'{_begun(one)}{part}{court}, "how_soon": {how_soon}, "why": {why}}}\n'
            for one, part, court, how_soon, why in zip(ids, parts, courts, *words, strict=True)
        ]

    def _deadlines(self, found: Found, people: CodedPeople, rows: int) -> list[str]:
        """The deadlines of each person, ordered by their first day, then as listed."""
        listed: dict[int, list[tuple[int, str]]] = {}
        for name, *columns in listed_deadlines(self._lowered, found, people, rows):
            for row, begins, ends in zip(*(c.tolist() for c in columns), strict=True):
                told = self._dated(name, begins, ends)
                listed.setdefault(row, []).append((begins, told))
        texts = ['"deadlines": []'] * rows
        for row, several in listed.items():
            several.sort(key=lambda one: one[0])
            texts[row] = f'"deadlines": [{", ".join(told for _, told in several)}]'
        return texts

    def _dated(self, name: str, first: int, last: int) -> str:
        key = (name, first, last)
        told = self._dates.get(key)
        if told is None:
            if len(self._dates) > 100_000:
                self._dates.clear()
            days = {"id": name, "from": dates.written(first), "to": dates.written(last)}
            told = self._dates[key] = _encode(days)
        return told


def _events_of_flags(content: Content, as_of: datetime.date) -> dict[str, list[str]]:
    """Return the latest events up to a local date that each flag tells of."""
    lines = {line.id: line for line in content.law.timelines}
    latest = {name: latest_event(line, as_of) for name, line in lines.items()}
    told = {name: event_id(lines[name], event) for name, event in latest.items() if event}
    return {flag.id: [told[n] for n in flag.timelines if n in told] for flag in content.flags}


def _named(name: str, value: Any) -> str:
    return f"{_encode(name)}: {_encode(value)}"


def _begun(row_id: str | None) -> str:
    return "{" if row_id is None else f'{{"id": {_encode(row_id)}, '
