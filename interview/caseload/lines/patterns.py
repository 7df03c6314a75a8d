"""What is said of many people, made once for each pattern of truths and taken for all alike."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from interview.caseload.bitmaps import BitWords

T = TypeVar("T")
Bits = npt.NDArray[np.uint8]
# So much of one part is kept in mind.
_MOST_KEPT = 50_000


class Patterns(NamedTuple):
    """The distinct patterns of `size` truths, packed, and which of them each person has."""

    size: int
    distinct: list[bytes]
    places: npt.NDArray[np.int32]


class ByPattern(Generic[T]):
    """Makes one part of a result for many people."""

    def __init__(self, make: Callable[[Bits], T]) -> None:
        self.make = make
        self._seen: dict[bytes, T] = {}

    def of(self, patterns: Patterns) -> Any:
        """Return the part of each person, by the truths that the part hangs on."""
        if len(self._seen) > _MOST_KEPT:
            self._seen.clear()
        found = np.empty(len(patterns.distinct), object)
        for number, pattern in enumerate(patterns.distinct):
            made = self._seen.get(pattern)
            if made is None:
                made = self._seen[pattern] = self.make(_bits(pattern, patterns.size))
            found[number] = made
        return found[patterns.places]


class PatternTexts(ByPattern[str]):
    """Writes one part of a result for many people."""


def patterns_of(words: Sequence[BitWords], rows: int) -> Patterns:
    """Return the patterns of some truths, each as the bits of all people."""
    if not words:
        return Patterns(0, [b""], np.zeros(rows, np.int32))
    bits = np.unpackbits(
        np.stack([one.view(np.uint8) for one in words]), axis=1, count=rows, bitorder="little"
    )
    packed = np.ascontiguousarray(np.packbits(bits, axis=0, bitorder="little").T)
    kind = pa.binary(packed.shape[1])
    column = pa.FixedSizeBinaryArray.from_buffers(kind, rows, [None, pa.py_buffer(packed)])
    encoded = column.dictionary_encode()
    return Patterns(len(words), encoded.dictionary.to_pylist(), np.asarray(encoded.indices))


def _bits(pattern: bytes, size: int) -> Bits:
    return np.unpackbits(np.frombuffer(pattern, np.uint8), count=size, bitorder="little")
