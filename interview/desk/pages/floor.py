"""The helpers' board: numbers, tables and progress; never an answer, and never a result."""

from flask import Response, request

from interview.desk.rights import Standing
from interview.desk.pages.devices import joined_here
from interview.desk.pages.door import invite
from interview.desk.pages.frame import desk_page
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.stations import Deed, Do, Station, posted_number
from interview.web.site import current_site

PLACE = "place"
_AT_QUESTIONS = ("arrived", "interview")


def show(standing: Standing) -> Response:
    """Show who is at the questions, hands first, and who waits."""
    desk, chosen = current_desk(), current_front().chosen(standing)
    rows = sorted(desk.inside(standing), key=lambda one: (not one.hand, one.ticket.number))
    return desk_page(
        "floor.html",
        renews=True,
        at_questions=[one for one in rows if one.ticket.state in _AT_QUESTIONS],
        others=[one for one in rows if one.ticket.state not in _AT_QUESTIONS],
        number=chosen.number,
        code=chosen.code,
        states={one.id: one.name for one in current_site().content.desk.moves.states},
    )


def lower_hand(standing: Standing) -> Response | None:
    """Take a raised hand down: somebody has helped."""
    current_desk().raise_hand(standing, posted_number(), False)
    return None


def type_in(standing: Standing) -> Response:
    """Join this browser to a ticket, to type in what was marked on paper."""
    token, _ = current_desk().accept(current_desk().invite(standing, posted_number()))
    return joined_here(token)


def set_place(standing: Standing) -> Response | None:
    """Say at which table somebody sits."""
    current_desk().set_place(standing, posted_number(), request.form.get(PLACE, "").strip())
    return None


def moved(state: str) -> Do:
    """Return the deed that moves a ticket to a state."""

    def move(standing: Standing) -> Response | None:
        current_desk().move(standing, posted_number(), state)
        return None

    return move


FLOOR = Station(
    "/desk-floor",
    "join_device",
    show,
    {
        "lower": Deed("raise_hand", lower_hand, has_number=True),
        "code": Deed("join_device", invite, has_number=True),
        "paper": Deed("join_device", type_in, has_number=True),
        "place": Deed("set_place", set_place, has_number=True, fields=frozenset((PLACE,))),
        "left": Deed("set_left", moved("left"), has_number=True),
        "stopped": Deed("set_stopped", moved("stopped"), has_number=True),
        "back": Deed("reopen", moved("interview"), has_number=True),
    },
    "floor",
)
