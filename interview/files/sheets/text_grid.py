"""A sheet that was saved as text: which letters, which mark between the cells, which rows."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from interview.files.records import Record, of_sheet, well_quoted
from interview.files.sheets.cells import Grid, SheetError, WrittenRow

MARKS = (",", ";", "\t", "|")
_LOOKED_AT = 40
# Excel's own line above the header, which names the mark.
_NAMES_MARK = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
WINDOWS = "cp1252"
OLD_TEXT = (
    "this is not UTF-8 text, and was read as Windows-1252. Look at an accent or two in the answers"
)
NO_TEXT = "this is no text that a spreadsheet saves. Save it as .xlsx, or as CSV UTF-8"


def text_grid(data: bytes, score: Callable[[list[str]], int]) -> Grid:
    """Return the sheet in a text file; raise SheetError for what is no text.

    `score` says how many headings a row of cells has: the mark that shows most is the mark.
    """
    encoding = _encoding(data)
    top = list(islice(of_sheet(_lines(data, encoding)), _LOOKED_AT))
    named = _NAMES_MARK.fullmatch(top[0].text.strip("\r\n")) if top else None
    delimiter = named[1] if named else _delimiter(top, score)

    def rows() -> Iterator[WrittenRow]:
        return _rows(of_sheet(_lines(data, encoding)), delimiter, bool(named))

    told = (OLD_TEXT,) if encoding == WINDOWS else ()
    return Grid(rows, told, delimiter, is_text=True)


def _lines(data: bytes, encoding: str) -> Iterable[str]:
    return io.TextIOWrapper(io.BytesIO(data), encoding)


def _encoding(data: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _that_reads(data, encoding)
    if b"\0" in data[:1000]:
        # Letters of two bytes: every other byte of plain English is none.
        even = data[:1000:2].count(0) > data[1:1000:2].count(0)
        return _that_reads(data, "utf-16-be" if even else "utf-16-le")
    try:
        return _that_reads(data, "utf-8")
    except SheetError:
        return _that_reads(data, WINDOWS)


def _that_reads(data: bytes, encoding: str) -> str:
    """Return the encoding; raise SheetError where the bytes are none of its letters."""
    try:
        for part in codecs.iterdecode(_parts(data), encoding):
            if "\0" in part:
                raise SheetError(NO_TEXT)
    except UnicodeError:
        raise SheetError(NO_TEXT) from None
    return encoding


def _parts(data: bytes) -> Iterator[bytes]:
    return (data[start : start + 1_000_000] for start in range(0, len(data), 1_000_000))


def _delimiter(top: list[Record], score: Callable[[list[str]], int]) -> str:
    def shown(mark: str) -> tuple[int, int, int]:
        rows = [_cells(record.text, mark) or [] for record in top]
        widths = Counter(len(row) for row in rows if len(row) > 1)
        # The width that most rows share tells where no heading does.
        [(_, alike)] = widths.most_common(1) or [(0, 0)]
        return max(map(score, rows), default=0), alike, -MARKS.index(mark)

    return max(MARKS, key=shown)


def _cells(text: str, delimiter: str) -> list[str] | None:
    csv.field_size_limit(2**31 - 1)
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None


def _rows(records: Iterable[Record], delimiter: str, names_mark: bool) -> Iterator[WrittenRow]:
    # A cell of several lines makes later rows stand on later lines than their number.
    more_lines = 0
    for record in well_quoted(records, re.escape(delimiter)):
        number = record.first - more_lines
        more_lines += record.last - record.first
        if names_mark:
            names_mark = False
            continue
        cells = None if record.wrong else _cells(record.text, delimiter)
        if cells is None:
            wrong = record.wrong or 'a quote (") is not closed, or stands too early'
            yield WrittenRow(number, (), broken=wrong)
        else:
            yield WrittenRow(number, tuple(cells))
