"""Leaving at once, staying longer, and changing the language or showing both."""

import re

from flask import Blueprint, Response, abort, request

from interview.web.site import current_site
from interview.web.visit import (
    START,
    Visit,
    current_language,
    forget,
    keep,
    render_page,
    requested,
    see_other,
)

bp = Blueprint("leaving", __name__)
# A page of our own: no host, no double slash, nothing after the path.
OWN_PATH = re.compile(r"/([a-z-]+(/[0-9]{1,4})?)?")


@bp.get("/leave")
def leave() -> Response:
    """A page of its own comes between, so that Back finds nothing: it clears, then moves on."""
    return forget(render_page("clearing.html"))


@bp.get("/leave/<language>")
def clear(language: str) -> Response:
    """Make the cookie useless once more, and go to a neutral page."""
    settings = current_site().settings
    left = START if settings.kiosk else f"/left/{_known(language)}"
    response = see_other((not settings.kiosk and settings.leave_to) or left)
    # Extra only: it is not in every browser. Not its "cookies": a deleted cookie brings pages back.
    if request.is_secure:
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return forget(response)


@bp.get("/left/<language>")
def left(language: str) -> Response:
    """A bare page that says nothing of what was done here."""
    requested().language = _known(language)
    return render_page("left.html")


@bp.get("/stay")
def stay() -> Response:
    """Give the visit its whole time again; a picture, so that pages need open no connection."""
    visit = requested().visit
    if visit is None:
        abort(410)
    picture = current_site().static["blank.svg"]
    return keep(Response(picture.body, mimetype=picture.media_type), visit)


@bp.get("/both/<wanted>")
def show_both(wanted: str) -> Response:
    """Show both languages, or one again, and go back to the page."""
    if wanted not in ("on", "off"):
        abort(404)
    _refuse_ended()
    visit = requested().visit or Visit(current_language())
    visit.shows_both = wanted == "on"
    return keep(_back_to_page(), visit)


@bp.get("/lang/<chosen>")
def change_language(chosen: str) -> Response:
    """Change the language, keep everything, and go back to the page."""
    _known(chosen)
    if requested().has_ended:
        requested().language = chosen
    _refuse_ended()
    visit = requested().visit or Visit(chosen)
    visit.language = chosen
    return keep(_back_to_page(), visit)


def _refuse_ended() -> None:
    """Say so where a visit has ended; at a kiosk the next person begins."""
    if requested().has_ended and not current_site().settings.kiosk:
        abort(410)


def _back_to_page() -> Response:
    """Go to the page that the link stood on, where it is one of ours."""
    back = request.args.get("to", START)
    return see_other(back if OWN_PATH.fullmatch(back) else START)


def _known(language: str) -> str:
    if language not in current_site().languages:
        abort(404)
    return language
