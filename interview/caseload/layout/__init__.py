"""People and results as Arrow columns and files; needs numpy and pyarrow."""

from interview.caseload.layout.people import (
    PeopleLayout,
    RefusedPeople,
)

__all__ = ["PeopleLayout", "RefusedPeople"]
