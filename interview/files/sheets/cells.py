"""What stands in a written sheet: its rows and cells, and where each is."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

# What a spreadsheet keeps in a cell; a text file holds texts only.
CellValue = str | bool | int | float | datetime.datetime | datetime.date | datetime.time | None
_LETTERS = 26
# The day that spreadsheets count days from, but for those that begin in 1904.
YEAR_ZERO = datetime.date(1899, 12, 30)


class SheetError(ValueError):
    """A sheet of which nobody can be read; the message says what to do.

    `kind` names what is wrong for a page that says it in its own words; it is empty where only the
    message does. `where` is the cell that it is about: row, letter, heading and what stands there.
    """

    def __init__(
        self, message: str, kind: str = "", where: tuple[int, str, str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.kind, self.where = kind, where


@dataclass(frozen=True)
class SheetBounds:
    """How much of a sheet is read: people, and the bytes that a workbook unpacks to."""

    people: int = 200_000
    unpacked: int = 64 * 2**20


@dataclass(frozen=True)
class WrittenRow:
    """A row as it is written: its number as a spreadsheet shows it, its cells from column A on.

    `wrong` says of a column, from 0, why its cell cannot be read; `broken` why no cell can.
    """

    number: int
    cells: tuple[CellValue, ...]
    wrong: dict[int, str] = field(default_factory=dict)
    broken: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is written in the row."""
        return not (self.broken or self.wrong) and all(is_blank(cell) for cell in self.cells)


@dataclass(frozen=True)
class Grid:
    """A sheet that can be gone through from its top as often as needed.

    `rows` begins anew each time. `told` is what to say of how it was read; `delimiter` is the mark
    between cells of a text. `year_zero` is the day that a spreadsheet counts days from. `is_text`:
    what stands in a cell hangs on quotes and marks.
    """

    rows: Callable[[], Iterable[WrittenRow]]
    told: tuple[str, ...] = ()
    delimiter: str = ","
    year_zero: datetime.date = YEAR_ZERO
    is_text: bool = False


def is_blank(cell: CellValue) -> bool:
    """Say whether nothing is written in a cell: spaces of any kind are nothing."""
    return cell is None or (
        isinstance(cell, str) and not cell.strip(" \t\r\n\v\f\u00a0\u200b\ufeff")
    )


def letter(column: int) -> str:
    """Return what a spreadsheet calls a column, counted from 0: A, B, and AA after Z."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        found = chr(ord("A") + rest) + found
    return found


def as_text(cell: CellValue) -> str:
    """Return a cell as a text, as somebody reads it in the sheet."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return str(cell).strip(" \t\r\n\v\f\u00a0\u200b\ufeff")
