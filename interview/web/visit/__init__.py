"""One person's answers in a browser: sealed, opened, and where they stand on the path."""

from interview.web.visit.position import CHECK, START, Position, address
from interview.web.visit.requested import current_language, current_locale, open_request, requested
from interview.web.visit.required import finished_position, position_of, required_visit
from interview.web.visit.session import (
    current_speaker,
    forget,
    keep,
    render_page,
    renew,
    see_other,
    set_cookie,
)
from interview.web.visit.visit import Visit
from interview.web.visit.visits import Visits, current_visits

__all__ = [
    "CHECK",
    "START",
    "Position",
    "Visit",
    "Visits",
    "address",
    "current_language",
    "current_locale",
    "current_speaker",
    "current_visits",
    "finished_position",
    "forget",
    "keep",
    "open_request",
    "position_of",
    "render_page",
    "renew",
    "requested",
    "required_visit",
    "see_other",
    "set_cookie",
]
