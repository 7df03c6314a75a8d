"""A tablet or a phone: joined to a ticket by a code, led on its way, and cleared.

What it asks is the interview, page for page. The desk is told a number and a part, and at the end
the sealed answers.
"""

from flask import Blueprint, Response, g, request

from interview.desk.pages.frame import LOST_FORM, desk_page, refused_to
from interview.desk.pages.front import (
    DEVICE,
    current_desk,
    device,
    handed_label,
    join_device,
    part_device,
)
from interview.desk.rights import Refused
from interview.desk.tickets import Ticket
from interview.web import (
    ASK,
    CONCLUDE,
    RESUME,
    START,
    TOKEN_FIELD,
    Visit,
    begun,
    carried,
    current_site,
    current_visits,
    forget_slip,
    kept_slip,
    new_chance,
    overwrite,
    position_of,
    refuse,
    requested,
    see_other,
    set_cookie,
    show,
)

blueprint = Blueprint("devices", __name__)
TICKET, HANDED = "/ticket", "/handed"
CODE = "code"
_LONGEST_CODE = 200
# What only a device with a ticket gets.
_NEEDS_TICKET = frozenset((START, ASK, CONCLUDE, RESUME))
_AT_QUESTIONS = "interview"
_SIGNED = frozenset(("leaving", "done"))


@blueprint.get(TICKET)
def ticket_page() -> Response:
    """Ask for the code that joins this device to a ticket."""
    say = requested().say
    say.chance = say.chance or new_chance()
    return desk_page("ticket.html", token=current_visits().start_token(say.chance))


@blueprint.post(TICKET)
def join() -> Response:
    """Join this device to a ticket; an earlier visit here is over."""
    posted, chance = request.form.get(TOKEN_FIELD, ""), requested().say.chance
    if not chance or not current_visits().is_start_token(posted, chance):
        return refuse(LOST_FORM, TICKET)
    try:
        token, _ = current_desk().accept(request.form.get(CODE, "")[:_LONGEST_CODE])
    except Refused as refused:
        return refused_to(TICKET, refused)
    return join_device(cleared(see_other(START)), token)


def joined_here(token: str) -> Response:
    """Begin a visit on this device for its ticket, to type in what stands on paper."""
    site, say = current_site(), requested().say
    who = {site.content.desk.review.who_answers: "client"}
    response = begun(site.reader.read_all(who)[0], ASK)
    say.is_compact, say.from_paper = True, True
    return join_device(show(response), token)


@blueprint.before_app_request
def lead() -> Response | None:
    """Lead a device without a ticket to where it gets one, and one that is done to its slip."""
    path = request.path
    if path not in _NEEDS_TICKET:
        return None
    standing, visit = device(), requested().visit
    if path == START and request.method == "GET" and (visit or requested().has_ended):
        return cleared_for_the_next()
    if standing is None:
        if visit is None or not kept_slip():
            return see_other(TICKET)
        # Handed in: what a lawyer has gone through opens on the person's own phone.
        return None if path == CONCLUDE and not hides_result() else see_other(HANDED)
    if path in (ASK, CONCLUDE) and visit:
        return _at_questions(standing.number or 0, visit)
    return None


def _at_questions(number: int, visit: Visit) -> Response | None:
    """Tell the desk how far a device has come; lead it on where its questions are over."""
    standing = device()
    assert standing is not None
    found = _ticket(number)
    if found is None or found.state != _AT_QUESTIONS:
        return see_other(HANDED)
    if request.method != "GET":
        return None
    position = position_of(visit)
    if request.path == CONCLUDE:
        # The steps open when the visit is handed in; a slip to go on with may be taken before.
        return None if requested().say.paper or not hides_result() else see_other(ASK)
    shown = position.shown if position.shown in position.pages else position.onward
    parts = len(position.site.parts)
    part = parts if shown == position.check else position.part_of(shown) + 1
    current_desk().progress(number, part, parts)
    return None


def ticket_label() -> str:
    """Return the number and the word of this device's ticket; empty where it has none."""
    standing = device()
    if standing is None or standing.number is None:
        return ""
    found = _ticket(standing.number)
    return f"{found.number} · {found.word}" if found else ""


def _ticket(number: int) -> Ticket | None:
    """Return the ticket of this device as it stands; it is read once for a page."""
    if "own_ticket" not in g:
        g.own_ticket = current_desk().one(number)
    own: Ticket | None = g.own_ticket
    return own


def hides_result() -> bool:
    """Say whether a lawyer goes through the result before it opens on this device."""
    if current_desk().plan.results == "at_once":
        return False
    number = _own_number()
    found = _ticket(number)
    return found is None or found.state not in _SIGNED


def _own_number() -> int:
    """The number of this device's ticket, also after it was handed in; 0 where it has none."""
    standing = device()
    if standing is not None and standing.number is not None:
        return standing.number
    written = handed_label().partition(" ")[0]
    return int(written) if written.isascii() and written.isdigit() else 0


def cleared_for_the_next() -> Response:
    visit = requested().visit
    if visit:
        current_visits().end(visit.id)
    if device():
        current_desk().leave(carried(DEVICE))
    return part_device(cleared(see_other(TICKET)))


def cleared(response: Response) -> Response:
    """Take a visit and its slip out of a browser."""
    return set_cookie(forget_slip(overwrite(response)), "visit", "")
