"""Files of results, whole or not at all: written under another name, and renamed at the end."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.ipc as pa_ipc
import pyarrow.parquet as pq

from interview.caseload.layout.people_files import ARROW, CSV, PARQUET, why_not

WRITTEN = (*PARQUET, *ARROW, *CSV)
# What stands between the ids of a list in a sheet.
LIST_MARK = ";"


class UnwritableResults(ValueError):
    """A file of results that cannot be written; the message says why."""


class ResultSink(Protocol):
    """Takes one batch of results after another."""

    def write_batch(self, batch: pa.RecordBatch) -> None: ...

    def close(self) -> None: ...


class _Sheet:
    """Writes batches as a CSV sheet: lists with marks, unknown as an empty cell."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._writer = pa_csv.CSVWriter(path, pa.schema(_plain_field(one) for one in schema))

    def write_batch(self, batch: pa.RecordBatch) -> None:
        columns = [_plain(column) for column in batch.columns]
        self._writer.write_batch(pa.RecordBatch.from_arrays(columns, batch.schema.names))

    def close(self) -> None:
        self._writer.close()


def _plain_field(field: pa.Field) -> pa.Field:
    is_plain = not (pa.types.is_list(field.type) or pa.types.is_dictionary(field.type))
    return field.with_type(field.type if is_plain else pa.string())


def _plain(column: Any) -> Any:
    if pa.types.is_list(column.type):
        texts = pa.ListArray.from_arrays(column.offsets, column.values.cast(pa.string()))
        return pc.binary_join(texts, LIST_MARK)
    return column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column


def _sink(path: Path, suffix: str, schema: pa.Schema) -> ResultSink:
    if suffix in PARQUET:
        return pq.ParquetWriter(path, schema, compression="zstd")  # type: ignore[no-any-return]
    if suffix in ARROW:
        return pa_ipc.new_file(path, schema)  # type: ignore[no-any-return]
    return _Sheet(path, schema)


def refuse_suffix(path: Path) -> None:
    """Raise UnwritableResults for a file of another kind than those that are written."""
    if path.suffix.lower() not in WRITTEN:
        raise UnwritableResults(f"{path}: write to {', '.join(WRITTEN)}")


@contextlib.contextmanager
def whole_file(path: Path, schema: pa.Schema) -> Iterator[ResultSink]:
    """Open a file of results; it stands under its name only once all is written."""
    refuse_suffix(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            sink = _sink(part, path.suffix.lower(), schema)
        except OSError as error:
            raise UnwritableResults(f"{path}: cannot be written: {why_not(error)}") from None
        try:
            yield sink
        finally:
            sink.close()
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
