"""Where a day may lie, what is refused, and that both stores have the same tables."""

import os
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from cluster import HAS_POSTGRES, IN_CI, running_cluster
from days import CHEAP, PLAN, HandClock, Team

from interview.desk.life import find_day, plan_day
from interview.desk.store import DATABASE_FILE, StoreError, open_store, swap_in_the_clear, tables

SYNC = ("dropbox", "onedrive", "mobile documents", "google drive")
needs_postgres = pytest.mark.skipif(
    not HAS_POSTGRES and not IN_CI, reason="there is no PostgreSQL here"
)


@pytest.mark.parametrize(
    "name", ["Dropbox", "OneDrive - Clinic", "Mobile Documents", "Google Drive", "my dropbox (2)"]
)
def test_a_folder_that_is_copied_elsewhere_is_refused(tmp_path, name):
    with pytest.raises(StoreError, match="copied to other computers"):
        open_store(tmp_path / name / "day", SYNC)
    assert not (tmp_path / name).exists()


def test_a_link_into_a_folder_that_is_copied_is_refused(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(StoreError, match="copied to other computers"):
        open_store(tmp_path / "plain" / "day", SYNC)


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o701])
def test_a_folder_that_others_can_look_into_is_refused(tmp_path, mode):
    folder = tmp_path / "day"
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(StoreError, match=f"chmod 700 {folder}"):
        open_store(folder, SYNC)


def test_the_file_of_a_day_writes_as_a_day_must(tmp_path):
    store = open_store(tmp_path / "day", SYNC)
    with store.read() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete",
                         "trusted_schema", "temp_store")
        }  # fmt: skip
        strict = connection.exec_driver_sql("SELECT name, strict FROM pragma_table_list").all()
    store.shut()
    assert found == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1,
        "trusted_schema": 0, "temp_store": 2,
    }  # fmt: skip
    ours = {name: is_strict for name, is_strict in strict if not name.startswith("sqlite_")}
    assert ours == dict.fromkeys(tables.METADATA.tables, 1)


def test_a_file_of_another_version_is_refused_with_a_sentence(tmp_path, content):
    team = Team(tmp_path / "day", content)
    team.stop()
    with sqlite3.connect(tmp_path / "day" / DATABASE_FILE) as connection:
        connection.execute("PRAGMA user_version=0")
    connection.close()
    with pytest.raises(StoreError, match="Close that day with the version that made it"):
        find_day(tmp_path / "day", content, HandClock(), cost=CHEAP)


@pytest.mark.parametrize("written", [b"no database", b""])
def test_a_file_that_is_no_day_is_refused(tmp_path, content, written):
    (tmp_path / "day").mkdir(mode=0o700)
    (tmp_path / "day" / DATABASE_FILE).write_bytes(written)
    with pytest.raises(StoreError, match="this is no file of a day"):
        find_day(tmp_path / "day", content, HandClock(), cost=CHEAP)


def test_a_folder_has_one_day(team, content):
    with pytest.raises(StoreError, match="there is a day in it already"):
        plan_day(team.folder, content, PLAN, HandClock(), team.database, CHEAP)
    with pytest.raises(StoreError, match="there is no day in it"):
        find_day(team.folder.parent, content, HandClock(), team.database, CHEAP)


def system(tmp_path: Path, swaps: str, uuid: str = "") -> Path:
    (tmp_path / "proc").mkdir()
    head = "Filename\t\t\t\tType\t\tSize\tUsed\tPriority\n"
    (tmp_path / "proc/swaps").write_text(head + swaps)
    if uuid:
        (tmp_path / "sys/block/dm-1/dm").mkdir(parents=True)
        (tmp_path / "sys/block/dm-1/dm/uuid").write_text(uuid)
    return tmp_path


@pytest.mark.parametrize(
    ("swaps", "uuid", "told"),
    [
        ("", "", ()),
        ("/swap.img  file 100 0 -2\n", "", ("/swap.img",)),
        ("/dev/sda2 partition 100 0 -2\n/dev/zram0 partition 9 0 5\n", "", ("/dev/sda2",)),
        ("/dev/dm-1 partition 100 0 -2\n", "CRYPT-LUKS2-abc", ()),
        ("/dev/dm-1 partition 100 0 -2\n", "LVM-abc", ("/dev/dm-1",)),
    ],
)
def test_swap_in_the_clear_is_told(tmp_path, swaps, uuid, told):
    assert swap_in_the_clear(system(tmp_path, swaps, uuid)) == told


