"""The coordinator's board: people by state, waits, what hangs, cards and sessions; no answer."""

from flask import Response, request

from interview.desk.pages.frame import desk_page
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.hall.floor import BACK, OUT
from interview.desk.pages.stations import Act, DeskStation, Do, posted_number
from interview.desk.rights import Standing
from interview.web import current_site

BOARD_ADDRESS = "/desk-board"
SLOT, ID, MINUTES = "slot", "id", "60"


def _show(standing: Standing) -> Response:
    """Show the whole day in numbers."""
    desk, chosen, content = current_desk(), current_front().chosen(standing), current_site().content
    card, chosen.card = chosen.card, None
    return desk_page(
        "board.html",
        renews=card is None,
        board=desk.board(standing),
        inside=desk.inside(standing),
        cards=desk.cards(standing),
        sessions=desk.sessions(standing),
        card=card,
        states={one.id: one.name for one in content.desk.moves.states},
        urgencies=content.desk.queue.urgencies,
        why=content.desk.queue.hanging,
    )


def _of_the_day(name: str) -> Do:
    """Return the deed that changes the state of the day."""

    def change(standing: Standing) -> Response | None:
        getattr(current_desk(), name)(standing)
        return None

    return change


def extend(standing: Standing) -> Response | None:
    """Put the end of the day off by an hour: once."""
    current_desk().extend(standing, int(MINUTES))
    return None


def hand_over(standing: Standing) -> Response | None:
    """Hand a ticket to another reviewer, or put it back in line."""
    slot = request.form.get(SLOT, "")
    to = int(slot) if slot.isascii() and slot.isdigit() else None
    current_desk().hand_over(standing, posted_number(), to)
    return None


def issue(standing: Standing) -> Response | None:
    """Make a new card for a slot: it is shown once, and the old one opens nothing."""
    slot = request.form.get(SLOT, "")
    if slot.isascii() and slot.isdigit():
        card = current_desk().issue_card(standing, int(slot))
        current_front().chosen(standing).card = card
    return None


def end(standing: Standing) -> Response | None:
    """End somebody's session."""
    current_desk().end_session(standing, request.form.get(ID, ""))
    return None


BOARD = DeskStation(
    BOARD_ADDRESS,
    "see_board",
    _show,
    {
        "pause": Act("pause", _of_the_day("pause")),
        "resume": Act("resume", _of_the_day("resume")),
        "extend": Act("extend", extend),
        "hand_over": Act("hand_over", hand_over, has_number=True, fields=frozenset((SLOT,))),
        "card": Act("issue_card", issue, fields=frozenset((SLOT,))),
        "end": Act("end_session", end, fields=frozenset((ID,))),
        **OUT,
        **BACK,
    },
    "board",
)
