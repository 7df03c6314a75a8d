"""The pages that are only read: urgent help, words, privacy, sources, and the map."""

from flask import Blueprint, Response

from interview.web import outline, site, visitors

reading = Blueprint("reading", __name__)


@reading.get("/urgent")
def urgent() -> Response:
    """The page that asks nothing."""
    return visitors.render("urgent.html")


@reading.get("/words")
def words() -> Response:
    """Every explained word, in the order of the alphabet."""
    speaker = visitors.speaker()
    found = site.current().content.glossary.values()
    ordered = sorted(found, key=lambda word: speaker.plain(word.word).casefold())
    return visitors.render("words.html", glossary=ordered)


@reading.get("/privacy")
def privacy() -> Response:
    """What is asked, what is kept, and what a phone remembers."""
    return visitors.render("privacy.html")


@reading.get("/about")
def about() -> Response:
    """What this is, how the law changed, and the documents behind the rules."""
    return visitors.render("about.html")


@reading.get("/map")
def map_() -> Response:
    """The whole interview as an outline."""
    return visitors.render("map.html", parts=outline.parts(site.current(), visitors.speaker()))
