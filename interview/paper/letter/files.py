"""The draft of a letter as files: DOCX on a clinic's own letterhead, and PDF."""

import zipfile
from pathlib import Path

from interview.paper.letter.draft import draft
from interview.paper.order import NoPaper, Order
from interview.paper.printing import print_docx, print_pdf

# What a DOCX file says that it is; one with programs in it says something else.
_DOCX = b"wordprocessingml.document.main+xml"


def letter_docx(order: Order) -> bytes:
    """Return the letter as a DOCX file, on the order's letterhead if it has one; raise NoPaper."""
    data = draft(order)
    return print_docx(data, _letterhead(order.base) if order.base else None)


def letter_pdf(order: Order) -> bytes:
    """Return the letter as a PDF file; raise NoPaper."""
    return _pdf(order, is_copy=False)


def copy_pdf(order: Order) -> bytes:
    """Return a copy of the letter to read, in the order's language; raise NoPaper."""
    return _pdf(order, is_copy=True)


def _pdf(order: Order, is_copy: bool) -> bytes:
    if order.base is not None:
        raise NoPaper("a letterhead goes with a DOCX file. Name the file so, or leave it out")
    return print_pdf("letter", draft(order, is_copy))


def _letterhead(path: Path) -> bytes:
    try:
        with zipfile.ZipFile(path) as opened:
            is_docx = _DOCX in opened.read("[Content_Types].xml")
    except (OSError, KeyError, zipfile.BadZipFile):
        is_docx = False
    if not is_docx:
        raise NoPaper(f"{path.name} is no DOCX file. Save the letterhead as .docx")
    return path.read_bytes()
