"""Answers and a date in, a result out; nothing here reads a clock, a file or the environment."""

from interview.screening.answers import (
    AnswerError,
    AnswerReader,
    Answers,
    read_day,
)
from interview.screening.oddities import (
    Oddities,
)
from interview.screening.path import (
    Page,
)
from interview.screening.result import (
    PARTS,
    Result,
)
from interview.screening.screening import (
    URGENT,
    Screening,
)
from interview.screening.timelines import (
    Statuses,
    event_on,
    memo_status_on,
    status_on,
)

__all__ = [
    "PARTS",
    "URGENT",
    "AnswerError",
    "AnswerReader",
    "Answers",
    "Oddities",
    "Page",
    "Result",
    "Screening",
    "Statuses",
    "event_on",
    "memo_status_on",
    "read_day",
    "status_on",
]
