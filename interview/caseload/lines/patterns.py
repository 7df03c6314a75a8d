"""What is said of many people, made once for each pattern of truths and taken for all alike."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from interview.caseload.bitmaps import BitWords

T = TypeVar("T")
V = TypeVar("V")
Bits = npt.NDArray[np.uint8]
_BYTE = 8
# So much of one part is kept in mind.
_MOST_KEPT = 50_000


class Patterns(NamedTuple):
    """The distinct patterns of `size` truths, packed, and which of them each person has."""

    size: int
    distinct: list[bytes]
    places: npt.NDArray[np.int32]


class ByPattern(ABC, Generic[T]):
    """Makes one part of a result for many people."""

    def __init__(self) -> None:
        self._seen: dict[bytes, T] = {}

    @abstractmethod
    def _made(self, pattern: bytes, size: int) -> T:
        """Make the part of everybody who has this pattern of so many truths."""

    def of(self, patterns: Patterns) -> Any:
        """Return the part of each person, by the truths that the part hangs on."""
        if len(self._seen) > _MOST_KEPT:
            self._seen.clear()
        found = np.empty(len(patterns.distinct), object)
        for number, pattern in enumerate(patterns.distinct):
            made = self._seen.get(pattern)
            if made is None:
                made = self._seen[pattern] = self._made(pattern, patterns.size)
            found[number] = made
        return found[patterns.places]


class TextsByBits(ByPattern[str]):
    """Writes one part of a result from the bits of its truths."""

    def __init__(self, write: Callable[[Bits], str]) -> None:
        super().__init__()
        self._write = write

    def _made(self, pattern: bytes, size: int) -> str:
        return self._write(
            np.unpackbits(np.frombuffer(pattern, np.uint8), count=size, bitorder="little")
        )


class TextsOfHeld(ByPattern[str], Generic[V]):
    """Writes one part of a result from what is held: of each value, whether its truth is YES."""

    def __init__(self, values: Sequence[V], write: Callable[[list[V]], str]) -> None:
        super().__init__()
        self._values, self._write = values, write
        # Almost every pattern is new, and most of its bytes are not.
        self._by_byte: dict[tuple[int, int], list[V]] = {}

    def _made(self, pattern: bytes, size: int) -> str:
        held: list[V] = []
        for place in enumerate(pattern):
            if place[1]:
                held += self._by_byte.get(place) or self._read(*place)
        return self._write(held)

    def _read(self, place: int, byte: int) -> list[V]:
        first = place * _BYTE
        found = [self._values[first + bit] for bit in range(_BYTE) if byte >> bit & 1]
        self._by_byte[place, byte] = found
        return found


def patterns_of(words: Sequence[BitWords], rows: int) -> Patterns:
    """Return the patterns of some truths, each as the bits of all people."""
    if not words:
        return Patterns(0, [b""], np.zeros(rows, np.int32))
    truths = truths_of(words, rows)
    packed = np.ascontiguousarray(np.packbits(truths, axis=0, bitorder="little").T)
    kind = pa.binary(packed.shape[1])
    column = pa.FixedSizeBinaryArray.from_buffers(kind, rows, [None, pa.py_buffer(packed)])
    encoded = column.dictionary_encode()
    return Patterns(len(words), encoded.dictionary.to_pylist(), np.asarray(encoded.indices))


def truths_of(words: Sequence[BitWords], rows: int) -> Bits:
    """Return truths as a table: a row each, a column a person."""
    together = np.stack([one.view(np.uint8) for one in words])
    return np.unpackbits(together, axis=1, count=rows, bitorder="little")
