"""Sheets as clinics write them, opened for `screen`: which files are some, and their rows."""

import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from interview.cli.parameters import listed_languages, stop, tell, why_unreadable
from interview.content import Content
from interview.files import Record, sheets
from interview.loading import translations_beside
from interview.paper import NotASlip, slip_bytes
from interview.screening import AnswerReader

# Of a .csv, so much is looked at, to see if all of it is ids: in bytes.
TOP = 256 * 1024
# What is longer may be a name, and stays out of messages.
_TICKET = re.compile(r"(?=.*\d)[\w-]{1,8}")
F = TypeVar("F", bound=Callable[..., Any])


def with_sheet_options(command: F) -> F:
    """Add --dates and --explain."""
    command = click.option(
        "--explain", "is_explained", is_flag=True,
        help="A sheet: tell of each cell that was taken otherwise than it is written.",
    )(command)  # fmt: skip
    return click.option(
        "--dates", type=click.Choice(["mdy", "dmy"]),
        help="A sheet: 6/7/2007 has the month first, or the day. [default: as its rows show]",
    )(command)  # fmt: skip


class _Again(io.RawIOBase):
    """What was read of a stream already, and then the rest of it."""

    def __init__(self, top: bytes, rest: IO[bytes]) -> None:
        self._top, self._rest = io.BytesIO(top), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        found = self._top.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)


class SheetFile:
    """A file or standard input that may be a written sheet; raises OSError."""

    def __init__(self, facts: str, content: Content, questions: Path) -> None:
        if facts == "-" and sys.stdin is None:
            stop("standard input is closed. Name a file, or open it")
        self._facts, self._content, self._questions = facts, content, questions
        self._file: IO[bytes] = click.get_current_context().with_resource(
            click.open_file(facts, "rb")
        )
        self._top = self._file.read(TOP)

    def is_a_slip(self) -> bool:
        """Say whether the text holds the code of a slip, or at least is no sheet."""
        try:
            slip_bytes(self._top.decode("utf-8-sig"))
            return True
        except (UnicodeDecodeError, NotASlip):
            return not self._reader().has_headings(self._whole())

    def is_in_words(self) -> bool:
        """Say whether headings or answers are words, which only a reader of sheets knows."""
        top = sheets.whole_rows(self._top, len(self._top) < TOP)
        if sheets.is_in_ids(top, AnswerReader(self._content)):
            return False
        return self._reader().knows_more_of(top)

    @property
    def has_mark(self) -> bool:
        """Say whether a mark stands before the text, by which spreadsheets know its letters."""
        return self._top.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))

    def text(self) -> io.TextIOWrapper:
        """Return the file as a text of ids; bytes that are no UTF-8 are refused with their row."""
        whole = io.BufferedReader(_Again(self._top, self._file))
        return io.TextIOWrapper(whole, "utf-8", errors="surrogateescape")

    def sheet(self, dates: sheets.DayOrder | None) -> sheets.WrittenSheet:
        """Return the written sheet, or end with what is wrong with all of it."""
        try:
            return self._reader().open(self._whole(), dates)
        except sheets.SheetError as error:
            stop(f"{self._facts}: {error}")

    def _whole(self) -> bytes:
        self._top += self._file.read(sheets.LARGEST + 1 - len(self._top))
        return self._top

    def _reader(self) -> sheets.SheetReader:
        folder = translations_beside(self._questions)
        return sheets.SheetReader(self._content, listed_languages(folder), folder)


def is_a_sheet(facts: str, content: Content, questions: Path) -> bool:
    """Say whether a .txt is a sheet and no slip, by what it holds."""
    try:
        return not SheetFile(facts, content, questions).is_a_slip()
    except OSError as error:
        stop(f"{facts}: cannot be read: {why_unreadable(error)}")


def records_of(sheet: sheets.WrittenSheet, facts: str, is_explained: bool) -> Iterator[Record]:
    """Yield each row as the record of a person; with `is_explained`, tell what was changed."""
    for message in sheet.told:
        tell(f"{facts}: {message}")
    if not sheet.has_own_numbers:
        tell(
            f"{facts}: no column holds numbers of your own, so each person is called by the row. "
            'A column with the heading "id" would'
        )
    changed = 0
    for row in sheet.rows():
        changed += len(row.changes)
        if is_explained and row.changes:
            tell("\n".join(f"{facts}: {change}" for change in row.changes))
        ticket, wrong = shown_ticket(row.answers), "; ".join(map(str, row.refused))
        # Who has no number of their own is found again by the row.
        answers = (
            row.answers if sheet.has_own_numbers else {**row.answers, "id": f"row {row.number}"}
        )
        written = json.dumps(answers, ensure_ascii=False)
        yield Record(row.number, row.number, written, wrong, "row", ticket)
    if changed and not is_explained:
        tell(
            f"{facts}: {changed} cells were written in other words, such as Y for yes, and "
            "understood. Add --explain to see each"
        )


def shown_ticket(answers: dict[str, str]) -> str:
    """Return the number that a clinic gave a row, where it is one and no name."""
    ticket = answers.get("id", "")
    return ticket if _TICKET.fullmatch(ticket) else ""
