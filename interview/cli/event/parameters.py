"""What the parts of an event share: its folder, its clock, and how it is found and refused."""

import contextlib
import datetime
import os
import sys
import zoneinfo
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from interview.cli.parameters import stop, tell, with_questions
from interview.content import Content
from interview.desk.life import EventDesk, PlanError, find_day
from interview.desk.memory import KeyFileError
from interview.desk.rights import Refused
from interview.desk.store import StoreError, swap_in_the_clear, warnings_of

F = TypeVar("F", bound=Callable[..., Any])
_LOCAL = Path("/etc/localtime")


def with_day(command: F) -> F:
    """Add the folder of a day, --database and --questions."""
    folder = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
    database = click.option(
        "--database", metavar="URL", help="A PostgreSQL server: postgresql://user@host/name."
    )
    return with_questions(folder(database(command)))


def clock() -> datetime.datetime:
    """The time of this machine, in its zone, which knows when summer time begins and ends."""
    return datetime.datetime.now(_zone())


def _zone() -> datetime.tzinfo | None:
    with contextlib.suppress(zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        if name := os.environ.get("TZ", "").removeprefix(":"):
            return zoneinfo.ZoneInfo(name)
        with _LOCAL.open("rb") as file:
            return zoneinfo.ZoneInfo.from_file(file)
    return datetime.datetime.now().astimezone().tzinfo


@contextlib.contextmanager
def as_sentences(content: Content) -> Iterator[None]:
    """End with a sentence where a day cannot be planned, found or changed."""
    try:
        yield
    except Refused as refused:
        stop(refused.sentence(content.desk))
    except (KeyFileError, PlanError, StoreError) as error:
        stop(str(error))


@contextlib.contextmanager
def found_day(folder: Path, content: Content, database: str | None) -> Iterator[EventDesk]:
    """Give the desk of a day, and give its files back at the end."""
    with as_sentences(content):
        desk = find_day(folder, content, clock, database)
        try:
            yield desk
        finally:
            desk.shut()


def ask_words() -> str:
    """Ask for the four words of the coordinator; nobody sees them typed."""
    words: str = click.prompt("The four words of the coordinator's card", hide_input=True, err=True)
    return words


def warn_of_copies(desk: EventDesk) -> None:
    """Say in red what may outlive the day on this machine or on its server."""
    if places := swap_in_the_clear():
        tell_red(
            f"Memory may be written on the disk in the clear: {', '.join(places)}. Turn swap off"
            " for the day (swapoff -a), or encrypt it."
        )
    for line in warnings_of(desk.store.engine) if desk.store.is_server else ():
        tell_red(line)


def tell_red(sentence: str) -> None:
    """Say something that an organiser must not overlook."""
    if sys.stderr.isatty():
        click.secho(sentence, fg="red", bold=True, err=True)
    else:
        tell(sentence)
