"""How long a visit lives, as a page must know it to warn in time."""

from typing import NamedTuple

from flask import request

from interview.web.site import current_site
from interview.web.visit.position import PEOPLE, START
from interview.web.visit.requested import requested
from interview.web.visit.visits import current_visits
from interview.web.visit.waiting_cookie import waiting_seconds

# Time enough to read the warning and to press a button (WCAG 2.2.1 asks for 20 seconds).
WARNING_SECONDS = 120
# Time enough to print before the last moment, which nothing puts off.
ENDING_SECONDS = 600
# What nobody can put off is no time without use.
_NEVER = 86_400


class Idle(NamedTuple):
    """Seconds: what is left without use, the whole time, and how long before the page warns.

    `longest` is what is left however much the visit is used; `ending` how long before that the
    page says so.
    """

    left: int
    limit: int
    warning: int
    longest: int
    ending: int

    @property
    def is_ending(self) -> bool:
        """Say whether the last moment is near."""
        return self.longest <= self.ending


def idle() -> Idle | None:
    """Return the time of this visit, or None where a page has nothing to clear."""
    settings, visit = current_site().settings, requested().visit
    limit, longest = settings.seconds, settings.longest_seconds
    if visit is not None:
        visits = current_visits()
        left, longest = visits.seconds_left(visit), visits.seconds_to_the_end(visit)
    elif settings.kiosk and request.path != START:
        left = limit
    elif request.path == PEOPLE and (seconds := waiting_seconds()):
        # What waited is forgotten then, and the page with it.
        return Idle(_NEVER, _NEVER, WARNING_SECONDS, seconds, ENDING_SECONDS)
    else:
        return None
    return Idle(max(0, left), limit, WARNING_SECONDS, max(0, longest), ENDING_SECONDS)
