"""The lines of a file of many people, each read into one person's answers as they are written."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from interview.screening import AnswerReader

RESERVED = ("id", "as_of")


class RowError(ValueError):
    """A row that cannot be read; the message says what is wrong."""


def numbered_rows(file: IO[str]) -> Iterator[tuple[int, str]]:
    """Yield each line that is not empty, with its number.

    One person stands on one line, in a sheet too: a quote that somebody forgot to close must not
    swallow the people below it.
    """
    return ((number, line) for number, line in enumerate(file, start=1) if line.strip())


@dataclass(frozen=True)
class Sheet:
    """How the lines of a CSV file are read; without columns, lines are JSON."""

    delimiter: str = ","
    columns: tuple[str, ...] = ()

    def cells(self, line: str) -> list[str]:
        """Split a line; raise RowError where a quote is not closed."""
        # A cell longer than any answer is refused with its row, not by the reader.
        csv.field_size_limit(2**31 - 1)
        try:
            return next(csv.reader([line], delimiter=self.delimiter, strict=True))
        except csv.Error as error:
            raise RowError(f'a quote (") is not closed, or stands too early ({error})') from None

    def row(self, line: str) -> dict[str, Any]:
        """Return a line's cells by their columns; raise RowError where they do not fit."""
        cells, wanted = self.cells(line), len(self.columns)
        if len(cells) > wanted:
            raise RowError(f"{len(cells)} cells, and the header has only {wanted} columns")
        # Spreadsheets leave out empty cells at the end of a line. Quotes that swallow a cell look
        # alike, and would move every later answer to another question.
        if len(cells) < wanted and any(self.delimiter in cell for cell in cells):
            raise RowError(
                f"{len(cells)} cells, and the header has {wanted} columns. Look at the quotes"
            )
        return dict(zip(self.columns, cells, strict=False))


def sheet_with(header: str) -> Sheet:
    """Return how to read the lines below a header; raise RowError for one that is no text."""
    _refuse_bytes(header)
    delimiter = next((mark for mark in ",;\t" if mark in header), ",")
    columns = Sheet(delimiter).cells(header)
    return Sheet(delimiter, tuple(column.strip() for column in columns))


def _refuse_bytes(line: str) -> None:
    """Bytes that are no UTF-8 were read as halves of characters."""
    if line.isascii():
        return
    try:
        line.encode()
    except UnicodeEncodeError:
        raise RowError("this is not UTF-8 text. Save the file as UTF-8") from None


def unknown_columns(header: Iterable[str], reader: AnswerReader) -> list[str]:
    """Say what is wrong with a sheet's header: columns that are no question, or stand twice."""
    seen: set[str] = set()
    problems = []
    for column in header:
        if column in seen:
            problems.append(f'the column "{column}" stands twice')
        elif column not in reader.questions and column not in RESERVED:
            problems.append(reader.unknown_fact(column))
        seen.add(column)
    return problems


def _no_constant(word: str) -> None:
    """Python reads and writes NaN and Infinity; JSON has neither."""
    raise RowError(f"{word} is not JSON")


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise RowError(f'"{twice}" stands twice')
    return row


# Made once: making a decoder costs as much as decoding a person.
_decode = json.JSONDecoder(parse_constant=_no_constant).decode
_decode_closely = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_no_twins).decode


def row_of(sheet: Sheet, written: str) -> dict[str, Any]:
    """Read one line; raise RowError for what is no person."""
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
        raise RowError("a line holds one person: {...}")
    return row


def _refuse_half_characters(row: Any) -> None:
    """A lone half of a character pair can be written in JSON, but not printed again."""
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise RowError("half of a character (\\ud800 to \\udfff) stands alone") from None
