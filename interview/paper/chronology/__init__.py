"""The chronology for a lawyer: what happened when, what runs, and what is not told."""

from interview.paper.chronology.printed import chronology_pdf

__all__ = ["chronology_pdf"]
