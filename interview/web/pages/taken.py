"""A visit with what was answered, and with what of it was asked back and confirmed."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from interview.screening import Page
from interview.web.site import current_site
from interview.web.visit import Position, Visit, position_of

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
