"""The evidence checklist: what to gather, from whom, and a grid of the years to fill in."""

from interview.paper.checklist.parts import ListPart, PaperGroup, PaperRow, blank_parts, own_parts
from interview.paper.checklist.printed import checklist_pdf

__all__ = ["ListPart", "PaperGroup", "PaperRow", "blank_parts", "checklist_pdf", "own_parts"]
