"""Where the results of many people go: out as they come, or all together at the end."""

import contextlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import click

from interview.cli.parameters import stop, why_unreadable
from interview.cli.screening.options import AskedScreening
from interview.content import Content
from interview.files import (
    NoWorkbooks,
    UrgencyRank,
    batch,
    can_write_workbooks,
    result_workbook,
    tally,
)
from interview.languages import Tongue

# So many wait in memory at most: a workbook, and a list that is sorted, are made of all of them.
MOST_TOGETHER = 20_000
_WRITTEN_AT_ONCE = 64
# By this mark alone a spreadsheet knows the letters of a .csv.
MARK = "\ufeff"
F = TypeVar("F", bound=Callable[..., Any])


def with_written_results(command: F) -> F:
    """Add --sort and --out."""
    command = click.option(
        "--sort", type=click.Choice(["urgency"]),
        help="Many people: red first; in each lane by what is most urgent, then by deadline. "
        f"Waits for all, at most {MOST_TOGETHER:,}.",
    )(command)  # fmt: skip
    return click.option(
        "--out", type=click.Path(dir_okay=False, path_type=Path),
        help="Many people: the file to write, .xlsx, .csv or .jsonl; a table: .parquet "
        "or .arrow. [default: standard output]",
    )(command)  # fmt: skip


class WrittenResults:
    """Takes the results of many people, and writes them; a file stands only once it is whole."""

    def __init__(
        self,
        content: Content,
        asked: AskedScreening,
        tongue: Tongue,
        is_sorted: bool,
        out: Path | None,
    ) -> None:
        self._content, self._asked, self._tongue = content, asked, tongue
        self._is_sorted, self._out = is_sorted, out
        self._is_book = asked.output == "xlsx"
        self._columns = batch.columns_of(content.programs, asked.is_partial)
        self._is_any = False
        self._not_read: list[str] = []
        self._kept: list[tuple[UrgencyRank, str]] = []
        if self._is_book:
            self._need_workbooks()
        self._begun = out.with_name(f".{out.name}.begun") if out else None
        self._file = self._opened()

    def _need_workbooks(self) -> None:
        """End before anybody is screened, where a workbook could not be written."""
        if not self._out and sys.stdout.isatty():
            stop("a workbook is no text for a terminal. Add --out FILE.xlsx")
        try:
            can_write_workbooks()
        except NoWorkbooks as error:
            stop(str(error))

    def _opened(self) -> Any:
        if not self._begun:
            return sys.stdout.buffer if self._is_book else sys.stdout
        try:
            if self._is_book:
                return self._begun.open("wb")
            return self._begun.open("w", encoding="utf-8", newline="")
        except OSError as error:
            stop(f"{self._out}: cannot be written: {why_unreadable(error)}")

    def __enter__(self) -> "WrittenResults":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._end()
        finally:
            self._close(error is None)

    def _close(self, is_whole: bool) -> None:
        if not self._begun or not self._out:
            return
        self._file.close()
        if is_whole and self._is_any:
            os.replace(self._begun, self._out)
        with contextlib.suppress(FileNotFoundError):
            self._begun.unlink()

    def begin(self, mark: str, delimiter: str) -> None:
        """Write the header of a sheet, after the mark by which a spreadsheet knows its letters."""
        if self._asked.output == "csv":
            # Who sends the mark wants it back; a file of its own is for a spreadsheet.
            self._file.write(f"{MARK if self._out else mark}{delimiter.join(self._columns)}\n")

    def add(self, found: tally.ScreenedRows) -> None:
        """Write some more results, or keep them until the end."""
        self._is_any = self._is_any or bool(found.lines)
        self._not_read += found.refused
        if not self._is_sorted and not self._is_book:
            self._write(found.lines)
            return
        self._kept += zip(found.ranks, found.lines, strict=True)
        if len(self._kept) > MOST_TOGETHER:
            stop(
                f"{self._asked.facts}: these are more than {MOST_TOGETHER} people, too many to be "
                "sorted or put into a workbook at once. Leave that out, or screen them in several "
                "files"
            )

    def _write(self, lines: list[str]) -> None:
        """Write lines in small pieces: in large ones each byte goes to main memory and back."""
        for first in range(0, len(lines), _WRITTEN_AT_ONCE):
            self._file.write("".join(lines[first : first + _WRITTEN_AT_ONCE]))

    def _end(self) -> None:
        """Write what was kept."""
        if self._is_sorted:
            # Who needs a lawyer equally soon stays as in the file.
            self._kept.sort(key=lambda kept: kept[0])
        lines = [line for _, line in self._kept]
        if not self._is_book:
            self._write(lines)
        elif lines:
            rows = map(json.loads, lines)
            day = self._asked.as_of
            self._file.write(
                result_workbook(
                    self._content, self._tongue, day, self._columns, rows, self._not_read
                )
            )
