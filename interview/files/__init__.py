"""What people bring and take away as files: answers, sheets, worked cases, results."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview.files import (
        accepting,
        batch,
        facts_file,
        ids,
        packed_text,
        rows,
        schemas,
        sheet_triage,
        sheets,
        tally,
        urgency,
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
    from interview.files.result_words import ResultWords
    from interview.files.result_writer import (
        ResultWriter,
    )
    from interview.files.sign_up import (
        FactsAsked,
        sign_up_workbook,
    )
    from interview.files.urgency import UrgencyRank
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
    "Record",
    "ResultWords",
    "ResultWriter",
    "UrgencyRank",
    "accepting",
    "batch",
    "can_write_workbooks",
    "facts_file",
    "ids",
    "packed_text",
    "read_cases",
    "result_workbook",
    "rows",
    "schemas",
    "sheet_triage",
    "sheets",
    "sign_up_workbook",
    "tally",
    "urgency",
]

_LATER = {
    "Case": "cases",
    "CaseRunner": "cases",
    "FactsAsked": "sign_up",
    "NoWorkbooks": "workbooks",
    "OddAnswers": "odd_answers",
    "UrgencyRank": "urgency",
    "Record": "records",
    "ResultWords": "result_words",
    "ResultWriter": "result_writer",
    "can_write_workbooks": "workbooks",
    "read_cases": "cases",
    "result_workbook": "result_book",
    "sign_up_workbook": "sign_up",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load what no start needs where first somebody asks for it."""
        if name not in _LATER:
            raise AttributeError(f"{__name__} shows no {name}")
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
