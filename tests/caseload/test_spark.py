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
from tables import as_table

from interview.caseload import many_people

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


def _rows(table: pa.Table):
    """In the order of the ids; days as numbers, for some are after the year 9999."""
    table = table.sort_by([("id", "ascending")])
    columns = (
        column.cast(pa.int32()) if pa.types.is_date32(column.type) else column
        for column in table.columns
    )
    return pa.table(list(columns), names=table.column_names).to_pylist()
