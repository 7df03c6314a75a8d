"""A sheet as a clinic writes it, by hand in a spreadsheet: read, or refused with what to do."""

from interview.files.sheets.at_a_glance import is_in_ids, whole_rows
from interview.files.sheets.cells import SheetBounds, SheetError, letter
from interview.files.sheets.headings import Column
from interview.files.sheets.sheet_reader import LARGEST, SheetReader
from interview.files.sheets.written_days import DayOrder
from interview.files.sheets.written_sheet import CellChange, RefusedCell, SheetRow, WrittenSheet

__all__ = [
    "LARGEST",
    "CellChange",
    "Column",
    "DayOrder",
    "RefusedCell",
    "SheetBounds",
    "SheetError",
    "SheetReader",
    "SheetRow",
    "WrittenSheet",
    "is_in_ids",
    "letter",
    "whole_rows",
]
