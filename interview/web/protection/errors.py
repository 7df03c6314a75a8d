"""A kind page for everything that can go wrong; the log never names an answer."""

import traceback
from collections.abc import Callable

from flask import Flask, Response
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from interview.web import site
from interview.web.visit import session as visitors

ENDED = {410: "ended"}


def add_to(app: Flask) -> None:
    """Register the pages for every error."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _broken(app))


def _refused(error: HTTPException) -> AnyResponse:
    if isinstance(error.response, AnyResponse):
        return error.response
    status = error.code or 500
    response = trouble(status)
    if "Allow" in (headers := dict(error.get_headers())):
        response.headers["Allow"] = headers["Allow"]
    return response


def _broken(app: Flask) -> Callable[[Exception], Response]:
    def broken(error: Exception) -> Response:
        if app.testing:
            raise error
        # Only where it happened: the message of an error may repeat an answer.
        place = traceback.extract_tb(error.__traceback__)[-1]
        app.logger.error("%s at %s:%s", type(error).__name__, place.filename, place.lineno)
        return trouble(500)

    return broken


def trouble(status: int) -> Response:
    """Return the page for a status; one without a page of its own shares 400's or 500's."""
    found = {entry.id: entry for entry in site.current().content.pages.troubles}
    wanted = ENDED.get(status, str(status))
    entry = found.get(wanted) or found["500" if status >= 500 else "400"]
    others = [site.current().speakers[name, "self"] for name in _other_languages()]
    response = visitors.render("trouble.html", status, trouble=entry, others=others)
    return visitors.forget(response) if wanted == ENDED[410] else response


def _other_languages() -> list[str]:
    """Whoever ended up here may not have been able to choose."""
    return [name for name in site.current().languages if name != visitors.language()]
