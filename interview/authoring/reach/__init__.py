"""What can come of the interview: who is asked what, what is out of reach, what is idle."""

from interview.authoring.reach.everybody import (
    Everybody,
    idle_questions,
)
from interview.authoring.reach.report import (
    WORDING,
    plain,
    problems,
    reach,
    text,
)

__all__ = [
    "WORDING",
    "Everybody",
    "idle_questions",
    "plain",
    "problems",
    "reach",
    "text",
]
