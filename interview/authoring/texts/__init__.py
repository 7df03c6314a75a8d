"""What the checks find, and the checks of the texts."""

from interview.authoring.texts import (
    findings,
    text_checks,
)
from interview.authoring.texts.findings import (
    CHECKS,
    Finding,
    at,
)
from interview.authoring.texts.text_checks import (
    TextChecks,
)

__all__ = [
    "CHECKS",
    "Finding",
    "TextChecks",
    "at",
    "findings",
    "text_checks",
]
