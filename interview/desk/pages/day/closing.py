"""Closing the day, and what is left of it: nothing of a person."""

from flask import Blueprint, Response, abort

from interview.desk.pages.day.printing import sent_pdf
from interview.desk.pages.frame import desk_page
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.stations import ENTER, Act, DeskStation
from interview.desk.papers import DeskOrder, Proof, proof_pdf
from interview.desk.rights import Standing
from interview.desk.tallies import Published, PublishedLine
from interview.web import Site, current_site, current_speaker, see_other

blueprint = Blueprint("desk_proof", __name__)
CLOSED, CLOSING = "closed", "closing"


def _show(standing: Standing) -> Response:
    """Show who is still inside, what would be counted, and the way to close."""
    desk = current_desk()
    preview = desk.preview(standing) if desk.state == CLOSING else None
    return desk_page(
        "close.html",
        inside=desk.inside(standing),
        preview=preview,
        told=told_lines(preview) if preview else [],
        states={one.id: one.name for one in current_site().content.desk.moves.states},
    )


def _begin(standing: Standing) -> Response | None:
    """Begin to close: nobody is called any more."""
    current_desk().begin_closing(standing)
    return None


def reopen(standing: Standing) -> Response | None:
    """Go on with the day."""
    current_desk().resume(standing)
    return None


def _close(standing: Standing) -> Response | None:
    """Drop the key, empty the lists, and show what is left."""
    current_desk().close(standing)
    current_front().forget_all()
    return see_other(ENTER)


def told_lines(published: Published) -> list[tuple[str, str]]:
    """Return what is told of the day, in the reader's words: what, and how many."""
    say, which = current_speaker().plain, _which(current_site())
    words = current_site().content.desk.tickets.tally

    def what(line: PublishedLine) -> str:
        named = which.get(line.which, line.which)
        return ": ".join(filter(None, (say(getattr(words, line.what)), named)))

    def told(line: PublishedLine) -> str:
        low, _, high = line.told.partition("-")
        if line.what == "waits":
            return say(words.minutes).format(low=low, high=high)
        if line.told in ("0", "1-4"):
            return say(words.zero if line.told == "0" else words.few)
        return say(words.about).format(count=line.told) if line.told.isdigit() else line.told

    return [(what(line), told(line)) for line in published.lines]


def _which(site: Site) -> dict[str, str]:
    """The words of languages, urgencies, outcomes and shares, by id."""
    say, desk = current_speaker().plain, site.content.desk
    return {
        **{one: site.listed[one].name for one in site.languages},
        **{name: say(text) for name, text in desk.queue.urgencies.items()},
        **{one.id: say(one.label) for one in desk.sign_off.outcomes},
        "half": say(desk.tickets.tally.half),
        "tenth": say(desk.tickets.tally.tenth),
    }


def left_page() -> Response:
    """Show what is left of a closed day; there is nothing in it to keep from anybody."""
    left = current_desk().left_over()
    return desk_page("left_over.html", left=left, told=told_lines(left.published))


@blueprint.get("/desk-proof")
def proof() -> Response:
    """The page of what is left, as a paper to sign."""
    desk, site = current_desk(), current_site()
    if desk.state != CLOSED:
        abort(404)
    left, tongue = desk.left_over(), current_speaker().tongue
    order = DeskOrder(site.content, tongue, is_practice=desk.is_practice)
    tallies = tuple(told_lines(left.published))
    tables = tuple((name, rows, "") for name, rows in left.tables)
    return sent_pdf(lambda: proof_pdf(order, Proof(desk.now(), tables, tallies)))


CLOSE = DeskStation(
    "/desk-close",
    "close",
    _show,
    {
        "begin": Act("close", _begin),
        "back": Act("resume", reopen),
        "close": Act("close", _close),
    },
    "closing",
)
