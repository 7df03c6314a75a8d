"""What people bring and take away as files: answers, sheets, worked cases, results."""

from interview.files import (
    accepting,
    batch,
    facts_file,
    ids,
    packed_text,
    rows,
    schemas,
    tally,
)
from interview.files.cases import (
    Case,
    CaseRunner,
    read_cases,
)
from interview.files.odd_answers import (
    OddAnswers,
)
from interview.files.records import (
    Record,
)
from interview.files.result_writer import (
    ResultWriter,
)

__all__ = [
    "Case",
    "CaseRunner",
    "OddAnswers",
    "Record",
    "ResultWriter",
    "accepting",
    "batch",
    "facts_file",
    "ids",
    "packed_text",
    "read_cases",
    "rows",
    "schemas",
    "tally",
]
