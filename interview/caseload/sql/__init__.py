"""The rules as text for warehouses, whose logic has the same three values; needs no package."""

from interview.caseload.sql.dialects import DIALECTS
from interview.caseload.sql.expressions import NotInSQL
from interview.caseload.sql.queries import ALL, NARROW, Query

__all__ = ["ALL", "DIALECTS", "NARROW", "NotInSQL", "Query"]
