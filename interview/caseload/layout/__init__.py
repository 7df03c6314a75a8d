"""People and results as Arrow columns and files; needs numpy and pyarrow."""

from interview.caseload.layout.people import (
    AS_OF_COLUMN,
    ID,
    PeopleLayout,
    RefusedPeople,
    refuse_named_alike,
)
from interview.caseload.layout.people_files import (
    READ,
    PeopleFile,
    UnreadablePeople,
)
from interview.caseload.layout.result_files import (
    ResultSink,
    UnwritableResults,
    refuse_suffix,
    whole_file,
)
from interview.caseload.layout.results import (
    ALL,
    DEADLINE,
    LAYOUT_VERSION,
    METADATA_PREFIX,
    NARROW,
    NoSuchColumns,
    ResultLayout,
    parts_of,
    truth_column,
    without_dictionaries,
    without_dictionary,
)

__all__ = [
    "ALL",
    "AS_OF_COLUMN",
    "DEADLINE",
    "ID",
    "LAYOUT_VERSION",
    "METADATA_PREFIX",
    "NARROW",
    "READ",
    "NoSuchColumns",
    "PeopleFile",
    "PeopleLayout",
    "RefusedPeople",
    "ResultLayout",
    "ResultSink",
    "UnreadablePeople",
    "UnwritableResults",
    "parts_of",
    "refuse_named_alike",
    "refuse_suffix",
    "truth_column",
    "whole_file",
    "without_dictionaries",
    "without_dictionary",
]
