"""The pages: questions, results, information and leaving, and the files that they fetch."""

from interview.web.pages import (
    answering,
    information,
    leaving,
    old_addresses,
    papers,
    people,
    questions,
    results,
    shown,
    slips,
    start,
    static_files,
)
from interview.web.pages.fields import asked_on, mistake_texts
from interview.web.pages.start import begun

__all__ = ["BLUEPRINTS", "asked_on", "begun", "mistake_texts"]

BLUEPRINTS = (
    start.bp,
    questions.bp,
    answering.bp,
    results.bp,
    slips.bp,
    papers.bp,
    people.bp,
    information.bp,
    shown.bp,
    leaving.bp,
    old_addresses.bp,
    static_files.bp,
)
