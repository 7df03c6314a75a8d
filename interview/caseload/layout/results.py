"""Results as Arrow columns: a truth is a nullable boolean, and null is UNKNOWN.

Arrow keeps a nullable boolean as two rows of bits, and so do the truths: nothing is copied.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from interview.caseload.bitmaps import BitWords, CodedPeople, Found, moved_days, unpacked
from interview.caseload.layout.date_columns import EPOCH
from interview.caseload.layout.people import FIRST_SUFFIX, LAST_SUFFIX
from interview.caseload.lowering import CHOICES, KINDS, DatedConclusion, Lowered, Node
from interview.rules import Interval

LAYOUT_VERSION = "1"
METADATA_PREFIX = "next_steps."
FLAGS, DEADLINE = "flags", "deadline"
NARROW = ("lane", "level", "program", FLAGS)
ALL = (*CHOICES, *KINDS, DEADLINE)


class NoSuchColumns(ValueError):
    """Columns of results that there are not; the message names those that there are."""


def parts_of(written: str) -> tuple[str, ...]:
    """Read which results are wanted: narrow, all, or kinds with commas; raise NoSuchColumns."""
    if written in ("narrow", "all"):
        return NARROW if written == "narrow" else ALL
    parts = tuple(part.strip() for part in written.split(","))
    allowed = (*CHOICES, FLAGS, *KINDS, DEADLINE)
    wrong = [part for part in parts if part not in allowed]
    if wrong:
        raise NoSuchColumns(
            f"there are no columns {', '.join(wrong)}. Allowed: narrow, all, or any of "
            f"{', '.join(allowed)}"
        )
    return tuple(dict.fromkeys(parts))


class ResultLayout:
    """The columns of some parts of the results as of one day."""

    def __init__(self, lowered: Lowered, parts: Sequence[str], facts: Mapping[str, str]) -> None:
        """`facts`: what else the metadata says of all these results."""
        self._lowered, self._parts = lowered, parts
        self._facts = facts
        self._flags = {
            name.partition(" ")[2]: node
            for name, node in lowered.truths.items()
            if name.startswith("flag ")
        }

    def wanted(self) -> list[Node]:
        """Return the truths that the columns are made of."""
        found = [node for _, node in self._truths()]
        for part in self._parts:
            found += self._lowered.choices.get(part, {}).values()
            if part == FLAGS:
                found += self._flags.values()
            if part == DEADLINE:
                found += [deadline.listed for deadline in self._lowered.deadlines.values()]
        return found

    def _truths(self) -> Iterable[tuple[str, Node]]:
        for part in self._parts:
            for name, node in self._lowered.truths.items():
                if name.startswith(f"{part} "):
                    yield name.replace(" ", "_", 1), node

    def columns(self, found: Found, people: CodedPeople, rows: int) -> dict[str, Any]:
        """Return the columns of some people's results, by name."""
        columns: dict[str, Any] = {}
        for part in self._parts:
            if part in CHOICES:
                columns[part] = _chosen(self._lowered.choices[part], found, rows)
            elif part == FLAGS:
                columns[part] = _listed(self._flags, found, rows)
            elif part == DEADLINE:
                for name, deadline in self._lowered.deadlines.items():
                    ends = _dated(deadline, found, people, rows)
                    for ending, column in zip((FIRST_SUFFIX, LAST_SUFFIX), ends, strict=True):
                        columns[f"{DEADLINE}_{name}{ending}"] = column
            else:
                columns |= self._of_kind(part, found, rows)
        return columns

    def _of_kind(self, part: str, found: Found, rows: int) -> dict[str, Any]:
        return {
            name.replace(" ", "_", 1): truth_column(found, node, rows)
            for name, node in self._lowered.truths.items()
            if name.startswith(f"{part} ")
        }

    def metadata(self) -> dict[str, str]:
        """Return what a file of these results says of itself."""
        told = {
            "layout": LAYOUT_VERSION,
            "as_of": self._lowered.as_of.isoformat(),
            "columns": json.dumps(list(self._parts)),
            **self._facts,
        }
        return {METADATA_PREFIX + name: value for name, value in told.items()}


def truth_column(found: Found, node: Node, rows: int) -> Any:
    """Return a truth as a boolean column, null where it is UNKNOWN."""
    yes = found.yes(node)
    is_known = None if found.is_two_valued(node) else ~(yes ^ found.may(node))
    return _booleans(yes, is_known, rows)


def _booleans(yes: BitWords, is_known: BitWords | None, rows: int) -> Any:
    validity = None if is_known is None else pa.py_buffer(is_known)
    return pa.Array.from_buffers(pa.bool_(), rows, [validity, pa.py_buffer(yes)])


def without_dictionary(column: Any) -> Any:
    """Return a column with its texts in full, where it has a dictionary."""
    plain = without_dictionaries(column.type)
    return column if plain == column.type else column.cast(plain)


def without_dictionaries(kind: pa.DataType) -> pa.DataType:
    """Return the type of a column, or of a list's items, with texts in full."""
    if pa.types.is_list(kind):
        return pa.list_(without_dictionaries(kind.value_type))
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _chosen(values: Mapping[str, Node], found: Found, rows: int) -> Any:
    """Return the one value that holds of each person; null where none does."""
    index: npt.NDArray[np.int8] = np.full(rows, -1, np.int8)
    for number, node in enumerate(values.values(), 1):
        index += np.int8(number) * unpacked(found.yes(node), rows).view(np.int8)
    indices = pa.array(index, mask=index < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(list(values), pa.string()))


def _listed(flags: Mapping[str, Node], found: Found, rows: int) -> Any:
    """Return the raised flags of each person as a list."""
    raised = np.empty((rows, len(flags)), np.uint8)
    for number, node in enumerate(flags.values()):
        raised[:, number] = unpacked(found.yes(node), rows)
    places = np.flatnonzero(raised)
    offsets = np.zeros(rows + 1, np.int32)
    np.cumsum(raised.sum(axis=1, dtype=np.int32), out=offsets[1:])
    indices = pa.array((places % len(flags)).astype(np.int16) if len(flags) else [], pa.int16())
    items = pa.DictionaryArray.from_arrays(indices, pa.array(list(flags), pa.string()))
    return pa.ListArray.from_arrays(pa.array(offsets), items)


def _dated(
    deadline: DatedConclusion, found: Found, people: CodedPeople, rows: int
) -> tuple[Any, Any]:
    """Return the first and the last day of a deadline; null where it is not listed."""
    is_hidden = unpacked(found.yes(deadline.listed), rows) == 0
    if isinstance(deadline.date, Interval):
        days = [np.full(rows, day, np.int32) for day in deadline.date]
    else:
        column, moves = people.dates[deadline.date.fact], deadline.date.moves
        days = [moved_days(end[:rows], moves) for end in column]
    first, last = (pa.array(end - np.int32(EPOCH), pa.date32(), mask=is_hidden) for end in days)
    return first, last
