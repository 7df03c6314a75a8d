"""Who comes to a page that needs answers: the visit, its walk, and where it is sent on."""

from flask import Response, abort, g, redirect

from interview.web import site
from interview.web.site import START
from interview.web.visit.position import Walk
from interview.web.visit.visit import Visit


def visit_here() -> Visit:
    """Return this request's visit; without one, the trouble page or the start follows."""
    if g.has_ended:
        abort(redirect(START, 303) if site.current().settings.kiosk else 410)
    visit: Visit | None = g.visit
    if visit is None:
        abort(redirect(START, 303))
    return visit


def walk_of(visit: Visit) -> Walk:
    """Return the path of a visit as of today, local."""
    here = site.current()
    return Walk(here, visit, here.settings.today())


def finished_walk() -> Walk:
    """Return the walk of a visit that has answered everything; another one is sent on."""
    walk = walk_of(visit_here())
    if walk.first_open is not None:
        abort(go(walk.onward))
    return walk


def go(where: str) -> Response:
    """Send the browser to another page, which it gets anew."""
    response = Response(status=303)
    response.headers["Location"] = where
    return response
