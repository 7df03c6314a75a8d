"""Lines of many people through columns, with the same bytes out."""

from interview.caseload.lines.screening_lines import LineScreening, can_be_in_columns

__all__ = ["LineScreening", "can_be_in_columns"]