def test_no_column_can_hold_an_answer_a_name_or_an_address():
    """The columns of text, each with what it holds; a new one needs a line here, and a reason."""
    texts = {
        f"{table.name}.{column.name}"
        for table in tables.METADATA.tables.values()
        for column in table.columns
        if column.type.python_type is str and column.name != "event_id"
    }
    assert texts == {
        # The word, the day, the state and the plan of the event.
        "event.id", "event.word", "event.day", "event.state", "event.settings",
        # Of the team: no person.
        "slot.role", "slot.languages", "slot.finder", "slot.verifier",
        # A word of a list, a language of the plan, a table of a few letters, a state, slots.
        "ticket.word", "ticket.language", "ticket.place", "ticket.state", "ticket.kept_from",
        "move.begin", "move.goal", "signoff.outcome", "session.hash",
        # What is published.
        "tally.what", "tally.which", "tally.told",
    }  # fmt: skip


# ---------------------------------------------------------------- PostgreSQL


@needs_postgres
def test_the_migrations_make_the_tables_that_the_program_has(cluster, tmp_path):
    database = cluster.make_database("migrated")
    store = open_store(tmp_path / "day", SYNC, database, "one")
    with store.read() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, tables.METADATA)
        kinds = dict(
            connection.exec_driver_sql(
                "SELECT relname, relpersistence FROM pg_class WHERE relkind = 'r'"
                " AND relnamespace = 'public'::regnamespace"
            ).all()
        )
        told = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_stats WHERE tablename = 'ticket'"
        )
        assert told.scalar_one() == 0
    store.shut()
    assert differences == []
    assert {name for name, kind in kinds.items() if kind == "u"} == {
        table.name for table in tables.MOMENTARY
    }


@needs_postgres
@pytest.mark.parametrize("setting", ["log_statement=all", "log_min_duration_statement=0"])
def test_a_server_that_keeps_statements_is_refused(tmp_path, content, setting):
    with running_cluster("fsync=off", setting) as cluster:
        database = cluster.make_database("tells")
        with pytest.raises(StoreError, match=f"{setting.partition('=')[0]} is "):
            plan_day(tmp_path / "day", content, PLAN, HandClock(), database, CHEAP)


@needs_postgres
def test_two_days_of_one_server_do_not_see_each_other(cluster, tmp_path, content):
    database = cluster.make_database("shared")
    one = Team(tmp_path / "one", content, database=database)
    other = Team(tmp_path / "other", content, database=database)
    assert (one.ready(), other.ready()) == (1, 1)
    one.desk.close(one("coordinator"))
    assert [ticket.state for ticket in other.desk.every()] == ["waiting"]
    assert other.desk.call_next(other("reviewer 1")).number == 1
    one.stop(), other.stop()


@needs_postgres
def test_after_a_hard_stop_of_the_server_no_number_is_given_twice(tmp_path, content):
    with running_cluster() as cluster:
        team = Team(tmp_path / "day", content, database=cluster.make_database("stopped"))
        before = {team.arrived() for _ in range(3)}
        team.stop()
        cluster.stop("immediate")
        cluster.start()
        desk = find_day(team.folder, content, team.clock, team.database, CHEAP)
        desk.unlock(team.words)
        _, coordinator = desk.enter(team.card("coordinator").code)
        _, door = desk.enter(desk.issue_card(coordinator, team.card("door").slot).code)
        assert desk.arrive(door, "es").number > max(before)
        desk.shut()


def test_a_server_that_does_not_answer_is_told_without_its_password(tmp_path, content):
    database = "postgresql://me:SECRET@127.0.0.1:9/day"
    with pytest.raises(StoreError, match="does not answer") as told:
        plan_day(tmp_path / "day", content, PLAN, HandClock(), database, CHEAP)
    assert "SECRET" not in str(told.value)


def test_the_tests_of_a_server_run_where_nothing_may_be_skipped():
    assert HAS_POSTGRES or os.environ.get("CI") != "true"
