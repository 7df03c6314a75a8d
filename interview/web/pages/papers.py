"""Papers as files: made when they are asked for, sent, and kept nowhere."""

import datetime
from functools import lru_cache

from flask import Blueprint, Response, abort

from interview.paper import KINDS, Busy, NoPaper, NoPress, Order, has_press
from interview.screening import letter_asks
from interview.web.pages.notices import BUSY, NO_PAPER, notice
from interview.web.pages.shown import known
from interview.web.protection import padded_file
from interview.web.site import Site, current_site
from interview.web.visit import (
    CONCLUDE,
    Position,
    current_speaker,
    refuse,
    render_page,
    requested,
    see_other,
    show,
)

bp = Blueprint("papers", __name__)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Each paper of a person as a file: its sort, a name that says nothing of anybody, and the size to
# which it is filled up: that of the longest that was seen, and some room.
FILES = {
    "checklist": (".pdf", "papers", 196_608),
    "chronology": (".pdf", "days", 65_536),
    "letter": (".docx", "draft", 65_536),
}
MEDIA = {".pdf": "application/pdf", ".docx": DOCX}
# What a clinic prints before anybody comes.
BLANK = {"questions": "blank", "papers": "checklist"}


def papers_page(position: Position) -> Response:
    """The papers that can be had of this visit, each with what it is for."""
    asks = letter_asks(position.site.content, position.result)
    return render_page("papers.html", asks=asks, files=FILES, back=CONCLUDE, notice=notice())


def paper_file(position: Position) -> Response:
    """Make a paper of the visit and send it; the address then shows the steps again."""
    say, site = requested().say, position.site
    kind, ask, say.paper = say.paper, say.ask, "papers"
    suffix, name, size = FILES[kind]
    asks = letter_asks(site.content, position.result)
    chosen = asks[ask].id if kind == "letter" and ask < len(asks) else None
    order = Order(site.screening, current_speaker().tongue, site.settings.today(), position.result,
                  ask=chosen)  # fmt: skip
    try:
        made = KINDS[kind].make[suffix](order)
    except (NoPaper, Busy) as error:
        return show(refuse(BUSY if isinstance(error, Busy) else NO_PAPER, CONCLUDE))
    except NoPress:
        # No page offers it.
        abort(404)
    return show(_sent(padded_file(made, size), suffix, name))


@bp.get("/paper/questions/<language>")
def blank_questions(language: str) -> Response:
    """The questions on paper, the same for everybody."""
    return _blank_paper("questions", language)


@bp.get("/paper/papers/<language>")
def blank_list(language: str) -> Response:
    """The list of papers to gather, blank."""
    return _blank_paper("papers", language)


def _blank_paper(wanted: str, language: str) -> Response:
    site = current_site()
    # A language that lacks texts, or letters that our fonts have not, is for the screen only.
    if known(language) in site.languages and not site.listed[language].complete:
        return see_other("/about")
    if not has_press():
        abort(404)
    try:
        made = _blank(site, wanted, language, site.settings.today())
    except Busy:
        abort(503)
    return _sent(made, ".pdf", f"{wanted}-{language}")


@lru_cache(maxsize=8)
def _blank(site: Site, wanted: str, language: str, today: datetime.date) -> bytes:
    """Made once a day: what is said may hang on it."""
    tongue = site.speakers[language, "self"].tongue
    return KINDS[BLANK[wanted]].make[".pdf"](Order(site.screening, tongue, today))


def _sent(made: bytes, suffix: str, name: str) -> Response:
    response = Response(made, mimetype=MEDIA[suffix])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}{suffix}"'
    return response
