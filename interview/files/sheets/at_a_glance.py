"""Whether the top of a sheet is read as ids already, or needs somebody who knows its words."""

import re

from interview.files.records import of_sheet
from interview.files.rows import HeaderError, RowError, people_of, row_of, unknown_columns
from interview.screening import AnswerReader

# Letters of one byte or more that are no text of ids: UTF-16, a packed workbook, an older one.
_OTHER_BEGINS = (b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MARK = b"\xef\xbb\xbf"


def whole_rows(top: bytes, is_all: bool) -> bytes:
    """Return the top of a file up to its last whole line."""
    end = len(top) if is_all else top.rfind(b"\n") + 1
    return top[:end]


def is_other_text(top: bytes) -> bool:
    """Say whether bytes are no UTF-8, nor letters of one byte, from the first on."""
    return top.startswith(_OTHER_BEGINS) or b"\0" in top[:4]


def is_in_ids(top: bytes, reader: AnswerReader) -> bool:
    """Say whether all headings and all values in the top of a sheet are ids."""
    try:
        lines = re.split(r"(?<=\n)", top.removeprefix(_MARK).decode())
        sheet, records = people_of(lines, "csv")
        if not sheet.columns or unknown_columns(sheet, reader):
            return False
        return all(_is_read(row_of(sheet, record.text), reader) for record in records)
    except (UnicodeDecodeError, HeaderError, RowError):
        return False


def _is_read(row: dict[str, str], reader: AnswerReader) -> bool:
    _, refused = reader.read_all({k: v for k, v in row.items() if k in reader.questions})
    return not refused


def first_line(top: bytes) -> int:
    """Return the line of the first record of a text, or 0 where it has none."""
    text = top.decode(errors="replace")
    return next((record.first for record in of_sheet(text.splitlines(keepends=True))), 0)
