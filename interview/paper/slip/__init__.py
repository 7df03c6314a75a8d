"""The slip: a whole visit on a piece of paper, sealed with four words or with an event's key."""

from interview.paper.slip.event_keys import NoEventKey, new_event_key, read_event_key
from interview.paper.slip.paper import Slip, seal, slip_file, slip_pdf
from interview.paper.slip.qr import qr_svg
from interview.paper.slip.sealed import (
    NotASlip,
    WrongEventKey,
    WrongWords,
    is_sealed,
    needs_words,
    open_with_key,
    open_with_words,
    seal_with_key,
    seal_with_words,
)
from interview.paper.slip.texts import slip_bytes, slip_text
from interview.paper.slip.words import WordList, normal, word_list

__all__ = [
    "NoEventKey",
    "NotASlip",
    "Slip",
    "WordList",
    "WrongEventKey",
    "WrongWords",
    "is_sealed",
    "needs_words",
    "new_event_key",
    "normal",
    "open_with_key",
    "open_with_words",
    "qr_svg",
    "read_event_key",
    "seal",
    "seal_with_key",
    "seal_with_words",
    "slip_bytes",
    "slip_file",
    "slip_pdf",
    "slip_text",
    "word_list",
]
