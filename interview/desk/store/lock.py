"""One process a day: a second one is refused, and a killed one leaves nothing locked."""

import contextlib
import os
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from interview.desk.store.store import StoreError

LOCK_FILE = "desk.lock"
# A server needs a moment to see that a process was killed: so long a start waits for its lock.
_PATIENCE_MS = 3_000
_WAITED_TOO_LONG = "55P03"


class FileGuard:
    """A lock on a file, which ends with the process that holds it."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / LOCK_FILE).open("w")
        try:
            _lock(self._file)
        except OSError:
            self._file.close()
            raise StoreError(
                f"{folder}: the day is open in another process already. Stop that one first, or use"
                " its pages"
            ) from None

    def give_back(self) -> None:
        """Let another process in."""
        self._file.close()


def _lock(file: IO[str]) -> None:
    """Raise OSError where another process has it."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ServerGuard:
    """A lock of a server, held by a connection of its own; it ends with the connection."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._connection: Connection = engine.connect()
        try:
            self._connection.execute(text(f"SET LOCAL lock_timeout = {_PATIENCE_MS}"))
            self._connection.execute(
                text("SELECT pg_advisory_lock(hashtextextended(:name, 0))"), {"name": name}
            )
            self._connection.commit()
        except OperationalError as error:
            self._connection.close()
            if getattr(error.orig, "sqlstate", "") != _WAITED_TOO_LONG:
                raise
            raise StoreError(
                f"the day {name} is open in another process already. Stop that one first, or use"
                " its pages"
            ) from None

    def give_back(self) -> None:
        """Let another process in, at once: a server sees only later that a connection ended."""
        # Where the connection is lost the lock has ended with it.
        with contextlib.suppress(SQLAlchemyError):
            self._connection.execute(text("SELECT pg_advisory_unlock_all()"))
        self._connection.close()
