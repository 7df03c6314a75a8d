"""Whose result differs between two editions of the content."""

from interview.authoring.diff.comparing import (
    Comparing,
    both_spans,
)
from interview.authoring.diff.one_page import (
    one_page,
    page_html,
    page_text,
)
from interview.authoring.diff.reporting import (
    report,
)
from interview.authoring.diff.two_screenings import (
    TwoScreenings,
    Wanted,
)

__all__ = [
    "Comparing",
    "TwoScreenings",
    "Wanted",
    "both_spans",
    "one_page",
    "page_html",
    "page_text",
    "report",
]
