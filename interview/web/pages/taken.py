"""A visit with what was answered, and with what of it was asked back and confirmed."""

from collections.abc import Mapping
from dataclasses import replace

from interview.screening import Page
from interview.web.site import current_site
from interview.web.visit import Visit, position_of

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
