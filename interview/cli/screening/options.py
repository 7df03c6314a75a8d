"""What was asked of `screen`, whether for one person or for many."""

import datetime
from dataclasses import dataclass
from pathlib import Path

import click

# What is written of many people.
FORMATS_OF_MANY = ("json", "csv", "xlsx")


@dataclass(frozen=True)
class AskedScreening:
    """The file, what it holds, what is wanted of it, and the day (a local date)."""

    facts: str
    kind: str
    output: str
    as_of: datetime.date
    lang: str
    questions: Path
    is_partial: bool


def asked_for_another_day(day: datetime.date | None = None) -> bool:
    """Say whether --as-of was given, and is not this day."""
    given = click.get_current_context().params["as_of"]
    return given is not None and given != day
