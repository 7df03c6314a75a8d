"""Where the results of many people go: out as they come, or all together at the end."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from interview.cli.parameters import stop
from interview.content import Content
from interview.files import NoWorkbooks, batch, result_workbook, tally

# So many wait in memory at most: a workbook, and a list that is sorted, are made of all of them.
MOST_TOGETHER = 20_000
F = TypeVar("F", bound=Callable[..., Any])


def with_written_results(command: F) -> F:
    """Add --sort and --out."""
    command = click.option(
        "--sort", type=click.Choice(["urgency"]),
        help="Many people: red first, and in each lane who has the nearest deadline. "
        f"Waits for all, at most {MOST_TOGETHER:,}.",
    )(command)  # fmt: skip
    return click.option(
        "--out", type=click.Path(dir_okay=False, path_type=Path),
        help="xlsx: the file to write. [default: standard output]",
    )(command)  # fmt: skip


class WrittenResults:
    """Takes the results of many people, and writes them."""

    def __init__(
        self, job: batch.Job, content: Content, facts: str, is_sorted: bool, out: Path | None
    ) -> None:
        self._job, self._content, self._facts = job, content, facts
        self._is_sorted, self._out = is_sorted, out
        self._is_book = job.output == "xlsx"
        self._columns = batch.columns_of(content.programs, job.is_partial)
        self._kept: list[tuple[tuple[int, int], str]] = []
        if self._is_book and not out and sys.stdout.isatty():
            stop("a workbook is no text for a terminal. Add --out FILE.xlsx")

    def begin(self, mark: str) -> None:
        """Write the header of a sheet, after the mark that the sheet of the people began with."""
        if self._job.output == "csv":
            # A spreadsheet knows UTF-8 by this mark only: who sends it wants it back.
            click.echo(mark + self._job.sheet.delimiter.join(self._columns))

    def add(self, found: tally.ScreenedRows) -> None:
        """Write some more results, or keep them until the end."""
        if not self._is_sorted and not self._is_book:
            sys.stdout.write("".join(found.lines))
            return
        self._kept += zip(found.ranks, found.lines, strict=True)
        if len(self._kept) > MOST_TOGETHER:
            stop(
                f"{self._facts}: these are more than {MOST_TOGETHER} people, too many to be sorted "
                "or put into a workbook at once. Leave that out, or screen them in several files"
            )

    def end(self) -> None:
        """Write what was kept."""
        if self._is_sorted:
            # Who needs a lawyer equally soon stays as in the file.
            self._kept.sort(key=lambda kept: kept[0])
        lines = [line for _, line in self._kept]
        if not self._is_book:
            sys.stdout.write("".join(lines))
        elif lines:
            self._write_book(lines)

    def _write_book(self, lines: list[str]) -> None:
        job, rows = self._job, map(json.loads, lines)
        try:
            made = result_workbook(self._content, job.tongue, job.as_of, self._columns, rows)
        except NoWorkbooks as error:
            stop(str(error))
        if self._out:
            self._out.write_bytes(made)
        else:
            sys.stdout.buffer.write(made)
