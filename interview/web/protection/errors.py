"""A kind page for everything that can go wrong; the log never names an answer."""

import traceback

from flask import Flask, Response, current_app
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from interview.web.site import current_site
from interview.web.visit import current_language, forget, render_page

GONE = 410


def add_error_pages(app: Flask) -> None:
    """Register the pages for every error."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _broken)


def _refused(error: HTTPException) -> AnyResponse:
    if isinstance(error.response, AnyResponse):
        return error.response
    response = _error_page(error.code or 500)
    if "Allow" in (headers := dict(error.get_headers())):
        response.headers["Allow"] = headers["Allow"]
    return response


def _broken(error: Exception) -> Response:
    if current_app.testing:
        raise error
    # Only where it happened: the message of an error may repeat an answer.
    frame = traceback.extract_tb(error.__traceback__)[-1]
    current_app.logger.error("%s at %s:%s", type(error).__name__, frame.filename, frame.lineno)
    return _error_page(500)


def _error_page(status: int) -> Response:
    """The page for a status; one without a page of its own shares 400's or 500's."""
    site = current_site()
    found = {entry.id: entry for entry in site.content.pages.troubles}
    wanted = "ended" if status == GONE else str(status)
    entry = found.get(wanted) or found["500" if status >= 500 else "400"]
    # Whoever ended up here may not have been able to choose.
    others = [site.speakers[name, "self"] for name in site.languages if name != current_language()]
    response = render_page("error.html", status, error=entry, others=others)
    return forget(response) if status == GONE else response
