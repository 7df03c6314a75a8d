"""The rules in columns conclude of everybody what the scalar evaluator concludes, in every part."""

import datetime
import os

import pyarrow as pa
import pytest
from column_rows import differing, rows_of
from one_by_one import OneByOne
from people import people
from tables import as_paired_table, as_table

from interview.caseload import ALL, ColumnScreening

# `make audit` asks for 100,000 people a day.
PEOPLE = int(os.environ.get("CASELOAD_PEOPLE", "700"))
CHUNK = 5_000
DAYS = ("2026-11-30", "2015-01-05", "2020-02-29", "2012-08-14", "2005-03-01")


@pytest.fixture(scope="module")
def one_by_one(content):
    return OneByOne(content)


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS)
def test_nobody_comes_out_otherwise_in_columns(content, one_by_one, day):
    as_of = datetime.date.fromisoformat(day)
    screening = ColumnScreening(content, as_of, ALL)
    for seed in range(-(-PEOPLE // CHUNK)):
        rows = list(people(min(CHUNK, PEOPLE), seed, as_of))
        [batch] = as_table(content, rows, ids=False).combine_chunks().to_batches()
        found = rows_of(screening.screen_batch(batch))
        wanted = [one_by_one.row(row, as_of) for row in rows]
        assert differing(found, wanted) == []


@pytest.mark.slow
def test_pairs_of_days_and_dictionaries_say_the_same_as_texts_and_lists(content):
    as_of = datetime.date.fromisoformat(DAYS[0])
    screening = ColumnScreening(content, as_of, ALL)
    rows = list(people(500, 11, as_of))
    tables = as_table(content, rows, ids=False), as_paired_table(content, rows)
    one, other = (
        screening.screen_batch(table.combine_chunks().to_batches()[0]) for table in tables
    )
    assert one.equals(other)


def test_nobody_at_all_is_screened_into_no_rows(content):
    screening = ColumnScreening(content, datetime.date.fromisoformat(DAYS[0]), ALL)
    empty = as_table(content, [{"state": "CA"}]).slice(0, 0)
    batch = pa.RecordBatch.from_arrays(
        [pa.array([], field.type) for field in empty.schema], schema=empty.schema
    )
    assert screening.screen_batch(batch).num_rows == 0
