"""A workbook, read row by row: nothing in it is computed, and no more unpacked than a bound."""

import datetime
import io
import re
import warnings
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import repeat
from typing import Any, NamedTuple

from interview.files.sheets.cells import CellValue, Grid, SheetError, WrittenRow, letter

MOST_RATIO, RATIO_FROM = 150, 8 * 2**20
MOST_PARTS, MOST_COLUMNS, MOST_MERGED = 2_000, 1_000, 100_000
NO_LIBRARY = (
    'to read workbooks, install the extra "sheets": pip install ".[sheets]"; or save the sheet as '
    "CSV UTF-8"
)
NO_WORKBOOK = "this is no workbook that can be read. Open it in a spreadsheet, and save it as .xlsx"
BOMB = "this workbook unpacks to far more than it holds, so it was not opened. Save it as CSV UTF-8"
NO_VALUE = (
    "a formula stands here, and no value is kept with it. Write the answer itself, or open the "
    "sheet in a spreadsheet and save it"
)
MERGED = "this cell is merged with another one. Take the merge away, and write each person's answer"
ERROR = "the spreadsheet shows an error here. Write the answer itself"
NO_YEAR = "this date shows no year, so the spreadsheet put one in. Write 2007-06-15"
NO_DAY = "this date shows no day, and keeps one. Write 2007-06-15, or 2007-06"
ONLY_A_YEAR = (
    "this is a day of 1905, as a spreadsheet makes one of a year such as 1990. Write 1990-06-15, "
    "or 1990 as a text"
)
# The days with the numbers 1900 and 2099.
_FIRST_YEAR_DAY = datetime.datetime(1905, 3, 14)
_LAST_YEAR_DAY = datetime.datetime(1905, 9, 30)
_REF = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_OVERLAP, _PART = 200, 1 << 20
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


class _Marks(NamedTuple):
    """What a sheet holds besides values: whether formulas, and columns merged, by rows."""

    has_formulas: bool
    merged: dict[int, set[int]]


def workbook_grid(data: bytes, has_people: Callable[[Grid], bool], most_unpacked: int) -> Grid:
    """Return the sheet with people in a workbook; raise SheetError.

    `has_people` says whether a sheet shows headings. Two sheets that do are refused: nobody can
    tell whether the same people stand in both.
    """
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        raise SheetError(NO_LIBRARY, "no_library") from None
    parts = _checked_parts(data, most_unpacked)
    with _opened(data, True) as book:
        names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        paths = {sheet.title: sheet._worksheet_path for sheet in book.worksheets}
        year_zero = book.epoch.date()
    grids = [_grid(data, name, _marks(data, paths[name], parts), year_zero) for name in names]
    found = [(name, grid) for name, grid in zip(names, grids, strict=True) if has_people(grid)]
    if len(found) > 1:
        listed = ", ".join(f'"{name}"' for name, _ in found)
        raise SheetError(
            f"people stand in more than one sheet: {listed}. Keep one of them in the file",
            "two_sheets",
        )
    if not grids:
        raise SheetError("no sheet of this workbook can be seen. Show the one with the people")
    return found[0][1] if found else grids[0]


def _checked_parts(data: bytes, most_unpacked: int) -> set[str]:
    """Return the names of the files in a workbook; raise SheetError where they are too large."""
    with _workbook_or_refused(), zipfile.ZipFile(io.BytesIO(data)) as archive:
        listed = archive.infolist()
    unpacked = sum(part.file_size for part in listed)
    packed = max(1, sum(part.compress_size for part in listed))
    is_odd = unpacked > RATIO_FROM and unpacked / packed > MOST_RATIO
    if unpacked > most_unpacked or is_odd or len(listed) > MOST_PARTS:
        raise SheetError(BOMB, "bomb")
    return {part.filename for part in listed}


@contextmanager
def _workbook_or_refused() -> Iterator[None]:
    """Refuse what breaks a library: a broken workbook does so in many ways, and none is ours."""
    try:
        yield
    except SheetError:
        raise
    except Exception as error:
        raise SheetError(NO_WORKBOOK, "no_workbook") from error


@contextmanager
def _opened(data: bytes, values: bool) -> Iterator[Any]:
    import openpyxl

    with _workbook_or_refused(), warnings.catch_warnings():
        # What a workbook has besides cells, the library does not know and need not.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=values)
    try:
        yield book
    finally:
        book.close()


