"""The frame of the team's pages, and how one leads to the next."""

from typing import Any

from flask import Response

from interview.content import RoleSheet, Text
from interview.desk.pages.front import (
    BY_ITSELF,
    HALF,
    current_desk,
    current_front,
    form_token,
    may_here,
    staff,
)
from interview.desk.rights import Refused, Standing
from interview.web import (
    clear_note,
    cookie_name,
    current_language,
    current_site,
    refuse,
    render_page,
    requested,
    see_other,
    show,
)

# Between the reason and what stands in the braces of its sentence.
_APART = "~"
LOST_FORM, NO_SLIP, TAKEN = "lost_form", "no_slip", "taken_in"
# What the pages say themselves, by the note that leads there.
_OWN = {LOST_FORM: ("frame", "lost_form"), NO_SLIP: ("scan", "wrong"), TAKEN: ("scan", "taken")}
_SECONDS_OF_A_BOARD = 20


def desk_page(template: str, renews: bool = False, status: int = 200, **values: Any) -> Response:
    """Return a page of the team. `renews`: it looks again by itself, and that is no use of it."""
    desk, standing = current_desk(), staff()
    page = render_page(
        f"desk/{template}",
        status,
        is_desk=True,
        desk=desk,
        standing=standing,
        token=values.pop("token", None) or (form_token() if standing else ""),
        half_name=cookie_name(HALF),
        visit_half=cookie_name("half"),
        clock=lambda moment: f"{moment:%H:%M}",
        desk_day=current_site().settings.today(),
        left_to=f"/left/{current_language()}",
        has_answers=False,
        idle=None,
        back=None,
        stations=_stations(standing),
        role=_role(standing),
        screens=current_site().content.desk.screens,
        refusal=said_refusal(),
        renew=f"{_SECONDS_OF_A_BOARD}; url=?{BY_ITSELF}=1" if renews else "",
        rest=60 * _idle_minutes(standing) + 5,
        **values,
    )
    return show(clear_note(page) if requested().note else page)


def _stations(standing: Standing | None) -> list[tuple[str, Text]]:
    """The stations that a role may see, by address, with their names."""
    if standing is None:
        return []
    screens = current_site().content.desk.screens
    return [
        (address, getattr(screens, name).title)
        for address, (action, name) in current_front().stations.items()
        if name and may_here(standing, action)
    ]


def own_station(standing: Standing) -> str | None:
    """Return the address of a role's first station; None where it has none now."""
    return next((address for address, _ in _stations(standing)), None)


def _role(standing: Standing | None) -> RoleSheet | None:
    """What the screen of a role reminds of."""
    sheets = current_site().content.desk.role_sheets.roles
    return next((one for one in sheets if standing and one.id == standing.role), None)


def _idle_minutes(standing: Standing | None) -> int:
    rights = current_desk().content.desk.rights
    return rights.role(standing.role if standing else rights.roles[0].id).idle_minutes


def see_station(address: str) -> Response:
    """Send the browser to a station."""
    return see_other(address)


def refusal_page(refused: Refused) -> Response:
    """Say on a page of its own why a station cannot be seen."""
    requested().note = _written(refused)
    return desk_page("refused.html", status=403)


def refused_to(address: str, refused: Refused) -> Response:
    """Send the browser to a station that says why something was refused."""
    return refuse(_written(refused), address)


def _written(refused: Refused) -> str:
    named = [f"{name}={value}" for name, value in refused.named.items()]
    return _APART.join([refused.reason, *named])


def said_refusal() -> tuple[Text, dict[str, str]] | None:
    """Return what was refused just now, as its sentence and what stands in its braces."""
    reason, *named = (requested().note or "").split(_APART)
    content = current_site().content.desk
    if reason in _OWN:
        part, name = _OWN[reason]
        return getattr(getattr(content.screens, part), name), {}
    text = content.plan.refusals.get(reason)
    pairs = (one.partition("=") for one in named)
    return (text, {name: value for name, _, value in pairs}) if text else None
