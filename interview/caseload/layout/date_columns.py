"""Columns of days as ordinals, 0 where nobody knows."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from interview.caseload.lowering import FIRST_DAY, LAST_DAY

# Arrow counts days from 1970, the rules from the year 1.
EPOCH = 719_163
Ordinals = npt.NDArray[np.int64]


class NoDayHere(ValueError):
    """A day that no calendar has, or a pair that is none; `row` counts from 0."""

    def __init__(self, row: int, why: str) -> None:
        super().__init__(why)
        self.row = row


def days_of(column: Any) -> tuple[Ordinals, Ordinals]:
    """Return a column of whole days as first and last; raise NoDayHere."""
    days = _ordinals(column)
    return days, days


def pair_of(first: Any, last: Any) -> tuple[Ordinals, Ordinals]:
    """Return two columns of days; raise NoDayHere where only one is there, or the last is first."""
    begins, ends = _ordinals(first), _ordinals(last)
    half = np.flatnonzero((begins == 0) != (ends == 0))
    if half.size:
        raise NoDayHere(int(half[0]), "the first and the last day stand together, or neither")
    wrong = np.flatnonzero(begins > ends)
    if wrong.size:
        raise NoDayHere(int(wrong[0]), "the first day is after the last")
    return begins, ends


def _ordinals(column: Any) -> Ordinals:
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        column = _parsed(column)
    if not pa.types.is_date32(column.type):
        raise NoDayHere(0, f"{column.type} is not read. Write dates (date32), or ISO texts")
    days = np.asarray(column.cast(pa.int32()).cast(pa.int64()).fill_null(-EPOCH)) + EPOCH
    wrong = np.flatnonzero((days != 0) & ((days < FIRST_DAY) | (days > LAST_DAY)))
    if wrong.size:
        raise NoDayHere(int(wrong[0]), "this day is outside the years 1 to 9999")
    return days


def _parsed(column: Any) -> Any:
    try:
        return column.cast(pa.date32())
    except pa.ArrowInvalid as error:
        raise NoDayHere(0, f"not every text is a day such as 2015-06-15: {error}") from None
