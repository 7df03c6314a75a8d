"""The same people screened twice: who changes, in which ways, and how that is told."""

from interview.caseload.compare.reports import (
    FEWEST,
    changes_as_page,
    changes_as_sheet,
    changes_as_text,
    shown_count,
)
from interview.caseload.compare.rescreening import (
    Rescreened,
    Rescreening,
    Rules,
)
from interview.caseload.compare.tallying import (
    Tallied,
    Tallying,
    counts_as_sheet,
)
from interview.caseload.compare.transitions import ABSENT, Turn

__all__ = [
    "ABSENT",
    "FEWEST",
    "Rescreened",
    "Rescreening",
    "Rules",
    "Tallied",
    "Tallying",
    "Turn",
    "changes_as_page",
    "changes_as_sheet",
    "changes_as_text",
    "counts_as_sheet",
    "shown_count",
]
