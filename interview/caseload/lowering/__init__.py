"""One content's rules as of one day, lowered to a list of truths; nothing here needs a package."""

from interview.caseload.lowering.conclusions import (
    CHOICES,
    KINDS,
    DatedConclusion,
    Lowered,
    lower,
)
from interview.caseload.lowering.graph import (
    NO_NODE,
    UNKNOWN_NODE,
    YES_NODE,
    Node,
    Step,
    TruthGraph,
)
from interview.caseload.lowering.terms import (
    FIRST_DAY,
    LAST_DAY,
    DateMove,
    Moved,
    moved,
)

__all__ = [
    "CHOICES",
    "FIRST_DAY",
    "KINDS",
    "LAST_DAY",
    "NO_NODE",
    "UNKNOWN_NODE",
    "YES_NODE",
    "DateMove",
    "DatedConclusion",
    "Lowered",
    "Moved",
    "Node",
    "Step",
    "TruthGraph",
    "lower",
    "moved",
]
