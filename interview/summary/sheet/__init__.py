"""The sheet for a lawyer: one page, put together from a result."""

from interview.summary.sheet.whole import LawyerSheet, lawyer_sheet

__all__ = ["LawyerSheet", "lawyer_sheet"]
