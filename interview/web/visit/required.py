"""What a page requires of a visit, and where a browser is sent that has not come so far."""

from flask import abort

from interview.web.site import current_site
from interview.web.visit.position import START, Position
from interview.web.visit.requested import requested
from interview.web.visit.session import see_other
from interview.web.visit.visit import Visit


def required_visit() -> Visit:
    """Return this request's visit; without one, the page of an ended visit or the start follows."""
    visit = requested().visit
    if requested().has_ended and not current_site().settings.kiosk:
        abort(410)
    if visit is None:
        abort(see_other(START))
    return visit


def position_of(visit: Visit) -> Position:
    """Return where a visit stands as of today, local."""
    site = current_site()
    return Position(site, visit, site.settings.today())
