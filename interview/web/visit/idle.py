"""How long a visit lives without use, as a page must know it to warn in time."""

from typing import NamedTuple

from flask import request

from interview.web.site import current_site
from interview.web.visit.position import START
from interview.web.visit.requested import requested
from interview.web.visit.visits import current_visits

# Time enough to read the warning and to press a button (WCAG 2.2.1 asks for 20 seconds).
WARNING_SECONDS = 120


class Idle(NamedTuple):
    """Seconds: what is left, the whole time, and how long before the end the page warns.

    `then` is where the page goes at the end; empty, it asks for itself again.
    """

    left: int
    limit: int
    warning: int
    then: str


def idle() -> Idle | None:
    """Return the time of this visit, or None where a page has nothing to clear."""
    settings = current_site().settings
    visit, token = requested().visit, requested().token
    has_answers = visit is not None and bool(visit.answers)
    if not has_answers and not (settings.kiosk and request.path != START):
        return None
    left = settings.seconds
    if visit is not None and token is not None:
        left = current_visits().seconds_left(token)
    return Idle(left, settings.seconds, WARNING_SECONDS, "/leave" if settings.kiosk else "")
