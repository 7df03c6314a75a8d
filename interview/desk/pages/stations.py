"""Stations: what each shows, what can be done there, and which right each of it needs.

One address a station. What is done is a POST of its form with the name of the deed; every POST
answers 303. A deed that no station names is no deed, and a right that no role has opens nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flask import Blueprint, Response, abort, request

from interview.desk.pages.frame import LOST_FORM, refusal_page, refused_to, see_station
from interview.desk.pages.front import (
    current_desk,
    current_front,
    is_form_token,
    must_here,
    staff,
)
from interview.desk.rights import Refused, Standing
from interview.web import TOKEN_FIELD, refuse

ENTER, DEED, NUMBER = "/desk", "do", "number"
# Longer than a slip with blanks between its groups.
_LONGEST_VALUE = 4_000
# After these a ticket is nobody's, or somebody else's.
_OUT_OF_HANDS = frozenset(
    ("give_back", "hand_over", "let_go", "not_there", "reopen", "set_left", "set_stopped")
)
Show = Callable[[Standing], Response]
Do = Callable[[Standing], Response | None]


@dataclass(frozen=True)
class Act:
    """What can be done at a station: the action that it is in the table of rights, and how.

    `has_number`: it is done with a ticket, whose number stands in the form. `fields`: what else
    may stand there, a name or the beginning of several; None where the deed itself looks.
    """

    action: str
    do: Do
    has_number: bool = False
    fields: frozenset[str] | None = frozenset()


@dataclass(frozen=True)
class DeskStation:
    """A page of the team: its address, the right that opens it, and its deeds by name."""

    address: str
    action: str
    show: Show
    deeds: Mapping[str, Act] = field(default_factory=dict)
    name: str = ""


def add_station(blueprint: Blueprint, station: DeskStation) -> None:
    """Give a station its address."""

    def see() -> Response:
        standing = staff()
        if standing is None:
            return see_station(ENTER)
        try:
            must_here(standing, station.action)
            return station.show(standing)
        except Refused as refused:
            return refusal_page(refused)

    def act() -> Response:
        standing = staff()
        if standing is None:
            return see_station(ENTER)
        if not is_form_token(request.form.get(TOKEN_FIELD, "")):
            return refuse(LOST_FORM, station.address)
        deed = _deed(station)
        try:
            if deed.has_number:
                current_desk().must(standing, deed.action, posted_number())
            else:
                must_here(standing, deed.action)
            response = deed.do(standing) or see_station(station.address)
            if deed.action in _OUT_OF_HANDS:
                current_front().drop(posted_number())
            return response
        except Refused as refused:
            return refused_to(station.address, refused)

    name = station.address.strip("/").replace("-", "_")
    blueprint.add_url_rule(station.address, name, see, methods=["GET"])
    if station.deeds:
        blueprint.add_url_rule(station.address, f"{name}_deed", act, methods=["POST"])


def _deed(station: DeskStation) -> Act:
    """Return what a form asks for; refuse one with strange fields."""
    deed = station.deeds.get(request.form.get(DEED, ""))
    if deed is None:
        abort(400)
    known = {TOKEN_FIELD, DEED, *([NUMBER] if deed.has_number else [])}
    strange = [name for name in request.form if name not in known]
    if deed.fields is not None and not all(_is_field(name, deed.fields) for name in strange):
        abort(400)
    if any(len(value) > _LONGEST_VALUE for _, values in request.form.lists() for value in values):
        abort(400)
    return deed


def _is_field(name: str, fields: frozenset[str]) -> bool:
    return name in fields or any(one.endswith("-") and name.startswith(one) for one in fields)


def posted_number() -> int:
    """Return the number of the ticket in a form; refuse what is no number."""
    written = request.form.get(NUMBER, "").strip()
    if not (written.isascii() and written.isdigit() and 0 < int(written) < 100_000):
        abort(400)
    return int(written)
