"""Whose result differs between two editions of the content."""

from interview.authoring.diff.comparing import (
    Comparing,
    both_spans,
)
from interview.authoring.diff.reporting import (
    report,
)

__all__ = [
    "Comparing",
    "both_spans",
    "report",
]
