"""A kind page for everything that can go wrong; the log never names an answer."""

import re
import traceback

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from interview.content import Trouble
from interview.web.site import current_site
from interview.web.visit import (
    ASK,
    PEOPLE,
    carried,
    clear_note,
    current_language,
    overwrite,
    refuse,
    render_page,
    requested,
    said_in_address,
    see_other,
)

GONE, CONFLICT, MISSING, TOO_LARGE = 410, 409, 404, 413
# A short address of ours, as somebody types it from paper.
SHORT = re.compile(r"/[a-z-]+")
# What the page with the form says of a file that is too large.
LARGE_FILE = "ptl"
SENT_ON, WITHOUT_COOKIES = 303, "/cookies"
# Says nothing of what happened, and needs nothing that may be broken.
LAST_RESORT = "Something broke here. Go back and try again. / Algo falló. Vuelva a intentar."


def add_error_pages(app: Flask) -> None:
    """Register the pages for every error."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _broken)


def _refused(error: HTTPException) -> AnyResponse:
    if isinstance(error.response, AnyResponse):
        return error.response
    status = error.code or 500
    if request.method == "POST":
        return refuse_post(status)
    if status == MISSING and (meant := _meant_address()):
        return see_other(meant)
    response = error_page(status)
    if "Allow" in (headers := dict(error.get_headers())):
        response.headers["Allow"] = headers["Allow"]
    return response


def _meant_address() -> str | None:
    """Return the page that was meant with capitals, slashes or a full stop too many, or None."""
    meant = "/" + request.path.strip("/ .,;:").lower()
    if meant == request.path or not SHORT.fullmatch(meant):
        return None
    addresses = current_app.create_url_adapter(request)
    return meant if addresses and addresses.test(meant, "GET") else None


def refuse_post(status: int) -> Response:
    """Send a refused post on: a browser writes the body of a post to disk that a page answers."""
    if request.path == PEOPLE and status == TOO_LARGE:
        return refuse(LARGE_FILE, PEOPLE)
    return see_other(ASK) if status == GONE else refuse(str(status))


def _broken(error: Exception) -> Response:
    if current_app.testing:
        raise error
    _log(error)
    try:
        return refuse_post(500) if request.method == "POST" else error_page(500)
    except Exception as second:
        # Not raised: whoever logs it would log the first one too, with what somebody typed.
        _log(second)
        return Response(LAST_RESORT, 500, mimetype="text/plain")


def _log(error: Exception) -> None:
    """Say only where it happened: the message of an error may repeat an answer."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    current_app.logger.error("%s at %s:%s", type(error).__name__, frame.filename, frame.lineno)


def refused_page() -> Response | None:
    """Return what is to be said of a post that was refused just now, once."""
    note = requested().note
    is_status = note is not None and note.isdigit() and 400 <= int(note) <= 599
    # What was of another visit is said on the page of this one.
    if note is None or not is_status or int(note) == CONFLICT:
        return None
    return clear_note(error_page(int(note)))


def error_page(status: int) -> Response:
    """The page for a status; one without a page of its own shares 400's or 500's."""
    found = {entry.id: entry for entry in current_site().content.pages.troubles}
    wanted = "ended" if status == GONE else str(status)
    entry = found.get(wanted) or found["500" if status >= 500 else "400"]
    response = _trouble_page(entry, status)
    return overwrite(response) if status == GONE else response


def _trouble_page(entry: Trouble, status: int) -> Response:
    site = current_site()
    # Whoever ended up here may not have been able to choose.
    others = [site.speakers[name, "self"] for name in site.languages if name != current_language()]
    return render_page("error.html", status, error=entry, others=others)


def without_cookies() -> Response:
    """Say that this browser sent no cookie; where it did after all, go on."""
    if carried("say"):
        return see_other(ASK)
    entries = current_site().content.pages.troubles
    return _trouble_page(next(entry for entry in entries if entry.id == "cookies"), 200)


def tell_of_cookies(response: AnyResponse) -> AnyResponse:
    """Lead a post to that page where it came with no cookie: the page before it had set one.

    Any other page would send such a browser back to the start, without a word.
    """
    is_sent_on = request.method == "POST" and response.status_code == SENT_ON
    if is_sent_on and request.endpoint != "leaving.leave" and not carried("say"):
        response.headers["Location"] = WITHOUT_COOKIES + said_in_address(requested().say)
    return response
