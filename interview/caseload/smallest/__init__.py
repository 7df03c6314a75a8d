"""The smallest person for each way in which results change; needs z3."""

from interview.caseload.smallest.finding import smallest_people

__all__ = ["smallest_people"]
