"""The language of the pages, and both languages side by side: kept apart from the answers."""

import re

from flask import Blueprint, Response, abort, request

from interview.content import SOURCE_LANGUAGE
from interview.web.site import current_site
from interview.web.visit import (
    BOTH,
    IN_BOTH,
    LANGUAGE,
    START,
    current_language,
    requested,
    said_in_address,
    see_other,
    show,
)

bp = Blueprint("shown", __name__)
ON, OFF = "on", "off"
# A whole part on a page, in words to be read aloud, and typed in from paper.
COMPACT, ALOUD, PAPER = "compact", "aloud", "paper"
SHOWN = (BOTH, COMPACT, ALOUD, PAPER)
# A page of our own: no host, no double slash, nothing after the path.
OWN_PATH = re.compile(r"/([a-z-]+)?")


@bp.get("/both/<wanted>")
def show_both(wanted: str) -> Response:
    """Show both languages, or one again, and go back to the page."""
    if wanted not in (ON, OFF):
        abort(404)
    requested().say.shows_both = wanted == ON
    return show(_back_to_page())


@bp.get("/lang/<chosen>")
def change_language(chosen: str) -> Response:
    """Change the language, and go back to the page."""
    requested().say.language = known(chosen)
    return show(_back_to_page())


def change_what_is_shown() -> None:
    """Change the language, or show both, or how many questions a page has, as a form says."""
    say = requested().say
    for name in SHOWN:
        if name in request.form and request.form[name] not in ("0", "1"):
            abort(400)
    if LANGUAGE in request.form:
        if request.form[LANGUAGE] not in current_site().languages:
            abort(400)
        say.language = request.form[LANGUAGE]
    say.shows_both = _said(BOTH, say.shows_both)
    say.is_compact = _said(COMPACT, say.is_compact)
    say.reads_aloud = _said(ALOUD, say.reads_aloud)
    say.from_paper = _said(PAPER, say.from_paper)


def _said(name: str, before: bool) -> bool:
    return request.form[name] == "1" if name in request.form else before


def change_language_of_sheet() -> None:
    """Change the language of the sheet for a lawyer, or show it in both, as a form says."""
    say = requested().say
    if LANGUAGE in request.form:
        if request.form[LANGUAGE] not in current_site().languages:
            abort(400)
        say.sheet = request.form[LANGUAGE]
    if BOTH in request.form:
        if request.form[BOTH] not in ("0", "1"):
            abort(400)
        say.sheet = IN_BOTH if request.form[BOTH] == "1" else SOURCE_LANGUAGE


def sheet_languages() -> tuple[str, str]:
    """Return English, and the language of who answered; where that is English, its partner."""
    site, own = current_site(), current_language()
    if own == SOURCE_LANGUAGE:
        own = site.pairs[own, "self"].other.language
    return SOURCE_LANGUAGE, own


def known(language: str) -> str:
    """Return a language that is spoken here; refuse another one."""
    if language not in current_site().languages:
        abort(404)
    return language


def _back_to_page() -> Response:
    """Go to the page that the link stood on, where it is one of ours."""
    back = request.args.get("to", START)
    address = back if OWN_PATH.fullmatch(back) else START
    return see_other(address + said_in_address(requested().say))
