"""Every path of the interview, counted exactly."""

from interview.authoring.walk import (
    report,
)
from interview.authoring.walk.influence import (
    idle_questions,
)
from interview.authoring.walk.outcomes import (
    Outcomes,
)
from interview.authoring.walk.report import (
    WORDING,
    Walked,
    WalkInParts,
)
from interview.authoring.walk.walking import (
    Walk,
)

__all__ = [
    "WORDING",
    "Outcomes",
    "Walk",
    "WalkInParts",
    "Walked",
    "idle_questions",
    "report",
]
