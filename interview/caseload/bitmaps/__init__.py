"""Truths of many people as bits, 64 people a word; needs numpy."""

from interview.caseload.bitmaps.bits import BitPlan, ColumnCodes
from interview.caseload.bitmaps.calendar_tables import Days, moved_days
from interview.caseload.bitmaps.engine import (
    NEVER_FIRST,
    NEVER_LAST,
    WORD,
    BitWords,
    CodeColumn,
    CodedPeople,
    DateColumn,
    Engine,
    Found,
    packed,
    unpacked,
)

__all__ = [
    "NEVER_FIRST",
    "NEVER_LAST",
    "WORD",
    "BitPlan",
    "BitWords",
    "CodeColumn",
    "CodedPeople",
    "ColumnCodes",
    "DateColumn",
    "Days",
    "Engine",
    "Found",
    "moved_days",
    "packed",
    "unpacked",
]
