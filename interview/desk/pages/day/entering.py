"""Where somebody of the team enters with a card, and leaves; it is the same address for all."""

from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from interview.desk.pages.day.closing import CLOSED, left_page
from interview.desk.pages.frame import (
    LOST_FORM,
    desk_page,
    own_station,
    refused_to,
    see_station,
)
from interview.desk.pages.front import (
    BEFORE,
    DEVICE,
    current_desk,
    current_front,
    device,
    let_in,
    let_out,
    part_device,
    staff,
    staff_token,
)
from interview.desk.pages.stations import ENTER
from interview.desk.rights import Refused
from interview.web import TOKEN_FIELD, carried, current_visits, new_chance, refuse, requested

blueprint = Blueprint("desk", __name__)
CODE, KEY, LEAVE = "code", "key", "leaving.leave"
_LONGEST_CODE = 200


@blueprint.get(ENTER)
def entry() -> Response:
    """Ask for a card, or lead whoever is here to a station; of a closed day say what is left."""
    if current_desk().state == CLOSED:
        return left_page()
    standing = staff()
    own = own_station(standing) if standing else None
    if own and not requested().note:
        return see_station(own)
    say = requested().say
    say.chance = say.chance or new_chance()
    token = "" if own else current_visits().start_token(say.chance)
    is_locked = not current_desk().is_unlocked
    return desk_page("enter.html", token=token or None, own=own, is_locked=is_locked)


@blueprint.post(ENTER)
def enter() -> Response:
    """Take a card in. Its form belongs to this browser: nobody enters for somebody else."""
    posted, chance = request.form.get(TOKEN_FIELD, ""), requested().say.chance
    if not chance or not current_visits().is_start_token(posted, chance):
        return refuse(LOST_FORM, ENTER)
    try:
        if KEY in request.form:
            current_desk().unlock(request.form[KEY][:_LONGEST_CODE])
            return see_station(ENTER)
        code = request.form.get(CODE, "")[:_LONGEST_CODE]
        token, _ = current_desk().enter(code, carried(BEFORE) or None)
    except Refused as refused:
        return refused_to(ENTER, refused)
    return let_in(see_station(ENTER), token)


def refused(error: HTTPException) -> AnyResponse:
    """Lead a post that cannot be read back to the entry; a page answers it, and never the post."""
    if isinstance(error.response, AnyResponse):
        return error.response
    if request.method == "POST":
        return refuse(LOST_FORM, ENTER)
    return desk_page("refused.html", status=error.code or 500)


blueprint.register_error_handler(HTTPException, refused)


def end_sessions() -> None:
    """Before somebody leaves: end the sessions that this browser has, of card and of ticket."""
    if request.endpoint != LEAVE:
        return
    for standing, token in ((staff(), staff_token()), (device(), carried(DEVICE))):
        if standing:
            current_front().forget(standing)
            current_desk().leave(token)


def after_leaving(response: Response) -> Response:
    """Take every token out of a browser that leaves."""
    if request.endpoint != LEAVE:
        return response
    return part_device(let_out(response))
