"""The sheet for a lawyer: one page, put together from a result."""

from interview.summary.sheet.answers import GivenAnswers
from interview.summary.sheet.gaps import Gaps, gaps_in
from interview.summary.sheet.rules import ProgramLine
from interview.summary.sheet.whole import LawyerSheet, lawyer_sheet

__all__ = ["Gaps", "GivenAnswers", "LawyerSheet", "ProgramLine", "gaps_in", "lawyer_sheet"]
