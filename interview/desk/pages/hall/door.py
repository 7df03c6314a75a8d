"""The door: a number for each person, three questions, and how full the room is."""

from flask import Response, request

from interview.desk.pages.frame import desk_page
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.stations import Act, DeskStation, posted_number
from interview.desk.rights import Standing
from interview.paper import qr_svg
from interview.web import current_site

LANGUAGE, YES, PLACE, SPARE, WORD = "language", "yes-", "place", "spare", "word"
_QUARTER = 15
_WAITING = frozenset(("waiting", "second_look"))


def _show(standing: Standing) -> Response:
    """Show the form of the next ticket, the last one given, and how long people wait."""
    desk, chosen = current_desk(), current_front().chosen(standing)
    inside = desk.inside(standing)
    waits = [seen.minutes for seen in inside if seen.ticket.state in _WAITING]
    low = max(waits) // _QUARTER * _QUARTER if waits else None
    given = desk.ticket(standing, chosen.number) if chosen.number else None
    return desk_page(
        "door.html",
        asked=current_site().content.desk.tickets,
        languages_here=[one for one in current_site().languages if one in desk.plan.languages],
        given=given,
        code=chosen.code,
        picture=qr_svg(chosen.code.upper()) if given and chosen.code else "",
        inside=len(inside),
        unseen=desk.unseen(standing),
        longest=None if low is None else (low, low + _QUARTER),
    )


def give(standing: Standing) -> Response | None:
    """Give a ticket, and a code with which a tablet or a phone begins with it."""
    desk, chosen = current_desk(), current_front().chosen(standing)
    form = request.form
    yes = [name.removeprefix(YES) for name, said in form.items()
           if name.startswith(YES) and said == "1"]  # fmt: skip
    spare, word = form.get(SPARE, "").strip(), form.get(WORD, "").strip()
    number = int(spare) if spare.isascii() and spare.isdigit() else None
    ticket = desk.arrive(
        standing,
        form.get(LANGUAGE, ""),
        yes,
        form.get(PLACE, "").strip(),
        number,
        word if number else "",
    )
    chosen.number, chosen.code = ticket.number, invited(standing, ticket.number)
    return None


def invited(standing: Standing, number: int) -> str:
    """Return a code with which one device begins with a ticket, once and soon."""
    desk = current_desk()
    code = desk.invite(standing, number)
    if desk.ticket(standing, number).state == desk.content.desk.moves.starts:
        desk.begin(standing, number)
    return code


def invite(standing: Standing) -> Response | None:
    """Make another code for a ticket."""
    chosen, number = current_front().chosen(standing), posted_number()
    chosen.number, chosen.code = number, invited(standing, number)
    return None


def mark_now(standing: Standing) -> Response | None:
    """Put a ticket first: something presses now."""
    current_desk().mark_now(standing, posted_number())
    return None


DOOR = DeskStation(
    "/desk-door",
    "give_ticket",
    _show,
    {
        "give": Act("give_ticket", give, fields=frozenset((LANGUAGE, YES, PLACE, SPARE, WORD))),
        "code": Act("join_device", invite, has_number=True),
        "now": Act("mark_now", mark_now, has_number=True),
    },
    "door",
)
