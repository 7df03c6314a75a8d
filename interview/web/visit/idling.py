"""How long a visit lives without use, as a page must know it to warn in time."""

import time
from typing import NamedTuple

from flask import g, request

from interview.web import site
from interview.web.site import START

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
    settings = site.current().settings
    has_answers = g.get("visit") is not None and bool(g.visit.answers)
    if not has_answers and not (settings.kiosk and request.path != START):
        return None
    then = "/leave" if settings.kiosk else ""
    return Idle(_left(settings.seconds), settings.seconds, WARNING_SECONDS, then)


def _left(limit: int) -> int:
    token: str | None = g.get("token")
    if g.get("visit") is None or token is None:
        return limit
    return max(0, site.current().sealer.seconds_left(token, int(time.time())))
