"""The lines of a file of many people, each read into one person's answers as they are written."""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from interview.files.records import Record, of_sheet, one_a_line, well_quoted
from interview.screening import MOST_REFUSED, AnswerReader, shortened

RESERVED = ("id", "as_of")
MARKS = (",", ";", "\t")
LIST_OF_PEOPLE = (
    "this is a list of people in brackets. Write one person a line, {...}, without the brackets "
    "and without commas between them"
)


class RowError(ValueError):
    """A row that cannot be read; the message says what is wrong."""


class HeaderError(ValueError):
    """A file of which nobody can be read; the message begins with the line."""


@dataclass(frozen=True)
class Sheet:
    """How the records of a CSV file are read; without columns, lines are JSON."""

    delimiter: str = ","
    columns: tuple[str, ...] = ()
    line: int = 1

    def cells(self, record: str) -> list[str]:
        """Split a record; raise RowError where a quote is not closed."""
        # A cell longer than any answer is refused with its row, not by the reader.
        csv.field_size_limit(2**31 - 1)
        try:
            return next(csv.reader([record], delimiter=self.delimiter, strict=True))
        except csv.Error as error:
            raise RowError(f'a quote (") is not closed, or stands too early ({error})') from None

    def row(self, record: str) -> dict[str, Any]:
        """Return a record's cells by their columns; raise RowError where they do not fit."""
        cells, wanted = self.cells(record), len(self.columns)
        if any(cell.strip() for cell in cells[wanted:]):
            raise RowError(f"{len(cells)} cells, and the header has only {wanted} columns")
        # Spreadsheets leave out empty cells at the end of a line. Quotes that swallow a cell look
        # alike, and would move every later answer to another question.
        if len(cells) < wanted and any(self.delimiter in cell for cell in cells):
            raise RowError(
                f"{len(cells)} cells, and the header has {wanted} columns. Look at the quotes"
            )
        self._refuse_unnamed(cells)
        return {fact: cell for fact, cell in zip(self.columns, cells, strict=False) if fact}

    def _refuse_unnamed(self, cells: list[str]) -> None:
        """A column without a name may stand in a sheet as long as nothing is in it."""
        for place in self._unnamed:
            if place < len(cells) and cells[place].strip():
                raise RowError(
                    f"column {place + 1} has no name in the header, and here stands "
                    f'"{shortened(cells[place])}" in it. Name the column, or empty it'
                )

    @cached_property
    def _unnamed(self) -> tuple[int, ...]:
        return tuple(place for place, column in enumerate(self.columns) if not column)


def people_of(file: Iterable[str], kind: str) -> tuple[Sheet, Iterator[Record]]:
    """Return how to read a file of many people, and its records below the header.

    Raise HeaderError where nothing below can be read.
    """
    if kind != "csv":
        return Sheet(), _lines_of_json(file)
    records = of_sheet(file)
    header = next(records, Record(1, 1, ""))
    try:
        sheet = sheet_with(header)
    except RowError as error:
        raise HeaderError(f"{header.first}: {error}") from None
    return sheet, well_quoted(records, sheet.delimiter)


def _lines_of_json(file: Iterable[str]) -> Iterator[Record]:
    records = one_a_line(file)
    begun = next(records, None)
    if begun is None:
        return iter(())
    # A list that goes on in the next lines; one that stands whole on a line is refused there.
    if begun.text.strip() in ("[", "[{"):
        raise HeaderError(f"{begun.first}: {LIST_OF_PEOPLE}")
    return chain((begun,), records)


def sheet_with(header: Record) -> Sheet:
    """Return how to read the records below a header; raise RowError for one that is no text."""
    _refuse_bytes(header.text)
    if header.wrong:
        raise RowError(header.wrong)
    delimiter = next((mark for mark in MARKS if mark in header.text), ",")
    cells = Sheet(delimiter).cells(header.text) if header.text else []
    return Sheet(delimiter, tuple(column.strip() for column in cells), header.first)


def _refuse_bytes(line: str) -> None:
    """Bytes that are no UTF-8 were read as halves of characters."""
    if line.isascii():
        return
    try:
        line.encode()
    except UnicodeEncodeError:
        raise RowError("this is not UTF-8 text. Save the file as UTF-8") from None


def unknown_columns(sheet: Sheet, reader: AnswerReader) -> list[str]:
    """Say what is wrong with a sheet's header: columns that are no question, or stand twice."""
    seen: set[str] = set()
    problems = []
    for column in filter(None, sheet.columns):
        if column in seen:
            problems.append(f'the column "{shortened(column)}" stands twice')
        elif column not in reader.questions and column not in RESERVED:
            problems.append(reader.unknown_fact(column))
        seen.add(column)
        if len(problems) == MOST_REFUSED:
            return [*problems, "there may be more. Mend these first"]
    if sheet.columns and not seen:
        problems.append("no column has a name. Write the name of a question above each")
    return problems


def _no_constant(word: str) -> None:
    """Python reads and writes NaN and Infinity; JSON has neither."""
    raise RowError(f"{word} is not JSON")


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        [(twice, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise RowError(f'"{shortened(twice)}" stands twice')
    return row


# Made once: making a decoder costs as much as decoding a person.
_decode = json.JSONDecoder(parse_constant=_no_constant).decode
_decode_closely = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_no_twins).decode


def row_of(sheet: Sheet, written: str) -> dict[str, Any]:
    """Read one record; raise RowError for what is no person."""
    _refuse_bytes(written)
    if sheet.columns:
        return sheet.row(written)
    try:
        row = _decode(written)
        # As many keys as colons: none stands twice. Otherwise look closely.
        if not isinstance(row, dict) or len(row) != written.count(":"):
            row = _decode_closely(written)
    except json.JSONDecodeError as error:
        raise RowError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except (RecursionError, ValueError) as error:
        if isinstance(error, RowError):
            raise
        raise RowError(
            "a number is too long, or brackets stand too deep inside each other"
        ) from None
    if "\\u" in written:
        _refuse_half_characters(row)
    if not isinstance(row, dict):
        is_list = isinstance(row, list) and any(isinstance(item, dict) for item in row)
        raise RowError(LIST_OF_PEOPLE if is_list else "a line holds one person: {...}")
    return row


def is_nobody(row: dict[str, Any]) -> bool:
    """Say whether a row has no id and no answer: rows of bare commas stand below many sheets."""
    return all(
        written is None or (isinstance(written, str) and not written.strip()) or name == "as_of"
        for name, written in row.items()
    )


def _refuse_half_characters(row: Any) -> None:
    """A lone half of a character pair can be written in JSON, but not printed again."""
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise RowError("half of a character (\\ud800 to \\udfff) stands alone") from None
