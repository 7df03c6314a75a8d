"""What is written of many people, made once for each pattern of truths and taken for all alike."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from interview.caseload.bitmaps import BitWords

Bits = npt.NDArray[np.uint8]
_KEY_BITS = 64
# So many texts of one part are kept in mind.
_MOST_TEXTS = 50_000


class PatternTexts:
    """Writes one part of a result for many people."""

    def __init__(self, write: Callable[[Bits], str]) -> None:
        self.write = write
        self._seen: dict[bytes, str] = {}

    def texts(self, words: Sequence[BitWords], rows: int) -> Any:
        """Return the text of each person, by the truths that the part hangs on."""
        if not words:
            return np.full(rows, self.write(np.zeros(0, np.uint8)), object)
        bits = np.unpackbits(
            np.stack([one.view(np.uint8) for one in words]), axis=1, count=rows, bitorder="little"
        )
        first, inverse = _distinct(bits)
        if len(self._seen) > _MOST_TEXTS:
            self._seen.clear()
        found = np.empty(len(first), object)
        for number, row in enumerate(first.tolist()):
            pattern = np.ascontiguousarray(bits[:, row])
            key = pattern.tobytes()
            text = self._seen.get(key)
            if text is None:
                text = self._seen[key] = self.write(pattern)
            found[number] = text
        return found[inverse]


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
