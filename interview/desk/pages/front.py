"""Who asks at a station: the session of a card or of a device, and what was chosen in it.

A session's token is in two cookies: a script can erase one of them with no network, and then
nobody has the session, the server included.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote, unquote

from flask import Flask, Response, current_app, g, request

from interview.desk.cards import RoleCard
from interview.desk.life import EventDesk
from interview.desk.review import ReviewMaker
from interview.desk.rights import Refused, Standing
from interview.web import carried, cookie_name

_EXTENSION = "event desk"
STAFF, HALF, BEFORE, DEVICE, HANDED_IN = "desk", "deskhalf", "deskwas", "ticket", "handed"
# Said by a page that looks again by itself: nobody touched it.
BY_ITSELF = "again"
_HALF_LETTERS, _LONGEST_LABEL, SEAL_LETTERS = 20, 40, 32


@dataclass
class LookedAt:
    """What a session shows next: it stands in no address, and dies with this process.

    `number`: the ticket looked at; `code`: of an invitation; `card`: one just made, shown once.
    `used`: when somebody last did something here. `before`: the packed visit as the person had
    answered it; `page`: the questions that are asked again; `paper`: what is printed next.
    `typed` and `mistakes`: of a form that was not whole.
    """

    number: int = 0
    code: str = ""
    card: RoleCard | None = None
    used: datetime | None = None
    before: bytes = field(default=b"", repr=False)
    page: int = 0
    paper: str = ""
    typed: dict[str, list[str]] = field(default_factory=dict, repr=False)
    mistakes: dict[str, str] = field(default_factory=dict, repr=False)


class Front:
    """The desk behind the pages, and what each session looks at."""

    def __init__(self, desk: EventDesk, reviews: ReviewMaker) -> None:
        self.desk, self.reviews = desk, reviews
        # Whose hand is up, as their own page shows it.
        self.hands: set[int] = set()
        # The stations by address: the right that opens each, and its name.
        self.stations: dict[str, tuple[str, str]] = {}
        self._chosen: dict[str, LookedAt] = {}

    def add_to(self, app: Flask) -> None:
        """Let requests of an application find this desk."""
        app.extensions[_EXTENSION] = self

    def chosen(self, standing: Standing) -> LookedAt:
        """Return what a session looks at."""
        return self._chosen.setdefault(standing.session, LookedAt())

    def forget(self, standing: Standing) -> None:
        """Forget what a session looked at."""
        self._chosen.pop(standing.session, None)

    def drop(self, number: int) -> None:
        """Forget the answers of a ticket that somebody held: it is out of their hands."""
        for one in self._chosen.values():
            if one.number == number:
                one.before, one.typed, one.mistakes = b"", {}, {}

    def forget_all(self) -> None:
        """Forget what every session looked at: the day is closed."""
        self._chosen.clear()
        self.hands.clear()


def current_front() -> Front:
    """Return the desk of the running application, with what its sessions look at."""
    front: Front = current_app.extensions[_EXTENSION]
    return front


def current_desk() -> EventDesk:
    """Return the desk of the running application."""
    return current_front().desk


def staff() -> Standing | None:
    """Return who of the team asks; None where nobody does, or the session is over."""
    if "staff" not in g:
        found = _standing(staff_token())
        g.staff = found if found and found.number is None and not _has_rested(found) else None
    found_staff: Standing | None = g.staff
    return found_staff


def device() -> Standing | None:
    """Return the ticket's device that asks; None where it is joined to none."""
    if "device" not in g:
        found = _standing(carried(DEVICE))
        g.device = found if found and found.number is not None else None
    found_device: Standing | None = g.device
    return found_device


def _standing(token: str) -> Standing | None:
    return current_desk().standing(token) if token else None


def _has_rested(standing: Standing) -> bool:
    """Say whether only the page itself has asked for too long; it is asked at most once."""
    desk, chosen = current_desk(), current_front().chosen(standing)
    if BY_ITSELF not in request.args or chosen.used is None:
        chosen.used = desk.now()
        return False
    idle = desk.content.desk.rights.role(standing.role).idle_minutes
    return (desk.now() - chosen.used).total_seconds() > 60 * idle


def may_here(standing: Standing, action: str) -> bool:
    """Say whether the table lets a role do something, as it is or with the ticket it holds."""
    desk = current_desk()
    if desk.may(standing, action):
        return True
    mine = desk.mine(standing)
    return mine is not None and desk.may(standing, action, mine.number)


def must_here(standing: Standing, action: str) -> None:
    """Raise Refused where the table does not let a role do something here."""
    if not may_here(standing, action):
        raise Refused("not_allowed")


def staff_token() -> str:
    """Return the token of a session, put together from its two cookies."""
    first, second = carried(STAFF), carried(HALF)
    return first + second if first and second else ""


def form_token() -> str:
    """Return what binds a form to this session: nobody makes it without the session's token."""
    return hashlib.sha256(b"form of " + staff_token().encode()).hexdigest()


def is_form_token(posted: str) -> bool:
    """Say whether a form is of this session."""
    return hmac.compare_digest(posted.encode(), form_token().encode())


def let_in(response: Response, token: str) -> Response:
    """Give a browser the token of a session of the team, in two cookies."""
    _set(response, STAFF, token[:-_HALF_LETTERS])
    _set(response, HALF, token[-_HALF_LETTERS:], is_for_script=True)
    return _set(response, BEFORE, token)


def let_out(response: Response) -> Response:
    """Take a session of the team out of a browser; by what is left its card is known again."""
    for name in (STAFF, HALF):
        _delete(response, name)
    return response


def join_device(response: Response, token: str) -> Response:
    """Give a tablet or a phone the token of its ticket."""
    return _set(response, DEVICE, token)


def keep_handed(response: Response, label: str) -> Response:
    """Keep the number and word of the ticket beside its slip, until this device is cleared."""
    return _set(response, HANDED_IN, f"{_seal_of(label)}{quote(label, safe='')}")


def handed_label() -> str:
    """Return the number and word of the ticket that was handed in here; empty where none was."""
    kept = carried(HANDED_IN)
    label = unquote(kept[SEAL_LETTERS:])[:_LONGEST_LABEL]
    # With a number of its own choice, a browser could ask how far another ticket is.
    is_ours = hmac.compare_digest(kept[:SEAL_LETTERS].encode(), _seal_of(label).encode())
    return label if is_ours else ""


def _seal_of(label: str) -> str:
    """Return what nobody without the key of the day writes in front of a label."""
    key = current_desk().secret(b"labels of slips")
    sealed = hmac.digest(key.encode(), label.encode(), "sha256") if key else b""
    return sealed.hex()[:SEAL_LETTERS]


def part_device(response: Response) -> Response:
    """Take the ticket out of a tablet or a phone."""
    for name in (DEVICE, HANDED_IN):
        if carried(name):
            _delete(response, name)
    return response


def _set(response: Response, name: str, value: str, is_for_script: bool = False) -> Response:
    response.set_cookie(
        cookie_name(name), value, httponly=not is_for_script, samesite="Strict",
        secure=request.is_secure, path="/",
    )  # fmt: skip
    return response


def _delete(response: Response, name: str) -> Response:
    response.delete_cookie(
        cookie_name(name), path="/", secure=request.is_secure, httponly=name != HALF,
        samesite="Strict",
    )  # fmt: skip
    return response
