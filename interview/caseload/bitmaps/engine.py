"""The rules of one content as of one day, run over columns of answers with numpy."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from interview.caseload.bitmaps.bits import Bit, BitPair, BitPlan, BitStep, ColumnCodes
from interview.caseload.bitmaps.calendar_tables import Days, moved_days
from interview.caseload.bitmaps.emitting import compiled
from interview.caseload.lowering import Moved, Node, TruthGraph

BitWords = npt.NDArray[np.uint64]
CodeColumn = npt.NDArray[Any]
# From so many values on, all are looked up in a table at once.
_MANY_VALUES = 4
WORD = 64


class DateColumn(NamedTuple):
    """The first and the last day that each answer may be, as ordinals; not known is far away."""

    first: Days
    last: Days


# Before and after every day, however it is moved: what is not known is never early, never late.
NEVER_FIRST, NEVER_LAST = np.int32(-(2**30)), np.int32(2**30)


class CodedPeople(NamedTuple):
    """The answers of some people by fact, padded to a multiple of WORD rows."""

    rows: int
    codes: Mapping[str, CodeColumn]
    dates: Mapping[str, DateColumn]


def packed(holds: npt.NDArray[Any]) -> BitWords:
    """Return a row of truths as bits, the first person in the lowest."""
    return np.packbits(holds, bitorder="little").view(np.uint64)


def unpacked(words: BitWords, rows: int) -> npt.NDArray[np.uint8]:
    """Return bits as a row of 0 and 1."""
    return np.unpackbits(words.view(np.uint8), count=rows, bitorder="little")


class Engine:
    """Works out some truths of a graph for one batch of answers after another."""

    def __init__(self, graph: TruthGraph, codes: ColumnCodes, wanted: Iterable[Node]) -> None:
        self._plan = BitPlan(graph, codes)
        self._wanted = list(dict.fromkeys(wanted))
        pairs = [self._plan.pair(node) for node in self._wanted]
        bits = list(dict.fromkeys(bit for pair in pairs for bit in pair))
        self._place = {bit: place for place, bit in enumerate(bits)}
        self._pairs = dict(zip(self._wanted, pairs, strict=True))
        self._run, self._looks = compiled(self._plan.steps, bits, np.bitwise_not)

    @property
    def size(self) -> int:
        """The number of operations on bits that all people are put through."""
        return len(self._plan.steps)

    def run(self, people: CodedPeople) -> "Found":
        """Return the truths of some people."""
        words = people.rows // WORD

        def constant(bit: Bit) -> BitWords:
            return np.full(words, -bit & (2**WORD - 1), np.uint64)

        looks = self._looks
        found = self._run(lambda number: look(looks[number], people), constant)
        return Found(self._pairs, self._place, found)


class Found:
    """The truths that an engine found, as bits of 64 people each."""

    def __init__(
        self, pairs: Mapping[Node, BitPair], place: Mapping[Bit, int], words: list[BitWords]
    ) -> None:
        self._pairs, self._place, self._words = pairs, place, words

    def is_two_valued(self, node: Node) -> bool:
        """Say whether a truth is never UNKNOWN."""
        pair = self._pairs[node]
        return pair.yes == pair.may

    def yes(self, node: Node) -> BitWords:
        """Return where a truth is YES."""
        return self._words[self._place[self._pairs[node].yes]]

    def may(self, node: Node) -> BitWords:
        """Return where a truth is not NO."""
        return self._words[self._place[self._pairs[node].may]]


# ---------------------------------------------------------------- looking at a column


def look(step: BitStep, people: CodedPeople) -> BitWords:
    """Return the bits of what is asked of a column."""
    return packed(_LOOKS[step.op](step.asks, people))


def _codes(asks: tuple[str, tuple[int, ...]], people: CodedPeople) -> npt.NDArray[np.bool_]:
    fact, wanted = asks
    column = people.codes[fact]
    if len(wanted) >= _MANY_VALUES:
        table = np.zeros(256, np.bool_)
        table[list(wanted)] = True
        return np.take(table, column)
    found: npt.NDArray[np.bool_] = column == wanted[0]
    for code in wanted[1:]:
        found |= column == code
    return found


def _mask(asks: tuple[str, int], people: CodedPeople) -> npt.NDArray[Any]:
    fact, mask = asks
    column = people.codes[fact]
    found: npt.NDArray[Any] = column & column.dtype.type(mask)
    # Bytes are packed as they are: what is not 0 is a bit.
    return found if column.itemsize == 1 else found != 0


def _up_to(asks: tuple[str, int], people: CodedPeople) -> npt.NDArray[np.bool_]:
    fact, day = asks
    return people.dates[fact].last <= day


def _from(asks: tuple[str, int], people: CodedPeople) -> npt.NDArray[np.bool_]:
    fact, day = asks
    return people.dates[fact].first >= day


def _ends_before(asks: tuple[Moved, Moved], people: CodedPeople) -> npt.NDArray[np.bool_]:
    one, other = asks
    left, right = people.dates[one.fact], people.dates[other.fact]
    return moved_days(left.last, one.moves) < moved_days(right.first, other.moves)


def _begins_late(asks: tuple[Moved, Moved], people: CodedPeople) -> npt.NDArray[np.bool_]:
    one, other = asks
    left, right = people.dates[one.fact], people.dates[other.fact]
    return moved_days(left.first, one.moves) >= moved_days(right.last, other.moves)


def _one_day(fact: str, people: CodedPeople) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = people.dates[fact].first == people.dates[fact].last
    return found


def _dated(fact: str, people: CodedPeople) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = people.dates[fact].first != NEVER_FIRST
    return found


_LOOKS: dict[str, Callable[[Any, CodedPeople], npt.NDArray[Any]]] = {
    "codes": _codes,
    "mask": _mask,
    "up to": _up_to,
    "from": _from,
    "ends before": _ends_before,
    "begins late": _begins_late,
    "one_day": _one_day,
    "dated": _dated,
}
