"""The helpers' board: numbers, tables and progress; never an answer, and never a result."""

from flask import Response, request

from interview.desk.pages.devices import joined_here
from interview.desk.pages.frame import desk_page
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.hall.door import invite, invited
from interview.desk.pages.stations import Act, DeskStation, posted_number
from interview.desk.rights import Standing, may
from interview.web import current_site

PLACE = "place"
_AT_QUESTIONS = ("arrived", "interview")


def _show(standing: Standing) -> Response:
    """Show who is at the questions, hands first, and who waits."""
    desk, chosen = current_desk(), current_front().chosen(standing)
    words = current_site().content.desk
    rows = sorted(desk.inside(standing), key=lambda one: (not one.sign.hand, one.ticket.number))
    return desk_page(
        "floor.html",
        renews=True,
        at_questions=[one for one in rows if one.ticket.state in _AT_QUESTIONS],
        others=[one for one in rows if one.ticket.state not in _AT_QUESTIONS],
        may_at=lambda action, state: may(words, standing, action, words.moves.state(state).station),
        number=chosen.number,
        code=chosen.code,
        states={one.id: one.name for one in current_site().content.desk.moves.states},
    )


def lower_hand(standing: Standing) -> Response | None:
    """Take a raised hand down: somebody has helped."""
    current_desk().raise_hand(standing, posted_number(), False)
    current_front().hands.discard(posted_number())
    return None


def type_in(standing: Standing) -> Response:
    """Join this browser to a ticket, to type in what was marked on paper."""
    token, _ = current_desk().accept(invited(standing, posted_number()))
    return joined_here(token)


def set_place(standing: Standing) -> Response | None:
    """Say at which table somebody sits."""
    current_desk().set_place(standing, posted_number(), request.form.get(PLACE, "").strip())
    return None


def set_left(standing: Standing) -> Response | None:
    """Somebody went away: nothing of the answers stays."""
    current_desk().set_left(standing, posted_number())
    return None


def set_stopped(standing: Standing) -> Response | None:
    """Somebody wants everything erased: it is, at once."""
    current_desk().set_stopped(standing, posted_number())
    return None


def reopen(standing: Standing) -> Response | None:
    """Let somebody who waits go back to the questions."""
    current_desk().reopen(standing, posted_number())
    return None


# Out of the queue: the same deeds at each station that may do them.
OUT = {
    "left": Act("set_left", set_left, has_number=True),
    "stopped": Act("set_stopped", set_stopped, has_number=True),
}
BACK = {"back": Act("reopen", reopen, has_number=True)}
FLOOR = DeskStation(
    "/desk-floor",
    "join_device",
    _show,
    {
        "lower": Act("raise_hand", lower_hand, has_number=True),
        "code": Act("join_device", invite, has_number=True),
        "paper": Act("join_device", type_in, has_number=True),
        "place": Act("set_place", set_place, has_number=True, fields=frozenset((PLACE,))),
        **OUT,
        **BACK,
    },
    "floor",
)
