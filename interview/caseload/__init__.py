"""Many people at once: the rules in columns. Needs the extra `caseload`: numpy and pyarrow."""

from interview.caseload.layout import (
    ALL,
    NARROW,
    NoSuchColumns,
    PeopleLayout,
    RefusedPeople,
    UnreadablePeople,
    UnwritableResults,
    parts_of,
)
from interview.caseload.screens import (
    BATCH,
    ColumnScreening,
    content_digest,
    many_people,
    screen_file,
)

__all__ = [
    "ALL",
    "BATCH",
    "NARROW",
    "ColumnScreening",
    "NoSuchColumns",
    "PeopleLayout",
    "RefusedPeople",
    "UnreadablePeople",
    "UnwritableResults",
    "content_digest",
    "many_people",
    "parts_of",
    "screen_file",
]
