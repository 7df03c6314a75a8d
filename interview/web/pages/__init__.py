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

__all__ = ["BLUEPRINTS"]

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
