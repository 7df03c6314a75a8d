"""Files of people, read batch by batch: Parquet, Arrow and CSV; memory does not grow with them."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.ipc as pa_ipc
import pyarrow.parquet as pq

from interview.files import rows

PARQUET, ARROW, CSV = (".parquet", ".pq"), (".arrow", ".feather", ".ipc"), (".csv",)
READ = (*PARQUET, *ARROW, *CSV)
_NO_UTF_8 = "the text is not UTF-8. Save it as CSV UTF-8"
_BLOCK = 4 * 1024 * 1024


class UnreadablePeople(ValueError):
    """A file that holds no table of people; the message says why."""


def why_not(error: OSError) -> str:
    """Say in few words why a file cannot be opened: Arrow says it in many."""
    why = os.strerror(error.errno) if error.errno else str(error)
    return f"{why}. Look at its name, its folder and their rights"


class PeopleFile:
    """A file of people: its columns, how many there are where that is known, and its batches."""

    def __init__(self, path: Path, batch: int) -> None:
        self.path, self._batch = path, batch
        suffix = path.suffix.lower()
        try:
            if suffix in PARQUET:
                self._open_parquet()
            elif suffix in ARROW:
                self._open_arrow()
            elif suffix in CSV:
                self._open_csv()
            else:
                raise UnreadablePeople(f"columns are read from {', '.join(READ)}")
        except pa.ArrowException as error:
            raise UnreadablePeople(str(error).splitlines()[0]) from None
        except UnicodeDecodeError:
            raise UnreadablePeople(_NO_UTF_8) from None
        except OSError as error:
            raise UnreadablePeople(f"cannot be read: {why_not(error)}") from None

    def batches(self) -> Iterator[pa.RecordBatch]:
        """Yield the people in their order; raise UnreadablePeople."""
        try:
            for found in self._batches:
                for start in range(0, found.num_rows, self._batch):
                    yield found.slice(start, self._batch)
        except pa.ArrowException as error:
            raise UnreadablePeople(str(error).splitlines()[0]) from None

    def _open_parquet(self) -> None:
        plain = pq.read_schema(self.path)
        texts = [field.name for field in plain if pa.types.is_string(field.type)]
        # Where many people answer alike, each spelling is read once.
        file = pq.ParquetFile(self.path, read_dictionary=texts)
        self.schema, self.rows = file.schema_arrow, file.metadata.num_rows
        self._batches: Iterator[Any] = self._of_row_groups(file)

    def _of_row_groups(self, file: pq.ParquetFile) -> Iterator[pa.RecordBatch]:
        """Yield some row groups' batches after those of others: read at once, they add up."""
        groups: list[int] = []
        waiting, last = 0, file.num_row_groups - 1
        for number in range(file.num_row_groups):
            groups.append(number)
            waiting += file.metadata.row_group(number).num_rows
            if waiting >= self._batch or number == last:
                yield from file.iter_batches(self._batch, row_groups=groups, use_threads=False)
                groups, waiting = [], 0

    def _open_arrow(self) -> None:
        source = pa.memory_map(str(self.path))
        try:
            file = pa_ipc.open_file(source)
        except pa.ArrowInvalid:
            stream = pa_ipc.open_stream(source)
            self.schema, self.rows, self._batches = stream.schema, None, iter(stream)
            return
        self.schema, self.rows = file.schema, None
        self._batches = (file.get_batch(n) for n in range(file.num_record_batches))

    def _open_csv(self) -> None:
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline()
        delimiter = next((mark for mark in rows.MARKS if mark in header), ",")
        names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
        reader = pa_csv.open_csv(
            self.path,
            pa_csv.ReadOptions(
                use_threads=False, block_size=_BLOCK, column_names=names, skip_rows=1
            ),
            pa_csv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
            pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        )
        self.schema, self.rows, self._batches = reader.schema, None, iter(reader)
