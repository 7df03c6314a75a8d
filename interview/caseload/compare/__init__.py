"""The same people screened twice: who changes, in which ways, and how that is told."""

from interview.caseload.compare.reports import (
    FEWEST,
    as_csv,
    as_page,
    as_text,
    shown,
)
from interview.caseload.compare.rescreening import (
    Rescreened,
    Rescreening,
    Rules,
)
from interview.caseload.compare.tallying import (
    Tallied,
    Tallying,
    as_sheet,
)
from interview.caseload.compare.transitions import Transition

__all__ = [
    "FEWEST",
    "Rescreened",
    "Rescreening",
    "Rules",
    "Tallied",
    "Tallying",
    "Transition",
    "as_csv",
    "as_page",
    "as_sheet",
    "as_text",
    "shown",
]
