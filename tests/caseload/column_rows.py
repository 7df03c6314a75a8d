"""A batch of results read back as rows, as `OneByOne.row` has them."""

from typing import Any

import pyarrow as pa

# In these columns null says that there is nothing, and elsewhere that it is UNKNOWN.
_MAY_BE_NOTHING = ("stage", "circuit")


def rows_of(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """Return each person's results; what is NO, and what is not there, is left out."""
    rows: list[dict[str, Any]] = [{} for _ in range(batch.num_rows)]
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        is_date = pa.types.is_date32(column.type)
        # Days after the year 9999 are no days of Python.
        values = (column.cast(pa.int32()) if is_date else column).to_pylist()
        for row, value in zip(rows, values, strict=True):
            nothing = value is None and (is_date or name in _MAY_BE_NOTHING)
            if value is not False and not nothing:
                row[name] = value
    return rows


def differing(found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what differs of each person who differs: by the column, what is found and wanted."""
    return [
        {name: (one.get(name, False), other.get(name, False))
         for name in one.keys() | other.keys()
         if one.get(name, False) != other.get(name, False)}
        for one, other in zip(found, wanted, strict=True)
        if one != other
    ]  # fmt: skip
