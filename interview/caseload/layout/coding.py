"""One batch of people while it is coded, and what is wrong with it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa

from interview.caseload.bitmaps import NEVER_FIRST, NEVER_LAST, CodeColumn, DateColumn
from interview.caseload.layout.date_columns import NoDayHere
from interview.screening import MOST_REFUSED, AnswerError

# What stands for a day that nobody knows, and so many spellings are kept in mind.
NO_DATE = 0
_MOST_SPELLINGS = 200_000


class BatchCoding:
    """One batch while it is coded, and what is wrong with it."""

    def __init__(self, batch: pa.RecordBatch, padded: int, first_row: int) -> None:
        self._columns = dict(zip(batch.schema.names, batch.columns, strict=True))
        self._padded, self._first_row = padded, first_row
        self.problems: list[str] = []

    def column(self, name: str) -> Any:
        """Return a column; None where there is none, or nothing in it."""
        found = self._columns.get(name)
        if found is not None and pa.types.is_string_view(found.type):
            found = found.cast(pa.string())
        return None if found is None or pa.types.is_null(found.type) else found

    def refuse(self, fact: str, row: int, why: str) -> None:
        """Keep what is wrong in one row."""
        if len(self.problems) < MOST_REFUSED:
            self.problems.append(f'column "{fact}", row {self._first_row + row}: {why}')

    def looked_up(
        self,
        column: Any,
        fact: str,
        code: Callable[[Any], int],
        unknown: int,
        kind: Any,
        owner: CodeColumn | None = None,
        seen: dict[str | None, Any] | None = None,
    ) -> CodeColumn:
        """Return the code of each text; each text is read once. `owner`: the row of each item."""
        if pa.types.is_boolean(column.type):
            column = column.cast(pa.string())
        encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        seen = {} if seen is None else seen
        table = np.full(len(encoded.dictionary) + 1, unknown, kind)
        places = np.asarray(encoded.indices.fill_null(-1))
        for place, text in enumerate(encoded.dictionary.to_pylist()):
            found = seen.get(text)
            if found is None:
                try:
                    found = seen[text] = code(text)
                except AnswerError as error:
                    # A text that stands in the dictionary alone is nobody's answer.
                    for item in np.flatnonzero(places == place)[:MOST_REFUSED]:
                        self.refuse(fact, int(item if owner is None else owner[item]), str(error))
                    continue
            table[place] = found
        if len(seen) > _MOST_SPELLINGS:
            seen.clear()
        codes: CodeColumn = table[places]
        return codes

    def padded(self, codes: CodeColumn, unknown: int, kind: Any) -> CodeColumn:
        """Return a column as long as all are; what is not there is not known."""
        found = np.full(self._padded, unknown, kind)
        found[: len(codes)] = codes
        return found

    def no_dates(self) -> DateColumn:
        """Return a column of dates that nobody knows."""
        return DateColumn(
            np.full(self._padded, NEVER_FIRST, np.int32),
            np.full(self._padded, NEVER_LAST, np.int32),
        )

    def dated(self, fact: str, find: Callable[[], tuple[CodeColumn, CodeColumn]]) -> DateColumn:
        """Return dates by their first and last days (ordinals), 0 where not known."""
        found = self.no_dates()
        try:
            first, last = find()
        except NoDayHere as error:
            self.refuse(fact, error.row, str(error))
            return found
        known = first != NO_DATE
        found.first[: len(first)][known] = first[known]
        found.last[: len(last)][known] = last[known]
        return found


def is_text(kind: pa.DataType) -> bool:
    """Say whether a column holds texts, or true and false."""
    if pa.types.is_dictionary(kind):
        return is_text(kind.value_type)
    tests = (pa.types.is_string, pa.types.is_large_string, pa.types.is_boolean)
    return any(test(kind) for test in tests)


def is_list(kind: pa.DataType) -> bool:
    """Say whether a column holds lists of texts."""
    return (pa.types.is_list(kind) or pa.types.is_large_list(kind)) and is_text(kind.value_type)
