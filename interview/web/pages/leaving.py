"""Leaving at once, and staying longer."""

from flask import Blueprint, Response, abort, request

from interview.web.pages.shown import known
from interview.web.protection import TOKEN_FIELD
from interview.web.site import current_site
from interview.web.visit import (
    Say,
    current_visits,
    forget_waiting,
    left_to,
    overwrite,
    render_page,
    requested,
    see_other,
    set_cookie,
    write_say,
)

bp = Blueprint("leaving", __name__)


@bp.post("/leave")
def leave() -> Response:
    """Overwrite the cookies, end the visit that the form names, and go to a neutral page.

    Nothing is opened and nothing rendered: it must work whatever else does not.
    """
    settings = current_site().settings
    visits = current_visits()
    form = visits.read_form_token(request.form.get(TOKEN_FIELD, ""))
    if form:
        visits.end(form.id)
    response = forget_waiting(overwrite(see_other(left_to())))
    if settings.kiosk:
        # The next person chooses anew.
        write_say(response, Say())
    # Extra only: it is not in every browser. Not its "cookies": a deleted cookie brings pages back.
    if request.is_secure:
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@bp.get("/left/<language>")
def left(language: str) -> Response:
    """A bare page that says nothing: not what was here, nor that somebody left."""
    requested().say.language = known(language)
    return render_page("left.html")


@bp.get("/stay")
def stay() -> Response:
    """Say that somebody is there: the visit has its time without use again. No answer is written.

    A picture, so that a page without a form can ask for it.
    """
    visit = requested().visit
    if visit is None:
        abort(410)
    picture = current_site().static["blank.svg"]
    response = Response(picture.body, mimetype=picture.media_type)
    return set_cookie(response, "alive", current_visits().alive_token(visit))
