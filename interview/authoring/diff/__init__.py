"""Whose result differs between two editions of the content."""

from interview.authoring.diff.comparing import (
    Comparing,
    both_spans,
)
from interview.authoring.diff.one_page import (
    as_html,
    as_text,
    one_page,
)
from interview.authoring.diff.reporting import (
    report,
)

__all__ = [
    "Comparing",
    "as_html",
    "as_text",
    "both_spans",
    "one_page",
    "report",
]
