"""The store of a day: one process, one write at a time, on SQLite or PostgreSQL."""

import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, Select, Table, func, select, text
from sqlalchemy.exc import ProgrammingError

from interview.desk.store.tables import METADATA


class StoreError(Exception):
    """A store that cannot be used; the message says where, why, and what to do."""


class Guard(Protocol):
    """What keeps a second process out."""

    def give_back(self) -> None:
        """Let another process in."""


class Store:
    """Tables, and how they are written: all or nothing, and on the disk before it is told.

    `folder` is where the files of the day lie; the database is among them, unless it is a server.
    """

    def __init__(self, engine: Engine, folder: Path, guard: Guard) -> None:
        self.engine, self.folder, self._guard = engine, folder, guard
        self._writing = threading.RLock()

    @property
    def is_server(self) -> bool:
        """Say whether the database is a server, and not a file."""
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the one connection that writes now; what raises leaves everything as it was."""
        with self._writing, self.engine.connect() as connection:
            self._begin(connection, "BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the store."""
        with self.engine.connect() as connection:
            self._begin(connection, "BEGIN")
            try:
                yield connection
            finally:
                connection.rollback()

    def _begin(self, connection: Connection, statement: str) -> None:
        # A server begins by itself; SQLite would take the lock only at the first change.
        if not self.is_server:
            connection.exec_driver_sql(statement)

    def compact(self) -> None:
        """Leave nothing of deleted rows in any file; raise StoreError where something reads on."""
        with self._writing, self.engine.connect() as connection:
            if self.is_server:
                self._compact_server(connection.execution_options(isolation_level="AUTOCOMMIT"))
            else:
                _compact_file(connection)

    def _compact_server(self, raw: Connection) -> None:
        for table in METADATA.tables.values():
            raw.execute(text(f"VACUUM (FULL) {table.name}"))
        # Only owners of a server may ask for it; it does it by itself within minutes.
        with contextlib.suppress(ProgrammingError):
            raw.execute(text("CHECKPOINT"))

    def rows(self, event_id: str) -> tuple[tuple[str, int], ...]:
        """Return each table with the number of its rows of an event."""
        with self.read() as connection:
            return tuple(
                (name, connection.scalar(_count(table, event_id)) or 0)
                for name, table in METADATA.tables.items()
            )

    def files(self) -> tuple[tuple[str, int], ...]:
        """Return the name and the length in bytes of each file of the day."""
        found = (path for path in sorted(self.folder.iterdir()) if path.is_file())
        return tuple((path.name, path.stat().st_size) for path in found)

    def shut(self) -> None:
        """Give the files or the server back."""
        self.engine.dispose()
        self._guard.give_back()


def _count(table: Table, event_id: str) -> Select[int]:
    of_event = table.c["id" if table.name == "event" else "event_id"] == event_id
    return select(func.count()).select_from(table).where(of_event)


def _compact_file(raw: Connection) -> None:
    """SQLite keeps old pages in its journal until that is cut off, before and after."""
    for statement in (
        "PRAGMA wal_checkpoint(TRUNCATE)",
        "VACUUM",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    ):
        found = raw.exec_driver_sql(statement)
        row = found.fetchone() if found.returns_rows else None
        if row is not None and row[0]:
            raise StoreError(
                "the database is being read, so its journal cannot be cut off. Close every program"
                " that looks at the folder of the day, then close the day again"
            )
