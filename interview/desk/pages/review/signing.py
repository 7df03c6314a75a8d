"""The sign-off: choices only; the name is written with a pen."""

import json
from collections.abc import Mapping, Sequence

from flask import Response, request

from interview.desk.pages.frame import desk_page, see_station
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.review.calling import CALLING_ADDRESS
from interview.desk.pages.review.person import person_of
from interview.desk.pages.review.reviewing import held
from interview.desk.pages.stations import DEED, Act, DeskStation
from interview.desk.review import changes
from interview.desk.rights import Standing
from interview.desk.sign_off import SignOff, SignOffError, read_sign_off, sign_off_form
from interview.web import TOKEN_FIELD, current_site, current_speaker

SIGN_ADDRESS = "/desk-sign"


def _show(standing: Standing) -> Response:
    """Show the choices of a sign-off, and what changed above them."""
    desk = current_desk()
    if desk.mine(standing) is None:
        return see_station(CALLING_ADDRESS)
    number, person = held(standing)
    screening, chosen = current_site().screening, current_front().chosen(standing)
    speaker, before = current_speaker(), person_of(chosen.before).result
    first = sign_off_of(desk.rest_of(standing, number))
    return desk_page(
        "sign.html",
        form=speaker.in_both(lambda s: sign_off_form(screening, person.result, s.tongue)),
        changed=speaker.in_both(lambda s: changes(screening, before, person.result, s.tongue)),
        typed=chosen.typed or (_as_in_form(first) if first else {}),
        mistakes=chosen.mistakes,
        is_second=first is not None,
        mine=desk.ticket(standing, number),
        has_open=person.position.first_open is not None,
    )


def sign_off_of(rest: bytes | None) -> SignOff | None:
    """Return the choices that were signed; None where nothing was."""
    if rest is None:
        return None
    found = json.loads(rest)
    pairs = tuple((flag, why) for flag, why in found["not_right"])
    many = {name: tuple(found[name]) for name in ("papers", "hand_over")}
    return SignOff(**{**found, **many, "not_right": pairs})


def _as_in_form(first: SignOff) -> Mapping[str, Sequence[str]]:
    """What the first signature chose; whether a second one agrees is asked anew."""
    found = {name: [said] if isinstance(said, str) else list(said)
             for name, said in first.to_dict().items()}  # fmt: skip
    return {name: said for name, said in found.items()
            if name not in ("agreed", "not_right", "second_look")}  # fmt: skip


def sign(standing: Standing) -> Response:
    """Sign off: the ticket goes to the exit, or to a second look."""
    desk, words = current_desk(), current_site().content.desk.sign_off
    number, person = held(standing)
    chosen, tongue = current_front().chosen(standing), current_speaker().tongue
    form = sign_off_form(current_site().screening, person.result, tongue)
    beside = (TOKEN_FIELD, DEED)
    posted = {name: values for name, values in request.form.lists() if name not in beside}
    try:
        found = read_sign_off(words, form, posted, tongue)
    except SignOffError as error:
        chosen.typed, chosen.mistakes = posted, error.mistakes
        return see_station(SIGN_ADDRESS)
    is_agreed = found.agreed in ("", words.agreed[0].id)
    rest = json.dumps(found.to_dict()).encode()
    desk.sign(standing, number, found.outcome, is_agreed, bool(found.second_look), rest)
    current_front().forget(standing)
    return see_station(CALLING_ADDRESS)


SIGN = DeskStation(SIGN_ADDRESS, "sign", _show, {"sign": Act("sign", sign, fields=None)})
