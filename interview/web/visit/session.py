"""Who asks: the visit in the sealed cookie, the language, and the page that is given back."""

import hmac
import secrets
import time
from hashlib import sha256
from typing import Any

from flask import Response, g, request
from flask_babel import get_locale

from interview.web import site
from interview.web.speaking import Speaker
from interview.web.visit.idling import idle
from interview.web.visit.sealing import Broken, Expired
from interview.web.visit.visit import NoVisit, Visit

TOKEN_FIELD = "csrf_token"


def cookie_name() -> str:
    """Return the cookie's name: tied to this host where the connection is encrypted."""
    return "__Host-visit" if request.is_secure else "visit"


def open_visit() -> None:
    """Read the visit of this request into `g`; a cookie that is no use ends the visit."""
    here = site.current()
    g.visit, g.has_ended, g.language = None, False, None
    g.token = token = request.cookies.get(cookie_name())
    if not token:
        return
    try:
        g.visit = here.writer.read(here.sealer.open(token, int(time.time())))
        g.language = g.visit.language
    except Expired as expired:
        g.has_ended = True
        # The next person at a kiosk is somebody else.
        g.language = None if here.settings.kiosk else _language_of(expired.plain)
    except (Broken, NoVisit):
        g.has_ended = True


def _language_of(plain: bytes) -> str | None:
    """An old visit still says which language to speak."""
    try:
        return site.current().writer.read(plain).language
    except NoVisit:
        return None


def language() -> str:
    """Return the language of this visitor: chosen, or set for this server, or the browser's."""
    here = site.current()
    chosen: str | None = g.get("language") or here.settings.language
    if chosen is None:
        chosen = request.accept_languages.best_match(here.languages)
    return chosen if chosen in here.languages else here.languages[0]


def speaker() -> Speaker:
    """Return the language and voice of this visitor."""
    visit: Visit | None = g.get("visit")
    here = site.current()
    spoken = here.pairs if visit and visit.shows_both else here.speakers
    return spoken[get_locale().language, visit.voice if visit else "self"]


def form_token(visit: Visit) -> str:
    """Return what our own forms carry, for browsers that do not say where a form came from."""
    return _stamped(site.current().stamps[0], visit)


def is_form_token(posted: str, visit: Visit) -> bool:
    """Say whether a form of ours carries this; one made before a secret was rotated does too."""
    stamps = site.current().stamps
    given = posted.encode()
    return any([hmac.compare_digest(given, _stamped(one, visit).encode()) for one in stamps])


def _stamped(stamp: bytes, visit: Visit) -> str:
    return hmac.new(stamp, visit.key.encode(), sha256).hexdigest()[:32]


def render(template: str, status: int = 200, **values: Any) -> Response:
    """Return a page in the visitor's language and voice."""
    here, voice = site.current(), speaker()
    page = here.templates.get_template(template).render(
        speaker=voice,
        say=voice.say,
        both=voice.both,
        fill=voice.fill,
        here=request.path,
        idle=idle(),
        nonce=nonce(),
        **values,
    )
    return Response(page, status, mimetype="text/html")


def nonce() -> str:
    """Return the mark that tells this page's own scripts from any that were put into it."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    mark: str = g.nonce
    return mark


def renew(visit: Visit) -> None:
    """Seal a visit anew, before its page says how long it lives."""
    here = site.current()
    g.token = here.sealer.seal(here.writer.write(visit), int(time.time()))


def keep(response: Response, visit: Visit) -> Response:
    """Seal a visit into the response's cookie."""
    renew(visit)
    return keep_renewed(response)


def keep_renewed(response: Response) -> Response:
    """Put the visit that was renewed already into the response's cookie."""
    return _set(response, g.token)


def forget(response: Response) -> Response:
    """Overwrite the cookie: a browser gives an old page back where a cookie was only deleted."""
    return _set(response, secrets.token_urlsafe(60))


def _set(response: Response, value: str) -> Response:
    response.set_cookie(
        cookie_name(), value, httponly=True, samesite="Lax", secure=request.is_secure, path="/"
    )
    return response
