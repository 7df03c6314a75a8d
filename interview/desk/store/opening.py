"""How a store is opened: a file in a folder of its own, or a server by its address."""

from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Engine, NullPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from interview.desk.store.folder import own_folder
from interview.desk.store.lock import FileGuard, ServerGuard
from interview.desk.store.server import bring_up, refuse_a_server_that_tells
from interview.desk.store.store import Store, StoreError
from interview.desk.store.tables import METADATA, VERSION

DATABASE_FILE = "desk.sqlite"
# Written into each file, so that no other program's file is taken for one of a day.
_OUR_FILES = 0x4E535444
_MOST_SECONDS = 30
_ALWAYS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA temp_store=MEMORY",
)


def open_store(
    folder: Path, sync_folders: Collection[str], database: str | None = None, name: str = "new"
) -> Store:
    """Open the store of a day, and make what is not there yet; raise StoreError.

    `database`: the address of a PostgreSQL server; `name` is then the day's, for its lock. The
    folder holds the file of the key in any case.
    """
    own = own_folder(folder, sync_folders)
    if database is not None:
        return _server_store(own, database, name)
    guard = FileGuard(own)
    try:
        return Store(_file_engine(own / DATABASE_FILE), own, guard)
    except BaseException:
        guard.give_back()
        raise


def _file_engine(path: Path) -> Engine:
    is_new = not path.exists()
    path.touch(mode=0o600)
    engine = create_engine(f"sqlite:///{path}", pool_timeout=_MOST_SECONDS)
    event.listen(engine, "connect", _set_up_connection)
    try:
        with engine.connect() as connection:
            if is_new:
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                connection.exec_driver_sql(f"PRAGMA application_id={_OUR_FILES}")
                connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
                METADATA.create_all(connection)
                connection.commit()
            ours = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    except SQLAlchemyError:
        ours, version = 0, 0
    if ours != _OUR_FILES:
        engine.dispose()
        raise StoreError(f"{path}: this is no file of a day. Name another folder")
    if version != VERSION:
        engine.dispose()
        raise StoreError(
            f"{path}: another version of this program made this file ({version}, and this is"
            f" {VERSION}). Close that day with the version that made it, then plan a new one"
        )
    return engine


def _set_up_connection(raw: object, _record: object) -> None:
    raw.isolation_level = None  # type: ignore[attr-defined]
    for statement in _ALWAYS:
        raw.execute(statement)  # type: ignore[attr-defined]


def _server_store(folder: Path, database: str, name: str) -> Store:
    try:
        url = make_url(database).set(drivername="postgresql+psycopg")
        engine = create_engine(url, pool_timeout=_MOST_SECONDS)
    except ModuleNotFoundError:
        raise StoreError(
            "a server needs one more part of this program. Install it:"
            " pip install 'next-steps-interview[postgres]'"
        ) from None
    except SQLAlchemyError as error:
        raise StoreError(f"the address of the database cannot be read: {error}") from None
    try:
        with engine.connect() as connection:
            refuse_a_server_that_tells(connection)
        guard = ServerGuard(create_engine(url, poolclass=NullPool), name)
        bring_up(engine)
    except SQLAlchemyError as error:
        engine.dispose()
        where = url.render_as_string(hide_password=True)
        raise StoreError(f"{where}: the database does not answer: {_first_line(error)}") from None
    except StoreError:
        engine.dispose()
        raise
    return Store(engine, folder, guard)


def _first_line(error: SQLAlchemyError) -> str:
    why = str(getattr(error, "orig", error)).strip().splitlines()
    return why[0] if why else "it gives no reason"