def _marks(data: bytes, path: str, parts: set[str]) -> _Marks:
    """Look through a sheet for formulas and merged cells, which the values do not show."""
    merged: dict[int, set[int]] = defaultdict(set)
    has_formulas, rest, seen = False, b"", set()
    name = path.lstrip("/")
    if name not in parts:
        raise SheetError(NO_WORKBOOK, "no_workbook")
    with (
        _workbook_or_refused(),
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        archive.open(name) as file,
    ):
        while part := file.read(_PART):
            text = rest + part
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise SheetError(NO_WORKBOOK, "no_workbook")
            has_formulas = has_formulas or bool(_FORMULA.search(text))
            for found in _REF.finditer(text):
                if found.groups() not in seen:
                    seen.add(found.groups())
                    _add_merged(merged, *found.groups())
            rest = text[-_OVERLAP:]
    return _Marks(has_formulas, merged)


def _add_merged(
    merged: dict[int, set[int]], left: bytes, top: bytes, right: bytes, bottom: bytes
) -> None:
    """Note the cells of a range that are hidden beneath its first."""
    rows = range(int(top), int(bottom) + 1)
    columns = range(_column(left), _column(right) + 1)
    if len(rows) * len(columns) + sum(map(len, merged.values())) > MOST_MERGED:
        raise SheetError("too many cells of this sheet are merged. Take the merges away")
    for row in rows:
        merged[row].update(columns)
    merged[rows.start].discard(columns.start)


def _column(letters: bytes) -> int:
    column = 0
    for one in letters:
        column = column * 26 + one - ord("A") + 1
    return column - 1


def _grid(data: bytes, name: str, marks: _Marks, year_zero: datetime.date) -> Grid:
    def rows() -> Iterator[WrittenRow]:
        with _opened(data, True) as book:
            values = _cells_of(book[name])
            if not marks.has_formulas:
                yield from _written(values, repeat(()), marks)
                return
            with _opened(data, False) as formulas:
                yield from _written(values, _cells_of(formulas[name]), marks)

    return Grid(rows, year_zero=year_zero)


def _cells_of(sheet: Any) -> Iterator[tuple[Any, ...]]:
    # What a file says of its own size may be wrong.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_col=None)
    while True:
        with _workbook_or_refused():
            row = next(rows, None)
        if row is None:
            return
        if len(row) > MOST_COLUMNS:
            raise SheetError(
                f"something stands beyond column {letter(MOST_COLUMNS - 1)}. Delete the columns "
                "beside the sheet"
            )
        yield row


def _written(
    rows: Iterator[tuple[Any, ...]], formulas: Iterable[tuple[Any, ...]], marks: _Marks
) -> Iterator[WrittenRow]:
    for number, (row, sources) in enumerate(zip(rows, formulas, strict=False), start=1):
        wrong = dict.fromkeys(marks.merged.get(number, ()), MERGED)
        for column, source in enumerate(sources):
            if source.data_type == "f" and row[column].value is None:
                wrong[column] = NO_VALUE
        cells = tuple(_value(cell, wrong, column) for column, cell in enumerate(row))
        yield WrittenRow(number, cells, wrong)


def _value(cell: Any, wrong: dict[int, str], column: int) -> CellValue:
    value = cell.value
    if cell.data_type == "e":
        wrong[column] = ERROR
        return None
    if isinstance(value, datetime.datetime):
        return _shown_day(value, cell.number_format, wrong, column)
    found: CellValue = value if isinstance(value, CellValue) else str(value)
    return found


def _shown_day(
    value: datetime.datetime, number_format: str, wrong: dict[int, str], column: int
) -> CellValue:
    """Return a date as far as the sheet shows it: what nobody saw, nobody wrote."""
    shown = _QUOTED.sub("", number_format).lower()
    if _FIRST_YEAR_DAY <= value <= _LAST_YEAR_DAY:
        wrong[column] = ONLY_A_YEAR
        return value
    if "y" not in shown:
        wrong[column] = NO_YEAR
    elif "d" not in shown:
        if value.day != 1:
            wrong[column] = NO_DAY
        elif "m" in shown:
            return f"{value.year:04}-{value.month:02}"
        elif value.month == 1:
            return f"{value.year:04}"
    return value
