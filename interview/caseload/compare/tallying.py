"""Weighted counts of people by their answers and results; nobody's row is written."""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from interview.caseload.compare.reports import FEWEST, HIDDEN
from interview.caseload.layout import PeopleFile, RefusedPeople
from interview.caseload.lowering import CHOICES, Lowered
from interview.caseload.screens import BATCH, ColumnScreening

TallyKey = tuple[str, ...]
NOT_KNOWN = "(not known)"
_TRUTHS = {True: "yes", False: "no", None: "unknown"}
_RESULTS = {True: "matches", False: "does_not_match", None: "may_match"}


@dataclass
class Tallied:
    """How many people there are of each kind, and what they weigh together.

    `left_out`: columns of their file that are no question, and that nobody asked about.
    """

    by: tuple[str, ...]
    is_weighted: bool
    left_out: tuple[str, ...] = ()
    counts: dict[TallyKey, int] = field(default_factory=lambda: defaultdict(int))
    weights: dict[TallyKey, float] = field(default_factory=lambda: defaultdict(float))

    def rows(self, is_published: bool) -> Iterator[tuple[str, ...]]:
        """Yield a header and a row for each kind; what is published hides small counts."""
        yield (*self.by, "people", *(["weighted"] if self.is_weighted else []))
        for key in sorted(self.counts):
            count = self.counts[key]
            is_hidden = is_published and count < FEWEST
            cells = [str(count)]
            cells += [_plain(self.weights[key])] if self.is_weighted else []
            yield (*key, *([HIDDEN for _ in cells] if is_hidden else cells))


def _plain(weight: float) -> str:
    """Write a sum of weights without a tail that only the machine's arithmetic has."""
    return f"{weight:.6f}".rstrip("0").rstrip(".")


def counts_as_sheet(found: Tallied, is_published: bool) -> str:
    """Return the counts as CSV."""
    sheet = io.StringIO()
    csv.writer(sheet, lineterminator="\n").writerows(found.rows(is_published))
    return sheet.getvalue()


class Tallying:
    """Counts people by some columns: answers, results, or others of their file."""

    def __init__(self, screening: ColumnScreening, by: Sequence[str], weight: str | None) -> None:
        self._by, self._weight = tuple(by), weight
        results = [name for name in by if _is_result(name, screening.lowered)]
        self._others = [name for name in by if name not in results]
        parts = dict.fromkeys(_part(name) for name in results)
        kept = [*self._others, *([weight] if weight else [])]
        self._screening = ColumnScreening(
            screening.content, screening.as_of, tuple(parts), tuple(dict.fromkeys(kept))
        )

    def tally(self, people: Path, tell: Callable[[int, int | None], None]) -> Tallied:
        """Count everybody in a file; raise RefusedPeople or UnreadablePeople."""
        file = PeopleFile(people, BATCH)
        self._refuse_absent(file.schema.names)
        used = [name for name in file.schema.names if self._is_used(name)]
        left_out = tuple(name for name in file.schema.names if name not in used)
        result, done = Tallied(self._by, self._weight is not None, left_out), 0
        for batch in file.batches():
            self._add(batch.select(used), done + 1, result)
            done += batch.num_rows
            tell(done, file.rows)
        return result

    def _is_used(self, name: str) -> bool:
        is_asked_for = name in self._others or name == self._weight
        return is_asked_for or self._screening.people_layout.fact_of(name) is not None

    def _refuse_absent(self, names: list[str]) -> None:
        wanted = [*self._others, *([self._weight] if self._weight else [])]
        absent = [name for name in wanted if name not in names]
        if absent:
            raise RefusedPeople(
                f"there is no column {', '.join(absent)}, and no such result. Results are named "
                "lane, level, program_ID, flag_ID and so on"
            )

    def _add(self, batch: pa.RecordBatch, first_row: int, result: Tallied) -> None:
        found = self._screening.screen_batch(batch, first_row)
        columns = [self._column(found, batch, name) for name in self._by]
        weights = self._weights(batch, first_row)
        table = pa.table([*columns, weights], names=[*map(str, range(len(columns))), "weight"])
        grouped = table.group_by(list(map(str, range(len(columns))))).aggregate(
            [("weight", "count"), ("weight", "sum")]
        )
        for row in grouped.to_pylist():
            key = tuple(row[str(n)] for n in range(len(columns)))
            result.counts[key] += row["weight_count"]
            result.weights[key] += row["weight_sum"]

    def _column(self, found: pa.RecordBatch, batch: pa.RecordBatch, name: str) -> Any:
        """Return a column as texts that a count can go by; an answer however it was spelled."""
        layout = self._screening.people_layout
        numbers = layout.codes.numbers.get(name)
        if numbers is None or name in layout.codes.lists:
            return _texts(found.column(name), name)
        codes = layout.code(batch.select([name])).codes[name][: batch.num_rows]
        return pa.array([NOT_KNOWN, *numbers]).take(pa.array(codes))

    def _weights(self, batch: pa.RecordBatch, first_row: int) -> Any:
        if self._weight is None:
            return pa.array(np.ones(batch.num_rows))
        column = batch.column(self._weight)
        try:
            weights = column.cast(pa.float64())
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            raise RefusedPeople(f'column "{self._weight}": no number: {error}') from None
        wrong = np.flatnonzero(~np.isfinite(np.asarray(weights.fill_null(np.nan))))
        if wrong.size:
            where = f'column "{self._weight}", row {first_row + int(wrong[0])}'
            raise RefusedPeople(f"{where}: every weight is a number")
        return weights


def _is_result(name: str, lowered: Lowered) -> bool:
    return name in CHOICES or name.replace("_", " ", 1) in lowered.truths


def _part(name: str) -> str:
    return name if name in CHOICES else name.partition("_")[0]


def _texts(column: Any, name: str) -> Any:
    if pa.types.is_boolean(column.type):
        words = _RESULTS if name.startswith("program_") else _TRUTHS
        return pa.array([words[truth] for truth in column.to_pylist()], pa.string())
    if pa.types.is_list(column.type):
        column = pc.binary_join(column.cast(pa.list_(pa.string())), ";")
    return pc.fill_null(column.cast(pa.string()), NOT_KNOWN)
