"""The pages that are only read: urgent help, words, privacy, sources, and the map."""

from urllib.parse import urlsplit

from flask import Blueprint, Response, request

from interview.web.pages.outline import outlined_parts
from interview.web.pages.shown import OWN_PATH
from interview.web.protection import is_own_address
from interview.web.site import current_site
from interview.web.visit import ASK, START, current_speaker, render_page, requested

bp = Blueprint("information", __name__)


@bp.get("/urgent")
def urgent() -> Response:
    """The page that asks nothing: not even who reads it, so some steps are in both voices."""
    site, speaker = current_site(), current_speaker()
    speakers = site.pairs if speaker.shows_both else site.speakers
    voices = [speakers[speaker.language, "client"], speakers[speaker.language, "self"]]
    contacts = speaker.in_both(
        lambda one: site.book.for_urgent_page(one.tongue, speaker.language, site.settings.today())
    )
    return render_page("urgent.html", voices=voices, contacts=contacts, back=_back())


@bp.get("/words")
def glossary() -> Response:
    """Every explained word, in the order of the alphabet."""
    speaker = current_speaker()
    found = current_site().content.glossary.values()
    ordered = sorted(found, key=lambda word: speaker.plain(word.word).casefold())
    return render_page("words.html", glossary=ordered, back=_back())


@bp.get("/privacy")
def privacy() -> Response:
    """What is asked, what is kept, and what a phone remembers."""
    return render_page("privacy.html", back=_back())


@bp.get("/about")
def about() -> Response:
    """What this is, how the law changed, and the documents behind the rules."""
    return render_page("about.html", back=_back())


@bp.get("/map")
def interview_map() -> Response:
    """The whole interview as an outline."""
    parts = outlined_parts(current_site(), current_speaker())
    return render_page("map.html", parts=parts, back=_back())


def _back() -> str:
    """The page that the reader came from, or where the answers lead."""
    came_from = request.referrer or ""
    if is_own_address(came_from):
        path = urlsplit(came_from).path
        if path != request.path and OWN_PATH.fullmatch(path):
            return path
    return ASK if requested().visit else START
