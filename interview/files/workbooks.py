"""Workbooks that a spreadsheet opens: plain cells, no formula, and nothing of who made them."""

import io
import re
import zipfile
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.worksheet import Worksheet

# Every entry of the file bears this time: the oldest that such a file can tell.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_NOBODY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
# What XML cannot hold.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# In points: of one line of text, and of the highest row that there is.
_LINE_HEIGHT, _HIGHEST = 15, 409
GRAY, PALE = "FF767676", "FFF0F0F0"


class NoWorkbooks(RuntimeError):
    """The library that writes workbooks is not installed; the message says how to install it."""


def can_write_workbooks() -> None:
    """Raise NoWorkbooks where the library is not installed."""
    new_workbook()


def new_workbook() -> "Workbook":
    """Return a workbook without a sheet; raise NoWorkbooks."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise NoWorkbooks(
            'to write workbooks, install the extra "sheets": pip install ".[sheets]"'
        ) from None
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def saved(book: "Workbook") -> bytes:
    """Return a workbook as a file: the same bytes each time, without a name and a time."""
    written, plain = io.BytesIO(), io.BytesIO()
    book.save(written)
    with (
        zipfile.ZipFile(written) as source,
        zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = _NOBODY.encode() if name == _CORE else source.read(name)
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return plain.getvalue()


@cache
def _alignment() -> "Alignment":
    """How every text stands in its cell; made once, for the many cells of many people."""
    from openpyxl.styles import Alignment

    return Alignment(wrap_text=True, vertical="top")


def put(sheet: "Worksheet", row: int, column: int, text: str, **style: Any) -> None:
    """Write a text into a cell, and only as a text, whatever it begins with."""
    cell = cast("Cell", sheet.cell(row, column))
    if text:
        cell.value = _NO_XML.sub("\ufffd", text)
        cell.data_type = "s"
        # A spreadsheet would take it for a formula when somebody edits the cell.
        cell.quotePrefix = text.lstrip()[:1] in tuple("=+-@")
    cell.alignment = _alignment()
    for name, value in style.items():
        setattr(cell, name, value)


def fit_height(sheet: "Worksheet", row: int, cells: Iterable[tuple[str, int]]) -> None:
    """Make a row as high as its longest text: not every spreadsheet does it on opening.

    Each cell has its text, and the width of its column in letters.
    """
    lines = max(
        sum(max(1, -(-len(part) // (width - 2))) for part in text.split("\n"))
        for text, width in cells
    )
    sheet.row_dimensions[row].height = min(lines * _LINE_HEIGHT, _HIGHEST)


def put_heads(sheet: "Worksheet", row: int, heads: "list[tuple[str, str, int]]") -> None:
    """Write a row of headings in words, and the ids beneath: small and gray, but there.

    Each head has its words, its id and the width of its column. The sheet stays where it is while
    somebody scrolls, and both rows stand on each printed page.
    """
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    pale = PatternFill("solid", PALE)
    for column, (words, name, width) in enumerate(heads, start=1):
        put(sheet, row, column, words, font=Font(bold=True))
        put(sheet, row + 1, column, name, font=Font(size=8, color=GRAY), fill=pale)
        sheet.column_dimensions[get_column_letter(column)].width = width
    fit_height(sheet, row, ((words, width) for words, _, width in heads))
    sheet.freeze_panes = f"B{row + 2}"
    sheet.print_title_rows = f"{row}:{row + 1}"


def set_for_paper(sheet: "Worksheet", foot: str) -> None:
    """Let a sheet print across, as wide as the paper, with a foot on each page."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    # In a foot, & begins an order to the printer.
    foot_of_page = HeaderFooterItem()
    foot_of_page.center.text = foot.replace("&", "&&")
    sheet.oddFooter = foot_of_page
