"""Many people screened at once: a batch of answers in, a batch of results out."""

import datetime
import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa

from interview.caseload.bitmaps import CodedPeople, Engine, Found
from interview.caseload.layout import (
    ID,
    NARROW,
    PeopleLayout,
    ResultLayout,
    refuse_named_alike,
    without_dictionary,
)
from interview.caseload.lowering import Lowered, lower
from interview.content import Content
from interview.loading import QUESTIONS, load
from interview.screening import Statuses

BATCH = 65_536


def content_digest(folder: Path) -> str:
    """Return the sha256 of the files of a questions folder: each one's name, size and bytes."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        written = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(written)}\0".encode())
        found.update(written)
    return found.hexdigest()


class ColumnScreening:
    """The rules of one content as of one day (local), for any number of batches.

    `parts`: which results are wanted. `kept`: columns of the people that stand beside the results.
    `is_plain`: texts stand in full, for engines that have no dictionaries.
    It can be sent to other processes, and makes itself ready there once.
    """

    def __init__(
        self,
        content: Content,
        as_of: datetime.date,
        parts: Sequence[str] = NARROW,
        kept: Sequence[str] = (),
        digest: str = "",
        is_plain: bool = False,
    ) -> None:
        self.content, self.as_of = content, as_of
        self.parts, self.kept, self.digest = tuple(parts), tuple(kept), digest
        self.is_plain = is_plain

    def __getstate__(self) -> dict[str, Any]:
        lazy = ("lowered", "people_layout", "result_layout", "_engine")
        return {name: value for name, value in vars(self).items() if name not in lazy}

    @cached_property
    def lowered(self) -> Lowered:
        """Every conclusion as a step of a graph."""
        return lower(self.content, self.as_of)

    @cached_property
    def people_layout(self) -> PeopleLayout:
        """How people stand in columns."""
        return PeopleLayout(self.content)

    @cached_property
    def result_layout(self) -> ResultLayout:
        """How results stand in columns."""
        statuses = json.dumps(Statuses(self.content).on(self.as_of))
        facts = {"content_sha256": self.digest, "statuses": statuses}
        return ResultLayout(self.lowered, self.parts, facts)

    @cached_property
    def _engine(self) -> Engine:
        return Engine(self.lowered.graph, self.people_layout.codes, self.result_layout.wanted())

    def run(self, people: CodedPeople) -> Found:
        """Return the wanted truths of people who were coded."""
        return self._engine.run(people)

    def screen_batch(self, batch: pa.RecordBatch, first_row: int = 1) -> pa.RecordBatch:
        """Return the results of a batch of people, row by row; raise RefusedPeople.

        Pure: the same batch always gives the same results. `first_row` is for messages only.
        """
        self.people_layout.refuse_columns(batch.schema.names, self.kept)
        people = self.people_layout.code(batch, first_row)
        beside = [name for name in (ID, *self.kept) if name in batch.schema.names]
        # Each batch of a file has a dictionary of its own, and a file of Arrow takes one only.
        columns = {name: without_dictionary(batch.column(name)) for name in beside}
        results = self.result_layout.columns(self.run(people), people, batch.num_rows)
        refuse_named_alike(columns, results)
        columns |= results
        if self.is_plain:
            columns = {name: without_dictionary(column) for name, column in columns.items()}
        found = pa.RecordBatch.from_pydict(columns)
        return found.replace_schema_metadata(self.result_layout.metadata())

    def schema_for(self, people: pa.Schema) -> pa.Schema:
        """Return the schema of the results of people with this schema; raise RefusedPeople."""
        columns = [pa.array([], field.type) for field in people]
        return self.screen_batch(pa.RecordBatch.from_arrays(columns, schema=people)).schema


def many_people(
    as_of: datetime.date,
    questions: Path = QUESTIONS,
    parts: Sequence[str] = NARROW,
    kept: Sequence[str] = (),
    is_plain: bool = False,
) -> ColumnScreening:
    """Return the screening of many people by a questions folder; raise ContentError."""
    digest = content_digest(questions)
    return ColumnScreening(load(questions), as_of, parts, kept, digest, is_plain)
