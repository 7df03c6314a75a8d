"""Lines of JSON and rows of sheets, read as columns where nothing about them is unusual.

Whatever is unusual (a row that must be refused, a day of its own, an id that is a number) is left
to the reader that takes row after row: it knows what to say.
"""

import io
import re
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.json as pa_json

from interview.caseload.layout import AS_OF_COLUMN, ID, PeopleLayout
from interview.files import Record, rows


class Unusual(Exception):
    """Some of these records are not for columns."""


class LineReader:
    """Reads records of one file as batches of people."""

    def __init__(self, layout: PeopleLayout, sheet: rows.Sheet) -> None:
        self._sheet = sheet
        lists = [fact for fact, q in layout.questions.items() if q.type == "choices"]
        self._plain_list = re.compile(rf'"({"|".join(lists)})": ?("[^"\\]*")')
        fields = [pa.field(ID, pa.string())]
        for fact, question in layout.questions.items():
            is_list = question.type == "choices"
            fields.append(pa.field(fact, pa.list_(pa.string()) if is_list else pa.string()))
        self._schema = pa.schema(fields)

    def read(self, records: Sequence[Record]) -> pa.RecordBatch:
        """Return the people of some records, a row each; raise Unusual."""
        if any(record.wrong for record in records):
            raise Unusual
        return self._cells(records) if self._sheet.columns else self._objects(records)

    def _cells(self, records: Sequence[Record]) -> pa.RecordBatch:
        names = self._sheet.columns
        try:
            table = [self._sheet.cells(record.text) for record in records]
            "".join(record.text for record in records).encode()
        except (rows.RowError, UnicodeEncodeError):
            raise Unusual from None
        if any(len(cells) != len(names) for cells in table):
            raise Unusual
        found = {}
        for name, column in zip(names, zip(*table, strict=True), strict=True):
            is_own_day = not name or name == AS_OF_COLUMN
            if is_own_day and any(cell.strip() for cell in column):
                raise Unusual
            if not is_own_day:
                found[name] = pa.array(column, pa.string())
        return pa.RecordBatch.from_pydict(found)

    def _objects(self, records: Sequence[Record]) -> pa.RecordBatch:
        texts = [record.text.strip() for record in records]
        # One object a line, and no escapes: half a character could hide in one.
        joined = "\n".join(texts)
        if not all(text[:1] == "{" for text in texts) or "\\u" in joined:
            raise Unusual
        try:
            # A list may be written as one text.
            written = self._plain_list.sub(r'"\1": [\2]', joined).encode()
            table = pa_json.read_json(
                io.BytesIO(written),
                pa_json.ReadOptions(use_threads=False, block_size=len(written) + 1),
                pa_json.ParseOptions(
                    explicit_schema=self._schema, unexpected_field_behavior="error"
                ),
            )
        except (pa.ArrowException, UnicodeEncodeError):
            raise Unusual from None
        if table.num_rows != len(records):
            raise Unusual
        [batch] = table.combine_chunks().to_batches()
        return batch
