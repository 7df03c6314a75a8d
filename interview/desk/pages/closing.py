"""Closing the day, and what is left of it: nothing of a person."""

from flask import Blueprint, Response, abort

from interview.desk.pages.frame import desk_page
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.printing import sent_pdf
from interview.desk.pages.stations import ENTER, Deed, Station
from interview.desk.papers import DeskOrder, Proof, proof_pdf
from interview.desk.rights import Standing
from interview.web.site import current_site
from interview.web.visit import current_speaker, see_other

bp = Blueprint("desk_proof", __name__)
CLOSED = "closed"


def show(standing: Standing) -> Response:
    """Show who is still inside, what would be counted, and the way to close."""
    desk = current_desk()
    return desk_page(
        "close.html",
        inside=desk.inside(standing),
        preview=desk.preview(standing),
        states={one.id: one.name for one in current_site().content.desk.moves.states},
    )


def begin(standing: Standing) -> Response | None:
    """Begin to close: nobody is called any more."""
    current_desk().begin_closing(standing)
    return None


def reopen(standing: Standing) -> Response | None:
    """Go on with the day."""
    current_desk().reopen_day(standing)
    return None


def close(standing: Standing) -> Response | None:
    """Drop the key, empty the lists, and show what is left."""
    current_desk().close(standing)
    current_front().forget_all()
    return see_other(ENTER)


def left_page() -> Response:
    """Show what is left of a closed day; there is nothing in it to keep from anybody."""
    return desk_page("left_over.html", left=current_desk().left_over())


@bp.get("/desk-proof")
def proof() -> Response:
    """The page of what is left, as a paper to sign."""
    desk, site = current_desk(), current_site()
    if desk.state != CLOSED:
        abort(404)
    left, tongue = desk.left_over(), current_speaker().tongue
    order = DeskOrder(site.content, tongue, is_practice=desk.is_practice)
    tallies = [(f"{line.what}: {line.which}".strip(": "), line.told)
               for line in left.published.lines]  # fmt: skip
    tables = [(name, rows, "") for name, rows in left.tables]
    return sent_pdf(lambda: proof_pdf(order, Proof(desk.now(), tables, tallies)))


CLOSE = Station(
    "/desk-close",
    "close",
    show,
    {
        "begin": Deed("close", begin),
        "back": Deed("close", reopen),
        "close": Deed("close", close),
    },
    "closing",
)
