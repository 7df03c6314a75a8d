"""The session: the page that is given back, and the visit that its cookie keeps."""

import secrets
from typing import Any

from flask import Response, request

from interview.web.site import Speaker, current_site
from interview.web.visit.idle import idle
from interview.web.visit.requested import cookie_name, current_language, requested
from interview.web.visit.visit import Visit
from interview.web.visit.visits import current_visits


def current_speaker() -> Speaker:
    """Return the language and voice to speak in."""
    visit, site = requested().visit, current_site()
    spoken = site.pairs if visit and visit.shows_both else site.speakers
    return spoken[current_language(), visit.voice if visit else "self"]


def render_page(template: str, status: int = 200, **values: Any) -> Response:
    """Return a page in the language and voice of this request."""
    speaker = current_speaker()
    requested().nonce = nonce = secrets.token_urlsafe(16)
    page = (
        current_site()
        .templates.get_template(template)
        .render(
            speaker=speaker,
            say=speaker.say,
            both=speaker.both,
            fill=speaker.fill,
            here=request.path,
            idle=idle(),
            nonce=nonce,
            **values,
        )
    )
    return Response(page, status, mimetype="text/html")


def see_other(address: str) -> Response:
    """Send the browser to another page, which it gets anew."""
    response = Response(status=303)
    response.headers["Location"] = address
    return response


def renew(visit: Visit) -> str:
    """Seal a visit anew, before its page says how long it lives; return the token."""
    requested().token = token = current_visits().seal(visit)
    return token


def keep(response: Response, visit: Visit) -> Response:
    """Seal a visit into the response's cookie."""
    return set_cookie(response, renew(visit))


def forget(response: Response) -> Response:
    """Overwrite the cookie: a browser gives an old page back where a cookie was only deleted."""
    return set_cookie(response, secrets.token_urlsafe(60))


def set_cookie(response: Response, token: str) -> Response:
    """Put a token into the response's cookie."""
    response.set_cookie(
        cookie_name(), token, httponly=True, samesite="Lax", secure=request.is_secure, path="/"
    )
    return response
