"""What people bring and take away as files: answers, sheets, worked cases, results."""

from interview.files import (
    accepting,
    batch,
    facts_file,
    packed_text,
    rows,
    schemas,
)
from interview.files.cases import (
    Case,
    CaseRunner,
    read_cases,
)
from interview.files.result_writer import (
    ResultWriter,
)

__all__ = [
    "Case",
    "CaseRunner",
    "ResultWriter",
    "accepting",
    "batch",
    "facts_file",
    "packed_text",
    "read_cases",
    "rows",
    "schemas",
]
