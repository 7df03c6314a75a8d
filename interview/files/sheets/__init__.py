"""A sheet as a clinic writes it, by hand in a spreadsheet: read, or refused with what to do."""

from interview.files.sheets.cells import SheetError, letter
from interview.files.sheets.sheet_reader import CellChange, SheetReader, SheetRow, WrittenSheet
from interview.files.sheets.written_days import DayOrder

__all__ = [
    "CellChange",
    "DayOrder",
    "SheetError",
    "SheetReader",
    "SheetRow",
    "WrittenSheet",
    "letter",
]
