"""The pages: questions, results, information and leaving, and the files that they fetch."""

from interview.web.pages import (
    information,
    leaving,
    old_addresses,
    papers,
    people,
    results,
    shown,
    slips,
    start,
    static_files,
)
from interview.web.pages.asking import answering, questions
from interview.web.pages.asking.fields import asked_on, mistake_texts
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
