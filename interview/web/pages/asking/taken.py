"""What is taken of a posted page: its answers, what was only typed, the break-out behind it."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from flask import request

from interview.screening import Page
from interview.web.site import current_site, field_names
from interview.web.visit import (
    LONGEST_TYPED,
    Draft,
    Position,
    Visit,
    as_in_boxes,
    position_of,
)

_NOT_SAID = object()


def with_answers(
    visit: Visit, page: Page, answers: Mapping[str, str], is_asked_back: bool
) -> Visit:
    """Return the visit with a page's answers; what the page asked back is confirmed if it holds.

    An answer that was changed is asked back anew wherever it is odd.
    """
    site = current_site()
    facts, said = site.oddities.facts, site.reader.read_all(answers)[0]
    changed = {fact for fact in said if said[fact] != visit.answers.get(fact, _NOT_SAID)}
    confirmed = position_of(visit).to_ask_back(page) if is_asked_back else []
    asked_back = visit.asked_back | {oddity.id for oddity in confirmed}
    return replace(
        visit,
        answers=visit.answers | said,
        asked_back=frozenset(name for name in asked_back if not facts[name] & changed),
    )


def names_on(page: Page) -> list[str]:
    """Return the names of the fields of a page."""
    return [name for question in page for name in field_names(question)]


def typed_draft(number: int, page: Page, is_wrong: bool) -> Draft:
    """Return what was typed on a page, as far as it fits into a box."""
    names = [name for name in request.form if name in names_on(page)]
    pairs = [(name, value) for name in names for value in request.form.getlist(name)]
    return Draft(number, as_in_boxes(pairs, LONGEST_TYPED), is_wrong)


def break_out(
    before: Position, after: Position, pages: Collection[int], is_asked_back: bool
) -> int:
    """Return the number of the break-out where an answer raised a flag of now; 0 where none did.

    What was asked back was taken the first time already, and then told of the oddity alone.
    """
    was = before.without(*pages) if is_asked_back else before
    if not after.urgent_flags - was.urgent_flags:
        return 0
    behind = next((page for page in pages if after.came_up_on(page)), None)
    return 0 if behind is None else after.break_out_of(behind)
