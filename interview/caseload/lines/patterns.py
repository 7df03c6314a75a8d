"""What is said of many people, made once for each pattern of truths and taken for all alike."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from interview.caseload.bitmaps import BitWords

T = TypeVar("T")
Bits = npt.NDArray[np.uint8]
_KEY_BITS = 64
# So much of one part is kept in mind.
_MOST_KEPT = 50_000


class ByPattern(Generic[T]):
    """Makes one part of a result for many people."""

    def __init__(self, make: Callable[[Bits], T]) -> None:
        self.make = make
        self._seen: dict[bytes, T] = {}

    def of(self, words: Sequence[BitWords], rows: int) -> Any:
        """Return the part of each person, by the truths that the part hangs on."""
        if not words:
            return np.full(rows, self.make(np.zeros(0, np.uint8)), object)
        bits = np.unpackbits(
            np.stack([one.view(np.uint8) for one in words]), axis=1, count=rows, bitorder="little"
        )
        first, inverse = _distinct(bits)
        if len(self._seen) > _MOST_KEPT:
            self._seen.clear()
        found = np.empty(len(first), object)
        for number, row in enumerate(first.tolist()):
            pattern = np.ascontiguousarray(bits[:, row])
            key = pattern.tobytes()
            made = self._seen.get(key)
            if made is None:
                made = self._seen[key] = self.make(pattern)
            found[number] = made
        return found[inverse]


class PatternTexts(ByPattern[str]):
    """Writes one part of a result for many people."""


def _distinct(bits: Bits) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return a row for each distinct pattern, and which of them each row has."""
    packed = np.packbits(bits, axis=0, bitorder="little")
    short = -len(packed) % (_KEY_BITS // 8)
    padded = np.vstack([packed, np.zeros((short, packed.shape[1]), np.uint8)])
    keys = np.ascontiguousarray(padded.T).view(np.uint64)
    inverse = np.zeros(len(keys), np.int64)
    for column in keys.T:
        values, place = np.unique(column, return_inverse=True)
        inverse = inverse * len(values) + place
        _, first, inverse = np.unique(inverse, return_index=True, return_inverse=True)
    return first, inverse
