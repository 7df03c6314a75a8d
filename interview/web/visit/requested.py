"""What one request carries, read once before any page looks at it."""

from dataclasses import dataclass, field

from babel import Locale
from flask import g, request

from interview.content import SOURCE_LANGUAGE
from interview.languages import babel_locale
from interview.web.site import current_site
from interview.web.visit.cookies import NO_NOTE, Say, carried, read_say
from interview.web.visit.visit import Visit
from interview.web.visit.visits import EndedVisit, current_visits

# Leaving asks nothing of what the cookies hold: it must work whatever is wrong with them.
_UNREAD = "leaving.leave"


@dataclass(slots=True)
class Requested:
    """What a request carries.

    `visit`: of the cookies, or None. `has_ended`: the cookies were no use any more.
    `say`: the language, and what is shown. `note`: what this page says of a post that was refused.
    `nonce`: tells the page's own scripts from any that were put into it; None before there is a
    page.
    """

    visit: Visit | None = None
    has_ended: bool = False
    say: Say = field(default_factory=Say)
    note: str | None = None
    nonce: str | None = None


def requested() -> Requested:
    """Return what this request carries; nothing where it was refused before it was read."""
    if "requested" not in g:
        g.requested = Requested()
    found: Requested = g.requested
    return found


def open_request() -> None:
    """Read the visit of this request; cookies that are no use end the visit."""
    found = g.requested = Requested(say=read_say())
    if request.endpoint == _UNREAD:
        return
    note = carried("note")
    found.note = note if note not in ("", NO_NOTE) else None
    if token := carried("visit"):
        try:
            found.visit = current_visits().open(token, carried("half"), carried("alive"))
        except EndedVisit:
            found.has_ended = True


def is_compact(visit: Visit | None) -> bool:
    """Say whether a whole part stands on a page: a helper chose so."""
    return requested().say.is_compact and visit is not None and visit.voice == "client"


def is_from_paper(visit: Visit | None) -> bool:
    """Say whether a helper types in what somebody marked on paper."""
    return requested().say.from_paper and is_compact(visit)


def current_language() -> str:
    """Return the language to speak: chosen, or set for this server, or the browser's."""
    site = current_site()
    chosen = requested().say.language or site.settings.language
    if chosen is None:
        chosen = request.accept_languages.best_match(site.languages)
    return chosen if chosen in site.languages else site.languages[0]


def current_locale() -> Locale:
    """Return Babel's locale of the language to speak; that of English where Babel has none."""
    listed = current_site().listed
    return babel_locale(listed[current_language()]) or Locale.parse(SOURCE_LANGUAGE)
