"""Leaving at once, staying longer, and changing the language or showing both."""

import re

from flask import Blueprint, Response, abort, g, request

from interview.web import site
from interview.web.site import START
from interview.web.visit import session as visitors
from interview.web.visit.visit import Visit

leaving = Blueprint("leaving", __name__)
# A page of our own: no host, no double slash, nothing after the path.
OWN_ADDRESS = re.compile(r"/([a-z-]+(/[0-9]{1,4})?)?")


@leaving.get("/leave")
def leave() -> Response:
    """A page of its own comes between, so that Back finds nothing: it clears, then moves on."""
    return visitors.forget(visitors.render("clearing.html"))


@leaving.get("/leave/<language>")
def clear(language: str) -> Response:
    """Make the cookie useless once more, and go to a neutral page."""
    response = Response(status=303)
    settings = site.current().settings
    left = START if settings.kiosk else f"/left/{_known(language)}"
    response.headers["Location"] = (not settings.kiosk and settings.leave_to) or left
    # Extra only: it is not in every browser. Not its "cookies": a deleted cookie brings pages back.
    if request.is_secure:
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return visitors.forget(response)


@leaving.get("/left/<language>")
def left(language: str) -> Response:
    """A bare page that says nothing of what was done here."""
    g.language = _known(language)
    return visitors.render("left.html")


@leaving.get("/stay")
def stay() -> Response:
    """Give the visit its whole time again; a picture, so that pages need open no connection."""
    if g.visit is None:
        abort(410)
    picture = site.current().static["blank.svg"]
    return visitors.keep(Response(picture.body, mimetype=picture.kind), g.visit)


@leaving.get("/both/<wanted>")
def show_both(wanted: str) -> Response:
    """Show both languages, or one again, and go back to the page."""
    if wanted not in ("on", "off"):
        abort(404)
    _refuse_ended()
    visit = g.visit or Visit(visitors.language())
    visit.shows_both = wanted == "on"
    return visitors.keep(_back(), visit)


@leaving.get("/lang/<language>")
def speak(language: str) -> Response:
    """Change the language, keep everything, and go back to the page."""
    _known(language)
    if g.has_ended:
        g.language = language
    _refuse_ended()
    visit = g.visit or Visit(language)
    visit.language = _known(language)
    return visitors.keep(_back(), visit)


def _refuse_ended() -> None:
    """Say so where a visit has ended; at a kiosk the next person begins."""
    if g.has_ended and not site.current().settings.kiosk:
        abort(410)


def _back() -> Response:
    """Go to the page that the link stood on, where it is one of ours."""
    back = request.args.get("to", "/")
    response = Response(status=303)
    response.headers["Location"] = back if OWN_ADDRESS.fullmatch(back) else "/"
    return response


def _known(language: str) -> str:
    if language not in site.current().languages:
        abort(404)
    return language
