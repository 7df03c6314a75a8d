"""Truths of many people as bits, 64 people a word; needs numpy."""

from interview.caseload.bitmaps.bits import BitPlan, ColumnCodes
from interview.caseload.bitmaps.calendar_tables import Days, moved_days
from interview.caseload.bitmaps.engine import (
    NEVER_FIRST,
    NEVER_LAST,
    WORD,
    CodedPeople,
    DateColumn,
    Engine,
    Found,
    Words,
    packed,
    unpacked,
)

__all__ = [
    "NEVER_FIRST",
    "NEVER_LAST",
    "WORD",
    "BitPlan",
    "CodedPeople",
    "ColumnCodes",
    "DateColumn",
    "Days",
    "Engine",
    "Found",
    "Words",
    "moved_days",
    "packed",
    "unpacked",
]
