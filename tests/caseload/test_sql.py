"""The rules as SQL conclude what the columns conclude: SQL has the same three values."""

import datetime
import sqlite3

import pyarrow as pa
import pytest
from click.testing import CliRunner
from cluster import HAS_POSTGRES, IN_CI, running_cluster
from column_rows import differing, rows_of
from people import people
from tables import as_paired_table

from interview.caseload import ColumnScreening
from interview.caseload.sql import ALL, DIALECTS, NARROW, Query
from interview.cli import main

DAYS = (datetime.date(2026, 11, 30), datetime.date(2020, 2, 29))
TITLE = "Rules"


def _table(content, as_of, count):
    table = as_paired_table(content, list(people(count, 29, as_of)))
    texts = {
        name: column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column
        for name, column in zip(table.column_names, table.columns, strict=True)
    }
    return pa.table({"id": pa.array(map(str, range(count))), **texts}).combine_chunks()


def _expected(content, as_of, table, parts):
    [batch] = table.to_batches()
    return rows_of(ColumnScreening(content, as_of, parts).screen_batch(batch))


@pytest.mark.slow
@pytest.mark.parametrize("as_of", DAYS)
def test_duckdb_concludes_the_same(content, as_of):
    duckdb = pytest.importorskip("duckdb")
    people = _table(content, as_of, 600)
    query = Query(content, as_of, "duckdb", ALL).text(TITLE)
    with duckdb.connect() as connection:
        connection.register("people", people)
        found = connection.sql(query).order("CAST(id AS INTEGER)").to_arrow_table()
    [batch] = found.combine_chunks().to_batches()
    assert differing(rows_of(batch), _expected(content, as_of, people, ALL)) == []


@pytest.mark.slow
@pytest.mark.parametrize("as_of", DAYS)
def test_sqlite_concludes_the_same(content, as_of):
    people = _table(content, as_of, 300)
    names = people.column_names
    with sqlite3.connect(":memory:") as connection:
        columns = ", ".join(f'"{name}"' for name in names)
        connection.execute(f"create table people ({columns})")
        marks = ", ".join("?" * len(names))
        cells = [[str(c) if isinstance(c, datetime.date) else c for c in row.values()]
                 for row in people.to_pylist()]  # fmt: skip
        connection.executemany(f"insert into people values ({marks})", cells)
        asked = connection.execute(Query(content, as_of, "sqlite", NARROW).text(TITLE))
        found_names = [column[0] for column in asked.description]
        found = [dict(zip(found_names, row, strict=True)) for row in asked]
    expected = _expected(content, as_of, people, NARROW)
    assert [_plain(row) for row in found] == expected


@pytest.mark.slow
@pytest.mark.skipif(not HAS_POSTGRES and not IN_CI, reason="there is no PostgreSQL here")
def test_postgresql_concludes_the_same(content):
    psycopg = pytest.importorskip("psycopg")
    as_of = DAYS[0]
    people = _table(content, as_of, 300)
    with running_cluster("fsync=off") as cluster:
        address = cluster.make_database("caseload")
        with psycopg.connect(address) as connection:
            cells = ", ".join(
                f'"{column.name}" {_of_postgresql(column)}' for column in people.schema
            )
            connection.execute(f"create table people ({cells})")
            marks = ", ".join(["%s"] * people.num_columns)
            rows = [tuple(row.values()) for row in people.to_pylist()]
            connection.cursor().executemany(f"insert into people values ({marks})", rows)
            asked = connection.execute(Query(content, as_of, "postgres", ALL).text(TITLE))
            names = [column.name for column in asked.description]
            found = pa.Table.from_pylist(
                sorted((dict(zip(names, row, strict=True)) for row in asked), key=_number_of)
            )
    [batch] = found.combine_chunks().to_batches()
    assert differing(rows_of(batch), _expected(content, as_of, people, ALL)) == []


def _of_postgresql(column):
    return "date" if pa.types.is_date(column.type) else "text"


def _number_of(row):
    return int(row["id"])


def _plain(row):
    """sqlite has 0 and 1 for no and yes."""
    truths = {1: True, 0: False, None: None}
    cells = {
        name: truths[cell] if name.startswith(("program_", "flag_")) else cell
        for name, cell in row.items()
    }
    return {name: cell for name, cell in cells.items() if cell is not False}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_command_prints_one_query_for_a_day(dialect):
    command = ["sql", "--dialect", dialect, "--as-of", "2026-11-30", "--table", "caseload"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    assert "-- As of 2026-11-30" in result.output
    assert "FROM caseload)" in result.output
