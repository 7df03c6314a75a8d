"""Papers: what a person carries away, and what a clinic prints before anybody comes.

Nothing of them is kept: each is made when it is asked for, by a press that ends with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from interview.paper.order import NoPaper, Order, Size
from interview.paper.printing import Busy, NoPress, PressError, has_press, print_docx, print_pdf
from interview.paper.runs import Run, runs
from interview.paper.slip import (
    NoEventKey,
    NotASlip,
    Slip,
    WordList,
    WrongEventKey,
    WrongWords,
    is_sealed,
    needs_words,
    new_event_key,
    normal,
    open_with_key,
    open_with_words,
    qr_svg,
    read_event_key,
    seal,
    seal_with_key,
    seal_with_words,
    slip_bytes,
    slip_text,
    word_list,
)

__all__ = [
    "KINDS",
    "Busy",
    "NoEventKey",
    "NoPaper",
    "NoPress",
    "NotASlip",
    "Order",
    "PaperKind",
    "PressError",
    "Run",
    "Size",
    "Slip",
    "WordList",
    "WrongEventKey",
    "WrongWords",
    "has_press",
    "is_sealed",
    "needs_words",
    "new_event_key",
    "normal",
    "open_with_key",
    "open_with_words",
    "print_docx",
    "print_pdf",
    "qr_svg",
    "read_event_key",
    "runs",
    "seal",
    "seal_with_key",
    "seal_with_words",
    "slip_bytes",
    "slip_text",
    "word_list",
]


@dataclass(frozen=True)
class PaperKind:
    """A kind of paper: how it is made as each sort of file, by suffix.

    `needs_answers`: there is none that is blank. `may_have_answers`: it says what somebody said.
    """

    make: dict[str, Callable[[Order], bytes]]
    needs_answers: bool = False
    may_have_answers: bool = True


def _later(room: str, name: str) -> Callable[[Order], bytes]:
    """What makes a paper, loaded when the first is made: nobody who starts waits for it."""

    def make(order: Order) -> bytes:
        made: bytes = getattr(import_module(f"{__name__}.{room}"), name)(order)
        return made

    return make


# By the name that the command line and the pages call them.
KINDS: dict[str, PaperKind] = {
    "slip": PaperKind(
        {".pdf": _later("slip", "slip_pdf"), ".txt": _later("slip", "slip_file")},
        needs_answers=True,
    ),
    "checklist": PaperKind({".pdf": _later("checklist", "checklist_pdf")}),
    "chronology": PaperKind({".pdf": _later("chronology", "chronology_pdf")}, needs_answers=True),
    "letter": PaperKind(
        {".docx": _later("letter", "letter_docx"), ".pdf": _later("letter", "letter_pdf")},
        needs_answers=True,
    ),
    # In the reader's language, of the same letter.
    "letter-copy": PaperKind({".pdf": _later("letter", "copy_pdf")}, needs_answers=True),
    "blank": PaperKind(make={".pdf": _later("blank", "blank_interview")}, may_have_answers=False),
}
