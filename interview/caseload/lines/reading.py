"""Lines of JSON and rows of sheets, read as columns where nothing about them is unusual.

Whatever is unusual (a row that must be refused, a day of its own, an id that is a number) is left
to the reader that takes row after row: it knows what to say.
"""

import contextlib
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.json as pa_json

from interview.caseload.layout import AS_OF_COLUMN, ID, PeopleLayout
from interview.files import Record, rows

# So much is read at once: the table library counts to 2 GB.
_MOST_LETTERS = 1 << 28
# A half of a character pair, written out: alone it is no text.
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


class Unusual(Exception):
    """Some of these records are not for columns."""


class LineReader:
    """Reads records of one file as batches of people."""

    def __init__(self, layout: PeopleLayout, sheet: rows.Sheet) -> None:
        self._sheet = sheet
        lists = [fact for fact, q in layout.questions.items() if q.type == "choices"]
        # Lists that stand as one text are rare: they are looked for once some have come.
        self._is_any_plain = False
        self._plain_list = rf'"({"|".join(lists)})": ?("[^"\\]*")'
        fields = [pa.field(ID, pa.string())]
        for fact, question in layout.questions.items():
            is_list = question.type == "choices"
            fields.append(pa.field(fact, pa.list_(pa.string()) if is_list else pa.string()))
        self._schema = pa.schema(fields)

    def read(self, records: Sequence[Record]) -> pa.RecordBatch:
        """Return the people of some records, a row each; raise Unusual."""
        is_much = sum(len(record.text) for record in records) > _MOST_LETTERS
        if is_much or any(record.wrong for record in records):
            raise Unusual
        return self._cells(records) if self._sheet.columns else self._objects(records)

    # ------------------------------------------------------------ rows of a sheet

    def _cells(self, records: Sequence[Record]) -> pa.RecordBatch:
        written = "".join(_ended(record.text) for record in records)
        if '"' in written:
            return self._named(self._quoted_cells(records))
        encoded = _encoded(written)
        names = [str(number) for number in range(len(self._sheet.columns))]
        try:
            table = pa_csv.read_csv(
                pa.BufferReader(encoded),
                pa_csv.ReadOptions(
                    use_threads=False, column_names=names, block_size=len(encoded) + 1
                ),
                pa_csv.ParseOptions(
                    delimiter=self._sheet.delimiter, quote_char=False, ignore_empty_lines=False
                ),
                pa_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string())),
            )
        except pa.ArrowException:
            raise Unusual from None
        return self._named(_whole(table, len(records)).columns)

    def _quoted_cells(self, records: Sequence[Record]) -> list[Any]:
        """Read rows of which some have quotes; a cell may go on in the next line."""
        count = len(self._sheet.columns)
        try:
            table = [self._sheet.cells(record.text) for record in records]
        except rows.RowError:
            raise Unusual from None
        if any(len(cells) != count for cells in table):
            raise Unusual
        _encoded("".join(record.text for record in records))
        return [pa.array(column, pa.string()) for column in zip(*table, strict=True)]

    def _named(self, columns: Sequence[Any]) -> pa.RecordBatch:
        """Name columns by their questions; days of their own, and cells below no name, are rare."""
        found = {}
        for name, column in zip(self._sheet.columns, columns, strict=True):
            if name and name != AS_OF_COLUMN:
                found[name] = column
            elif any(cell.strip() for cell in column.unique().to_pylist()):
                raise Unusual
        return pa.RecordBatch.from_pydict(found)

    # ------------------------------------------------------------ lines of JSON

    def _objects(self, records: Sequence[Record]) -> pa.RecordBatch:
        texts = [_ended(record.text) for record in records]
        written = "".join(texts)
        # One object a line, and no half of a character.
        if not all(text.lstrip()[:1] == "{" for text in texts) or _has_halves(written):
            raise Unusual
        encoded = _encoded(written)
        if not self._is_any_plain:
            # What fails here may have a list that stands as one text, and is read again below.
            with contextlib.suppress(pa.ArrowException):
                return _whole(self._parsed(encoded), len(records))
        try:
            found = _whole(self._parsed(self._with_lists(encoded)), len(records))
        except pa.ArrowException:
            raise Unusual from None
        self._is_any_plain = True
        return found

    def _parsed(self, written: Any) -> Any:
        """Return lines of JSON as a table; raise ArrowException."""
        return pa_json.read_json(
            pa.BufferReader(written),
            pa_json.ReadOptions(use_threads=False, block_size=len(written) + 1),
            pa_json.ParseOptions(explicit_schema=self._schema, unexpected_field_behavior="error"),
        )

    def _with_lists(self, written: bytes) -> Any:
        """Write as a list what stands as one text where a list is asked for."""
        ends = pa.py_buffer(np.array([0, len(written)], np.int32))
        whole = pa.StringArray.from_buffers(1, ends, pa.py_buffer(written))
        found = pc.replace_substring_regex(
            whole, pattern=self._plain_list, replacement=r'"\1": [\2]'
        )
        [*_, listed] = found.buffers()
        return listed


def _encoded(written: str) -> bytes:
    """Return text as bytes; raise Unusual for what is no UTF-8."""
    try:
        return written.encode()
    except UnicodeEncodeError:
        raise Unusual from None


def _has_halves(written: str) -> bool:
    return "\\" in written and _HALF.search(written) is not None


def _ended(row: str) -> str:
    """Return a row with its end: the last one of a file may have none."""
    return row if row.endswith("\n") else f"{row}\n"


def _whole(table: Any, count: int) -> pa.RecordBatch:
    """Return a table as one batch; raise Unusual where it has not this number of people."""
    if table.num_rows != count:
        raise Unusual
    [batch] = table.combine_chunks().to_batches()
    return batch
