"""Made-up people as Arrow tables, in the ways that tables of people may be written."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from interview.content import Content
from interview.rules import Interval
from interview.screening import AnswerReader

EPOCH = 719_163


def as_table(content: Content, rows: Sequence[dict[str, Any]], ids: bool = True) -> pa.Table:
    """Return people with dates as ISO texts and lists as lists, as a facts file has them."""
    columns: dict[str, Any] = {}
    if ids:
        columns["id"] = pa.array([str(number) for number in range(1, len(rows) + 1)])
    for question in content.questions:
        written = [row.get(question.id) for row in rows]
        if question.type == "choices":
            columns[question.id] = pa.array(map(_items, written), pa.list_(pa.string()))
        else:
            texts = [None if one is None else str(one) for one in written]
            columns[question.id] = pa.array(texts, pa.string())
    return pa.table(columns)


def _items(written: Any) -> list[str] | None:
    if isinstance(written, str):
        return [item for item in written.split(";") if item] or None
    return None if written is None else list(map(str, written))


def as_paired_table(content: Content, rows: Sequence[dict[str, Any]]) -> pa.Table:
    """Return people with dates as pairs of days, values as dictionaries and lists with marks."""
    reader = AnswerReader(content)
    columns: dict[str, Any] = {}
    for question in content.questions:
        answers = [reader.read(question.id, row.get(question.id)) for row in rows]
        if question.type == "date":
            for ending, end in (("_first", 0), ("_last", 1)):
                days = [a[end] - EPOCH if isinstance(a, Interval) else None for a in answers]
                columns[question.id + ending] = pa.array(days, pa.int32()).cast(pa.date32())
        else:
            texts = [None if a is None else reader.write(question.id, a) for a in answers]
            columns[question.id] = pa.array(texts, pa.string()).dictionary_encode()
    return pa.table(columns)
