"""The people in a file of many: their rows as ids, or a written sheet read into ids first."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO

import click

from interview.cli.parameters import open_text, stop, why_unreadable
from interview.cli.screening.options import AskedScreening
from interview.cli.screening.written_sheets import SheetFile, records_of
from interview.content import Content
from interview.files import Record, rows, sheets
from interview.screening import AnswerReader

# What some programs write before UTF-8 text.
MARK = "\ufeff"
# What a file of many holds, and what is written of it where nothing else is asked for.
MANY = {"jsonl": "json", "csv": "csv", "tsv": "csv", "xlsx": "csv"}
# Sheets that are read by what they hold, whatever their letters and their mark between cells.
WRITTEN = ("xlsx", "tsv")


@dataclass(frozen=True)
class ManyPeople:
    """How the people of a file are read.

    `mark` is what stood before the text; `word` is what a place is called: line or row. `is_short`
    says that less than half of the questions are asked.
    """

    sheet: rows.Sheet
    records: Iterator[Record]
    mark: str = ""
    word: str = "line"
    is_short: bool = False


def people_in(
    asked: AskedScreening, content: Content, dates: sheets.DayOrder | None, is_explained: bool
) -> ManyPeople:
    """Open a file of many people, or end with all that is wrong with the whole of it."""
    facts, kind = asked.facts, asked.kind
    try:
        if kind == "jsonl":
            # A byte that is no UTF-8 is refused with its line; it must not stop the others.
            opened = click.get_current_context().with_resource(
                open_text(facts, "utf-8", "surrogateescape")
            )
            return _in_ids(opened, kind, facts, content)
        file = SheetFile(facts, content, asked.questions)
        if kind not in WRITTEN and not file.is_in_words():
            return _in_ids(file.text(), kind, facts, content)
        sheet = file.sheet(dates)
    except OSError as error:
        stop(f"{facts}: cannot be read: {why_unreadable(error)}")
    # A mark that other programs do not know by themselves would only puzzle them.
    delimiter = sheet.delimiter if sheet.delimiter in rows.MARKS else ","
    records = records_of(sheet, facts, is_explained)
    is_short = len(sheet.headings.read) * 2 < len(content.questions)
    mark = MARK if file.has_mark else ""
    return ManyPeople(rows.Sheet(delimiter), records, mark, "row", is_short)


def _in_ids(file: IO[str], kind: str, facts: str, content: Content) -> ManyPeople:
    lines, mark = _after_mark(_lines(file, facts))
    sheet, records = _people(lines, kind, facts, content)
    return ManyPeople(sheet, records, mark)


def _lines(file: IO[str], facts: str) -> Iterator[str]:
    try:
        yield from file
    except OSError as error:
        stop(f"{facts}: cannot be read: {why_unreadable(error)}")


def _after_mark(lines: Iterator[str]) -> tuple[Iterator[str], str]:
    """Return the lines without the byte order mark before them, and that mark or nothing."""
    first = next(lines, "")
    return chain((first.removeprefix(MARK),), lines), MARK if first.startswith(MARK) else ""


def _people(
    lines: Iterator[str], kind: str, facts: str, content: Content
) -> tuple[rows.Sheet, Iterator[Record]]:
    """Read the header of a sheet, or end with all that is wrong with it."""
    try:
        sheet, records = rows.people_of(lines, kind)
    except rows.HeaderError as error:
        stop(f"{facts}:{error}")
    if problems := rows.unknown_columns(sheet, AnswerReader(content)):
        stop("\n".join(f"{facts}:{sheet.line}: {problem}" for problem in problems))
    return sheet, records
