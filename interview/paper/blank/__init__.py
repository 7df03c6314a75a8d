"""The blank interview: every question on paper, with arrows for a pencil to follow."""

from interview.paper.blank.leads import leads

__all__ = ["leads"]
