"""The blank interview: every question on paper, with arrows for a pencil to follow."""

from interview.paper.blank.leads import leads
from interview.paper.blank.making import blank_data, blank_interview

__all__ = ["blank_data", "blank_interview", "leads"]
