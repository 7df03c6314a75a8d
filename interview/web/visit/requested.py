"""What one request carries, read once before any page looks at it."""

from dataclasses import dataclass

from babel import Locale
from flask import g, request

from interview.content import SOURCE_LANGUAGE
from interview.languages import babel_locale
from interview.web.site import current_site
from interview.web.visit.visit import Visit
from interview.web.visit.visits import EndedVisit, current_visits


@dataclass(slots=True)
class Requested:
    """What a request carries.

    `visit`: of the cookie, or None. `has_ended`: the cookie was no use any more.
    `language`: that of the visit, or chosen with this request.
    `token`: the sealed visit, as it came or as it was sealed anew.
    `nonce`: tells the page's own scripts from any that were put into it; None before there is a
    page.
    """

    visit: Visit | None = None
    has_ended: bool = False
    language: str | None = None
    token: str | None = None
    nonce: str | None = None


def requested() -> Requested:
    """Return what this request carries; nothing where it was refused before it was read."""
    if "requested" not in g:
        g.requested = Requested()
    found: Requested = g.requested
    return found


def open_request() -> None:
    """Read the visit of this request; a cookie that is no use ends the visit."""
    g.requested = _carried_by(request.cookies.get(cookie_name()))


def _carried_by(token: str | None) -> Requested:
    if not token:
        return Requested()
    try:
        visit = current_visits().open(token)
    except EndedVisit as ended:
        # The next person at a kiosk is somebody else.
        language = None if current_site().settings.kiosk else ended.language
        return Requested(has_ended=True, language=language, token=token)
    return Requested(visit, language=visit.language, token=token)


def cookie_name() -> str:
    """Return the cookie's name: tied to this host where the connection is encrypted."""
    return "__Host-visit" if request.is_secure else "visit"


def current_language() -> str:
    """Return the language to speak: chosen, or set for this server, or the browser's."""
    site = current_site()
    chosen = requested().language or site.settings.language
    if chosen is None:
        chosen = request.accept_languages.best_match(site.languages)
    return chosen if chosen in site.languages else site.languages[0]


def current_locale() -> Locale:
    """Return Babel's locale of the language to speak; that of English where Babel has none."""
    listed = current_site().listed
    return babel_locale(listed[current_language()]) or Locale.parse(SOURCE_LANGUAGE)
