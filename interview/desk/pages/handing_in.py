"""The end of the questions on a device: handed in, thanked with a slip, cleared for the next."""

from flask import Response, request

from interview.desk.pages.devices import (
    HANDED,
    TICKET,
    blueprint,
    cleared_for_the_next,
    hides_result,
    ticket_label,
)
from interview.desk.pages.frame import LOST_FORM, desk_page, refused_to
from interview.desk.pages.front import (
    current_desk,
    current_front,
    device,
    handed_label,
    keep_handed,
)
from interview.desk.pages.review.person import queue_place
from interview.desk.review import before_review
from interview.desk.rights import Refused
from interview.paper import qr_svg, slip_text
from interview.screening import Carried, PackingError
from interview.web import (
    ASK,
    TOKEN_FIELD,
    Position,
    bound_form,
    current_language,
    current_speaker,
    current_visits,
    keep_slip,
    kept_slip,
    position_of,
    refuse,
    refuse_strange_fields,
    requested,
    required_visit,
    see_other,
)

HAND_IN, CLEAR, HAND = "/hand-in", "/clear", "/hand"
# Time to take a picture of the slip; then a shared screen clears itself.
SECONDS_TO_LOOK = 180


@blueprint.post(HAND_IN)
def hand_in() -> Response:
    """Hand the answers over: sealed, to the memory of the desk and to a slip."""
    visit, standing = required_visit(), device()
    bound_form(visit)
    refuse_strange_fields(())
    position = position_of(visit)
    if standing is None or standing.number is None or position.first_open is not None:
        return see_other(ASK)
    try:
        packed = packed_visit(position)
        label = ticket_label()
        place = queue_place(position.site, position.result)
        sealed = current_desk().finish(standing, standing.number, packed, *place)
    except PackingError:
        return refuse(LOST_FORM, ASK)
    except Refused as refused:
        return refused_to(HANDED, refused)
    return keep_handed(keep_slip(see_other(HANDED), slip_text(sealed)), label)


def packed_visit(position: Position) -> bytes:
    """Return the answers of a visit in their few bytes; raise PackingError."""
    visit = position.visit
    whole = Carried(visit.answers, current_language(), visit.voice)
    return position.site.slips.packing.pack(whole)


@blueprint.get(HANDED)
def handed() -> Response:
    """Thank the person, and show the slip and what can be said before a lawyer has looked."""
    visit, slip = requested().visit, kept_slip()
    if visit is None or not slip:
        return see_other(TICKET)
    position = position_of(visit)
    speaker = current_speaker()
    own = speaker.in_both(
        lambda one: before_review(position.site.screening, position.result, one.tongue)
    )
    return desk_page(
        "handed.html",
        token=current_visits().form_token(visit),
        slip=slip,
        picture=qr_svg(slip),
        own=own,
        opens=not hides_result(),
        look=SECONDS_TO_LOOK,
        ticket_here=handed_label(),
    )


@blueprint.post(CLEAR)
def clear() -> Response:
    """Clear this device for the next person."""
    posted = request.form.get(TOKEN_FIELD, "")
    form = current_visits().read_form_token(posted)
    visit = requested().visit
    if visit and (form is None or form.id != visit.id):
        return refuse(LOST_FORM, TICKET)
    return cleared_for_the_next()


@blueprint.post(HAND)
def raise_hand() -> Response:
    """Ask for a helper, or take that back."""
    visit, standing = required_visit(), device()
    bound_form(visit)
    if standing and standing.number:
        is_up = request.form.get("up") == "1"
        current_desk().raise_hand(standing, standing.number, is_up)
        hands = current_front().hands
        (hands.add if is_up else hands.discard)(standing.number)
    return see_other(ASK)


def is_hand_up() -> bool:
    """Say whether this device asks for a helper."""
    standing = device()
    return standing is not None and standing.number in current_front().hands
