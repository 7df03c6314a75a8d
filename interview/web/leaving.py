"""Leaving at once, and changing the language."""

import re

from flask import Blueprint, Response, abort, g, request

from interview.web import site, visitors
from interview.web.visits import Visit

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
    left = f"/left/{_known(language)}"
    response.headers["Location"] = site.current().settings.leave_to or left
    return visitors.forget(response)


@leaving.get("/left/<language>")
def left(language: str) -> Response:
    """A bare page that says nothing of what was done here."""
    g.language = _known(language)
    return visitors.render("left.html")


@leaving.get("/lang/<language>")
def speak(language: str) -> Response:
    """Change the language, keep everything, and go back to the page."""
    visit = g.visit or Visit(language)
    visit.language = _known(language)
    back = request.args.get("to", "/")
    response = Response(status=303)
    response.headers["Location"] = back if OWN_ADDRESS.fullmatch(back) else "/"
    return visitors.keep(response, visit)


def _known(language: str) -> str:
    if language not in site.current().languages:
        abort(404)
    return language
