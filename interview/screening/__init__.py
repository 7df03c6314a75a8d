"""Answers and a date in, a result out; nothing here reads a clock, a file or the environment."""

from interview.screening.answers import (
    MOST_REFUSED,
    AnswerError,
    AnswerReader,
    Answers,
    read_day,
    shortened,
)
from interview.screening.circuits import CircuitOn
from interview.screening.deadlines import YEARS_LISTED, DeadlineOn
from interview.screening.flags import after_those_named
from interview.screening.oddities import (
    Oddities,
)
from interview.screening.path import (
    Page,
    PathAnswers,
)
from interview.screening.result import (
    PARTS,
    Result,
)
from interview.screening.screening import (
    LANE_OF,
    Screening,
)
from interview.screening.timelines import (
    Statuses,
    event_id,
    event_on,
    latest_event,
    memo_status_on,
    status_on,
)

__all__ = [
    "LANE_OF",
    "MOST_REFUSED",
    "PARTS",
    "YEARS_LISTED",
    "AnswerError",
    "AnswerReader",
    "Answers",
    "CircuitOn",
    "DeadlineOn",
    "Oddities",
    "Page",
    "PathAnswers",
    "Result",
    "Screening",
    "Statuses",
    "after_those_named",
    "event_id",
    "event_on",
    "latest_event",
    "memo_status_on",
    "read_day",
    "shortened",
    "status_on",
]
