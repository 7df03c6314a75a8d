"""The sheet for a lawyer: one page, put together from a result."""

from interview.summary.sheet.gaps import Gaps, gaps_in
from interview.summary.sheet.whole import LawyerSheet, lawyer_sheet

__all__ = ["Gaps", "LawyerSheet", "gaps_in", "lawyer_sheet"]
