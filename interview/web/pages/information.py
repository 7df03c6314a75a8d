"""The pages that are only read: urgent help, words, privacy, sources, and the map."""

from urllib.parse import urlsplit

from flask import Blueprint, Response, g, request

from interview.web import site
from interview.web.pages import outline
from interview.web.pages.leaving import OWN_ADDRESS
from interview.web.protection import refusals
from interview.web.site import START
from interview.web.visit import session as visitors
from interview.web.visit.position import Walk

reading = Blueprint("reading", __name__)


@reading.get("/urgent")
def urgent() -> Response:
    """The page that asks nothing: not even who reads it, so some steps are told in both voices."""
    here, speaker = site.current(), visitors.speaker()
    speakers = here.pairs if speaker.shows_both else here.speakers
    voices = [speakers[speaker.language, "client"], speakers[speaker.language, "self"]]
    return visitors.render("urgent.html", voices=voices, back=_back())


@reading.get("/words")
def words() -> Response:
    """Every explained word, in the order of the alphabet."""
    speaker = visitors.speaker()
    found = site.current().content.glossary.values()
    ordered = sorted(found, key=lambda word: speaker.plain(word.word).casefold())
    return visitors.render("words.html", glossary=ordered, back=_back())


@reading.get("/privacy")
def privacy() -> Response:
    """What is asked, what is kept, and what a phone remembers."""
    return visitors.render("privacy.html", back=_back())


@reading.get("/about")
def about() -> Response:
    """What this is, how the law changed, and the documents behind the rules."""
    return visitors.render("about.html", back=_back())


@reading.get("/map")
def map_() -> Response:
    """The whole interview as an outline."""
    parts = outline.parts(site.current(), visitors.speaker())
    return visitors.render("map.html", parts=parts, back=_back())


def _back() -> str:
    """The page that the reader came from, or where the answers lead."""
    came_from = request.referrer or ""
    if refusals.is_here(came_from):
        path = urlsplit(came_from).path
        if path != request.path and OWN_ADDRESS.fullmatch(path):
            return path
    if g.visit is None or not g.visit.answers:
        return START
    here = site.current()
    return Walk(here, g.visit, here.settings.today()).onward
