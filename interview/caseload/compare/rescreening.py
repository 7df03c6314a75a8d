"""A file of people screened twice: by two editions, or as of two days."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from interview.caseload.bitmaps import Engine, Found, packed
from interview.caseload.compare.transitions import Changes, Conclusions, Turn, changes_between
from interview.caseload.layout import (
    ID,
    PeopleFile,
    PeopleLayout,
    refuse_named_alike,
    whole_file,
    without_dictionaries,
    without_dictionary,
)
from interview.caseload.lowering import lower
from interview.caseload.screens import BATCH
from interview.content import Content

ROW, CHANGED = "row", "changes"


@dataclass(frozen=True)
class Rules:
    """One content as of one day (local), and what a report calls it."""

    name: str
    content: Content
    as_of: datetime.date


@dataclass
class Rescreened:
    """What became of everybody: how many people, how many changed, and in which ways."""

    before: str
    after: str
    people: int = 0
    changed: int = 0
    transitions: Counter[Turn] = field(default_factory=Counter)
    lanes: tuple[Counter[str], Counter[str]] = field(default_factory=lambda: (Counter(), Counter()))

    def add(self, found: Changes, changed: int) -> None:
        """Count some more people."""
        self.people += found.people
        self.changed += changed
        self.transitions.update(found.counted())

    def in_order(self) -> list[tuple[Turn, int]]:
        """Return the transitions by their conclusions, in the order of a report."""
        kinds = {one: n for n, one in enumerate(dict.fromkeys(t.what for t in self.transitions))}
        return sorted(self.transitions.items(), key=lambda one: (kinds[one[0].what], -one[1]))


class _Side:
    def __init__(self, rules: Rules) -> None:
        self.layout = PeopleLayout(rules.content)
        lowered = lower(rules.content, rules.as_of)
        self.conclusions = Conclusions(lowered)
        self._engine = Engine(lowered.graph, self.layout.codes, self.conclusions.nodes())
        self._lanes = lowered.choices["lane"]

    def found(self, batch: pa.RecordBatch, first_row: int) -> Found:
        """Screen people; a question that this edition does not ask is left out."""
        asked = [name for name in batch.schema.names if self.layout.fact_of(name)]
        return self._engine.run(self.layout.code(batch.select(asked), first_row))

    def lanes(self, found: Found, rows: int) -> Counter[str]:
        words = {lane: found.yes(node) for lane, node in self._lanes.items()}
        return Counter({lane: int(_bits(one, rows).sum()) for lane, one in words.items()})


def _bits(words: Any, rows: int) -> Any:
    return np.unpackbits(words.view(np.uint8), count=rows, bitorder="little")


class Rescreening:
    """Screens the same people by two sets of rules; `kept`: their columns beside what changes."""

    def __init__(self, before: Rules, after: Rules, kept: Sequence[str] = ()) -> None:
        self._names, self._kept = (before.name, after.name), tuple(kept)
        self._sides = _Side(before), _Side(after)

    def refuse_columns(self, names: list[str]) -> None:
        """Raise RefusedPeople for columns that neither edition asks about."""
        one, other = (side.layout for side in self._sides)
        left = [
            name
            for name in names
            if name in self._kept or not one.fact_of(name) or other.fact_of(name)
        ]
        other.refuse_columns(left, self._kept)
        refuse_named_alike(self._kept, (ROW, CHANGED))

    def rescreen(
        self, people: Path, out: Path | None, tell: Callable[[int, int | None], None]
    ) -> Rescreened:
        """Screen a file twice; write whoever changed to `out`, a row each.

        Raise RefusedPeople, UnreadablePeople or UnwritableResults.
        """
        file = PeopleFile(people, BATCH)
        self.refuse_columns(file.schema.names)
        result = Rescreened(*self._names)
        with ExitStack() as stack:
            sink = None
            if out is not None:
                sink = stack.enter_context(whole_file(out, self._schema(file.schema)))
            for batch in file.batches():
                rows = self._changed_rows(batch, result)
                if sink is not None:
                    sink.write_batch(rows)
                tell(result.people, file.rows)
        return result

    def _changed_rows(self, batch: pa.RecordBatch, result: Rescreened) -> pa.RecordBatch:
        first_row, rows = result.people + 1, batch.num_rows
        found = [side.found(batch, first_row) for side in self._sides]
        is_somebody = np.zeros(-(-max(rows, 1) // 64) * 64, np.bool_)
        is_somebody[:rows] = True
        sides = [(s.conclusions, f) for s, f in zip(self._sides, found, strict=True)]
        changed = changes_between(sides, rows, packed(is_somebody))
        for side, one, lanes in zip(self._sides, found, result.lanes, strict=True):
            lanes.update(side.lanes(one, rows))
        places = np.flatnonzero(changed.changed())
        result.add(changed, len(places))
        columns: dict[str, Any] = {ROW: pa.array(places + first_row, pa.int64())}
        for name in self._beside(batch.schema):
            columns[name] = without_dictionary(batch.column(name).take(pa.array(places)))
        columns[CHANGED] = changed.listed()
        return pa.RecordBatch.from_pydict(columns)

    def _beside(self, people: pa.Schema) -> list[str]:
        return [name for name in dict.fromkeys((ID, *self._kept)) if name in people.names]

    def _schema(self, people: pa.Schema) -> pa.Schema:
        fields = [pa.field(ROW, pa.int64())]
        for name in self._beside(people):
            fields.append(pa.field(name, without_dictionaries(people.field(name).type)))
        return pa.schema([*fields, pa.field(CHANGED, pa.list_(pa.string()))])
