"""Answers and a date in, a result out; nothing here reads a clock, a file or the environment."""

from interview.screening.answers import (
    MOST_REFUSED,
    AnswerError,
    AnswerReader,
    Answers,
    read_day,
    shortened,
)
from interview.screening.circuits import CircuitBook, CircuitOn
from interview.screening.deadlines import YEARS_LISTED, DeadlineOn
from interview.screening.fact_states import FIRST_YEAR, LAST_YEAR
from interview.screening.flags import after_those_named
from interview.screening.letter import letter_asks
from interview.screening.oddities import (
    Oddities,
)
from interview.screening.older_editions import SlipReader, as_data, brought_over, from_data
from interview.screening.packing import (
    CODE_BYTES,
    Carried,
    PackedEdition,
    Packing,
    PackingError,
    UnknownEdition,
    UnpackingError,
    edition_of,
)
from interview.screening.path import (
    Page,
    Path,
    PathAnswers,
)
from interview.screening.programs import Programs
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
    "CODE_BYTES",
    "FIRST_YEAR",
    "LANE_OF",
    "LAST_YEAR",
    "MOST_REFUSED",
    "PARTS",
    "YEARS_LISTED",
    "AnswerError",
    "AnswerReader",
    "Answers",
    "Carried",
    "CircuitBook",
    "CircuitOn",
    "DeadlineOn",
    "Oddities",
    "PackedEdition",
    "Packing",
    "PackingError",
    "Page",
    "Path",
    "PathAnswers",
    "Programs",
    "Result",
    "Screening",
    "SlipReader",
    "Statuses",
    "UnknownEdition",
    "UnpackingError",
    "after_those_named",
    "as_data",
    "brought_over",
    "edition_of",
    "event_id",
    "event_on",
    "from_data",
    "latest_event",
    "letter_asks",
    "memo_status_on",
    "read_day",
    "shortened",
    "status_on",
]
