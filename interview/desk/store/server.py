"""PostgreSQL: what it must not write down, and how its tables are made and moved on."""

from pathlib import Path

from sqlalchemy import Connection, Engine, text

from interview.desk.store.store import StoreError

_MIGRATIONS = Path(__file__).with_name("migrations")
# Settings of a server that would write rows or statements into its log, and what each must be.
_MUST_BE = {
    "log_statement": ("none", "ddl"),
    "log_min_duration_statement": ("-1",),
    "log_min_duration_sample": ("-1",),
    "log_transaction_sample_rate": ("0",),
    "log_parameter_max_length_on_error": ("0",),
}


def refuse_a_server_that_tells(connection: Connection) -> None:
    """Raise StoreError where a server would keep in its log what a day writes."""
    for name, allowed in _MUST_BE.items():
        found = connection.execute(text(f"SHOW {name}")).scalar_one()
        if found not in allowed:
            raise StoreError(
                f"the database keeps what is written in its log: {name} is {found}. Set it to"
                f" {allowed[0]} in postgresql.conf, and load it anew"
            )
    # Which libraries are loaded is told to owners of the server alone; their settings to everybody.
    loaded = connection.scalars(text("SELECT name FROM pg_settings WHERE name LIKE '%.%'")).all()
    for library in ("auto_explain", "pg_stat_statements"):
        if any(name.startswith(f"{library}.") for name in loaded):
            raise StoreError(
                f"the database keeps statements: {library} is loaded. Take it out of"
                " shared_preload_libraries, and start the database anew"
            )


def warnings_of(engine: Engine) -> tuple[str, ...]:
    """Return what an operator should know of a server: copies that outlive the day."""
    with engine.connect() as connection:
        shown = {
            name: connection.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("archive_mode", "wal_level")
        }
        copies = connection.execute(text("SELECT count(*) FROM pg_stat_replication")).scalar_one()
    found = []
    if shown["archive_mode"] != "off":
        found.append("The database keeps an archive of its writes: archive_mode is on.")
    if shown["wal_level"] == "logical" or copies:
        found.append("The database is copied to other machines while the day runs.")
    return tuple(found)


def bring_up(engine: Engine) -> None:
    """Make the tables of a server, or move older ones on to this version."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
