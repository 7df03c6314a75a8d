"""Where a reviewer calls the next person: nobody picks from a list."""

from flask import Response, request

from interview.desk.pages.frame import desk_page, see_station
from interview.desk.pages.front import current_desk
from interview.desk.pages.hall.floor import OUT
from interview.desk.pages.stations import Act, DeskStation, posted_number
from interview.desk.rights import Standing
from interview.web import current_site

CALLING_ADDRESS, REVIEW_ADDRESS = "/desk-reviews", "/desk-review"
CONFLICT = "conflict"


def _show(standing: Standing) -> Response:
    """Show the reviewer's own ticket, or who may be called."""
    desk = current_desk()
    mine = desk.mine(standing)
    return desk_page(
        "reviews.html",
        renews=mine is None,
        mine=mine,
        has_visit=mine is not None and desk.has_visit(mine.number),
        waiting=desk.waiting(standing),
        urgencies=current_site().content.desk.queue.urgencies,
        may_look_second=desk.may(standing, "call_second_look"),
    )


def call(standing: Standing) -> Response | None:
    """Call the next person whom this slot may take."""
    current_desk().call_next(standing)
    return None


def call_second(standing: Standing) -> Response | None:
    """Call the next person who waits for a second look."""
    current_desk().call_second_look(standing)
    return None


def open_review(standing: Standing) -> Response:
    """The person is here: the number comes off the wall, and the review opens."""
    current_desk().seated(standing, posted_number())
    return see_station(REVIEW_ADDRESS)


def call_again(standing: Standing) -> Response | None:
    """Put the number on the wall once more."""
    current_desk().call_again(standing, posted_number())
    return None


def not_there(standing: Standing) -> Response | None:
    """Go on with somebody else; the place in line is kept."""
    current_desk().not_there(standing, posted_number())
    return None


def give_back(standing: Standing) -> Response | None:
    """Give a ticket back; with a conflict it never comes to this slot again."""
    is_conflict = request.form.get(CONFLICT) == "1"
    current_desk().give_back(standing, posted_number(), is_conflict)
    return None


CALLING = DeskStation(
    CALLING_ADDRESS,
    "call_next",
    _show,
    {
        "call": Act("call_next", call),
        "second": Act("call_second_look", call_second),
        "open": Act("open_visit", open_review, has_number=True),
        "again": Act("call_again", call_again, has_number=True),
        "away": Act("not_there", not_there, has_number=True),
        "back": Act("give_back", give_back, has_number=True, fields=frozenset((CONFLICT,))),
        **OUT,
    },
    "reviews",
)
