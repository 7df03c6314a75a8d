"""What people bring and take away as files: answers, sheets, worked cases, results."""

from interview.files import (
    accepting,
    batch,
    facts_file,
    packed_text,
    rows,
    schemas,
    sheet_triage,
    sheets,
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
from interview.files.result_book import (
    result_workbook,
)
from interview.files.result_writer import (
    ResultWriter,
)
from interview.files.sign_up import (
    FactsAsked,
    sign_up_workbook,
)
from interview.files.urgency import Rank
from interview.files.workbooks import (
    NoWorkbooks,
    can_write_workbooks,
)

__all__ = [
    "Case",
    "CaseRunner",
    "FactsAsked",
    "NoWorkbooks",
    "OddAnswers",
    "Rank",
    "Record",
    "ResultWriter",
    "accepting",
    "batch",
    "can_write_workbooks",
    "facts_file",
    "packed_text",
    "read_cases",
    "result_workbook",
    "rows",
    "schemas",
    "sheet_triage",
    "sheets",
    "sign_up_workbook",
    "tally",
]
