"""What the checks find, and the checks of the texts."""

from interview.authoring.texts import (
    findings,
    text_checks,
)
from interview.authoring.texts.days_said import days_said
from interview.authoring.texts.findings import (
    CHECKS,
    Finding,
    at,
)
from interview.authoring.texts.phrases import says
from interview.authoring.texts.text_checks import (
    TextChecks,
)

__all__ = [
    "CHECKS",
    "Finding",
    "TextChecks",
    "at",
    "days_said",
    "findings",
    "says",
    "text_checks",
]
