"""What people bring and take away as files: answers, sheets, worked cases, results."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview.files import (
        accepting,
        batch,
        facts_file,
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
    "packed_text",
    "read_cases",
    "rows",
    "schemas",
    "tally",
]

_LATER = {
    "Case": "cases",
    "CaseRunner": "cases",
    "OddAnswers": "odd_answers",
    "Record": "records",
    "ResultWriter": "result_writer",
    "read_cases": "cases",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load what no start needs where first somebody asks for it."""
        if name not in _LATER:
            raise AttributeError(f"{__name__} shows no {name}")
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
