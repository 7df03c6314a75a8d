"""Where one machine is not enough: the same function on Spark gives the same results.

`make audit` installs Spark and runs this; elsewhere it waits for whoever has installed it.
"""

import datetime
import os
import sys
from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from people import people
from tables import as_paired_table, as_table

from interview.caseload import many_people
from interview.caseload.sql import NARROW, Query

if "CASELOAD_SPARK" in os.environ:
    import pyspark.sql
else:
    pyspark = pytest.importorskip("pyspark")

DAY = datetime.date(2026, 11, 30)
PARTS = ("lane", "level", "program", "flags", "flag", "missing", "deadline")


@pytest.fixture(scope="module")
def session():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = pyspark.sql.SparkSession.builder.master("local[2]")
    options = {"spark.ui.enabled": "false", "spark.sql.execution.arrow.maxRecordsPerBatch": "700"}
    for name, value in options.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_spark_gives_the_same_results(content, session, tmp_path):
    from pyspark.sql.pandas.types import from_arrow_schema

    rows = list(people(2_000, 31, DAY))
    table = as_table(content, rows)
    pq.write_table(table, tmp_path / "people.parquet")
    screening = many_people(DAY, parts=PARTS, is_plain=True)

    def screen(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield screening.screen_batch(batch)

    schema = from_arrow_schema(screening.schema_for(table.schema))
    people_there = session.read.parquet(str(tmp_path / "people.parquet")).repartition(4)
    found = people_there.mapInArrow(screen, schema).toArrow()
    [batch] = table.combine_chunks().to_batches()
    expected = pa.Table.from_batches([screening.screen_batch(batch)])
    assert _rows(found) == _rows(expected)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_sql_on_spark_gives_the_same_results(content, session, tmp_path):
    table = as_paired_table(content, list(people(300, 32, DAY)))
    texts = [
        column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column
        for column in table.columns
    ]
    ids = pa.array([f"{number:03}" for number in range(table.num_rows)])
    table = pa.table([ids, *texts], names=["id", *table.column_names])
    pq.write_table(table, tmp_path / "people.parquet")
    session.read.parquet(str(tmp_path / "people.parquet")).createOrReplaceTempView("people")
    query = Query(content, DAY, "spark", NARROW).text("Rules")
    found = session.sql(query).toArrow()
    screening = many_people(DAY, parts=NARROW, is_plain=True)
    [batch] = table.combine_chunks().to_batches()
    expected = pa.Table.from_batches([screening.screen_batch(batch)])
    assert found.column_names == expected.column_names
    assert _rows(found) == _rows(expected)


def _rows(table: pa.Table):
    """In the order of the ids; days as numbers, for some are after the year 9999."""
    table = table.sort_by([("id", "ascending")])
    columns = (
        column.cast(pa.int32()) if pa.types.is_date32(column.type) else column
        for column in table.columns
    )
    return pa.table(list(columns), names=table.column_names).to_pylist()
