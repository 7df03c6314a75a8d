"""`interview screen` of a table: many people at once, by the rules in columns."""

import datetime
import functools
import importlib.util
import os
import signal
import sys
from collections.abc import Callable, Collection, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, NoReturn, cast

import click

from interview.cli.parameters import F, stop
from interview.content import Content
from interview.files import Record, batch, tally

TABLES = (".parquet", ".pq", ".arrow", ".feather", ".ipc")
NO_CASELOAD = (
    "Tables of many people need numpy and pyarrow. Install them with:\n"
    "    python -m pip install 'next-steps-interview[caseload]'"
)


def need_the_caseload() -> None:
    """End with what to do where numpy or pyarrow is not installed."""
    _give_memory_back()
    try:
        import interview.caseload  # noqa: F401
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("numpy", "pyarrow"):
            raise
        stop(NO_CASELOAD)


def with_tables(command: F) -> F:
    """Let a command that screens take and write tables too, by the suffix of FACTS or of --out."""

    @functools.wraps(command)
    def either(*args: Any, columns: str, keep: str, **given: Any) -> Any:
        people, out = Path(given["facts"]), given["out"]
        if not any(path and path.suffix.lower() in TABLES for path in (people, out)):
            _refuse_given(_OF_TABLES, "is for tables: add --out results.parquet (or .arrow)")
            return command(*args, **given)
        if out is None:
            stop(f"{people}: name a file for the results: --out results.parquet (or .arrow, .csv)")
        others = {str(p.name) for p in click.get_current_context().command.params} - {*_FOR_TABLES}
        _refuse_given(others, "does not go with a table: those are screened whole. Leave it out")
        return _screen_table(
            people, out, columns, names_in(keep), given["as_of"], given["questions"]
        )

    with_columns = click.option(
        "--columns", default="narrow", show_default=True,
        help="A table: narrow, all, or kinds such as lane,flags,missing.",
    )  # fmt: skip
    return cast(F, with_columns(with_keep(either)))


with_keep = click.option(
    "--keep", default="", help="A table: columns to carry over, with commas; id always is.",
)  # fmt: skip


def names_in(written: str) -> tuple[str, ...]:
    """Return the names of a list with commas."""
    return tuple(name.strip() for name in written.split(",")) if written else ()


def _refuse_given(names: Collection[str], why: str) -> None:
    """An option that says nothing here was meant for something else."""
    context = click.get_current_context()
    for parameter in context.command.params:
        name = str(parameter.name)
        if name in names and context.get_parameter_source(name) not in _NOT_GIVEN:
            stop(f"{parameter.opts[0]} {why}")


_OF_TABLES = ("columns", "keep")
_FOR_TABLES = ("facts", "as_of", "questions", "out", *_OF_TABLES)
_NOT_GIVEN = (click.core.ParameterSource.DEFAULT, click.core.ParameterSource.DEFAULT_MAP, None)


def _screen_table(
    people: Path,
    out: Path,
    columns: str,
    kept: tuple[str, ...],
    as_of: datetime.date | None,
    questions: Path,
) -> None:
    need_the_caseload()
    from interview.caseload import NoSuchColumns, many_people, parts_of, screen_file

    try:
        parts = parts_of(columns)
    except NoSuchColumns as error:
        stop(f"--columns: {error}")
    screening = many_people(as_of or datetime.date.today(), questions, parts, kept)
    end_when_asked_to()
    with telling(people, "Screening") as tell:
        count = refusing(people, lambda: screen_file(screening, people, out, tell))
    click.echo(f"{out}: {count} people, as of {screening.as_of}")


# Fewer people than this are screened sooner than numpy and pyarrow are loaded.
_MANY = 2_000


def screened_rows(
    job: batch.Job, content: Content, records: Iterator[Record], processes: int
) -> Iterator[tally.ScreenedRows]:
    """Yield what became of the records of many people: in columns where that can be.

    `content` is what the questions of the job hold.
    """
    head = list(islice(records, _MANY))
    records = chain(head, records)
    if processes > 1 or len(head) < _MANY or not _has_caseload():
        yield from batch.screen_rows(job, records, processes)
        return
    _give_memory_back()
    from interview.caseload.lines import LineScreening, can_be_in_columns

    if can_be_in_columns(job):
        yield from LineScreening(job, content).screen(records)
    else:
        yield from batch.screen_rows(job, records, processes)


def _give_memory_back() -> None:
    """Arrow's own pools keep what was used once: with them memory is a third more."""
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")


def _has_caseload() -> bool:
    return all(importlib.util.find_spec(name) for name in ("numpy", "pyarrow"))


def refusing(people: Path, work: Callable[[], Any]) -> Any:
    """Do some work on a table, or end with what is wrong with it."""
    from interview.caseload import RefusedPeople, UnreadablePeople, UnwritableResults

    try:
        return work()
    except UnwritableResults as error:
        stop(str(error))
    except (RefusedPeople, UnreadablePeople) as error:
        stop("\n".join(f"{people}: {line}" for line in str(error).split("\n")))


def end_when_asked_to() -> None:
    """Let a process that is asked to end tidy up first, as it does for Ctrl-C."""

    def end(*_: object) -> NoReturn:
        raise SystemExit(128 + signal.SIGTERM)

    signal.signal(signal.SIGTERM, end)


class telling:
    """Shows on a terminal how far some work is; elsewhere it shows nothing."""

    def __init__(self, people: Path, label: str) -> None:
        self._is_seen = bool(sys.stderr) and sys.stderr.isatty()
        self._people, self._label = people, label

    def __enter__(self) -> Callable[[int, int | None], None]:
        return self._tell

    def __exit__(self, *_: object) -> None:
        if self._is_seen:
            click.echo(err=True)

    def _tell(self, done: int, of: int | None) -> None:
        if self._is_seen:
            share = f"{done:,} of {of:,}" if of else f"{done:,}"
            click.echo(f"\r{self._label} {self._people.name}: {share}", err=True, nl=False)
