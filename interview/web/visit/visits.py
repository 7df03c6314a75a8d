"""The keys and the writing of visits, prepared once: what is sealed, opened, marked and ended."""

import hmac
import secrets
import struct
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from flask import Flask, current_app

from interview.screening import Answers
from interview.web.site import Settings, Site
from interview.web.visit.clock import SECONDS_OF_AN_HOUR, Clock
from interview.web.visit.ended import Ended, Newest
from interview.web.visit.keys import ForgettingKeys, HourKeys, LastingKeys, derived_key
from interview.web.visit.sealing import HALF_BYTES, Broken, Sealer, read_bytes, write_bytes
from interview.web.visit.visit import ID_BYTES, TAG_BYTES, Visit
from interview.web.visit.waiting import WAITING_SECONDS, Waiting
from interview.web.visit.writing import NoVisit, VisitWriter

_EXTENSION = "next_steps visits"
_ALIVE = struct.Struct(f">{ID_BYTES}sQ")
# Visit, page, whether it asked back, step, mark of the step; then what only we can add.
_FORM = struct.Struct(f">{ID_BYTES}sH?H{TAG_BYTES}s")
_MARK = 16
_LEEWAY_SECONDS = 60
_ANSWERED_JUST_NOW = 20


class EndedVisit(ValueError):
    """Cookies that give no visit."""


class FormToken(NamedTuple):
    """What a form says of itself: its visit, page and step, and whether the page asked back."""

    id: bytes
    page: int
    is_asked_back: bool
    step: int
    tag: bytes


class Visits:
    """Seals visits into tokens, opens them again, and marks the forms of each."""

    def __init__(self, site: Site) -> None:
        settings = site.settings
        self._settings = settings
        self.clock = Clock(settings.begins_at())
        keys = _keys(settings, self.clock)
        self.writer = VisitWriter(site)
        self.sealer = Sealer(keys, "visit", self.writer.longest)
        self.alive = Sealer(keys, "alive", _ALIVE.size)
        self._form_keys = _form_keys(settings)
        self.ended = Ended(settings.longest_seconds)
        self.newest = Newest(settings.longest_seconds)
        self.waiting = Waiting(self.clock, min(WAITING_SECONDS, settings.seconds))

    def add_to(self, app: Flask) -> None:
        """Let requests of an application find these visits."""
        app.extensions[_EXTENSION] = self

    def begun(self, half: str, answers: Answers) -> Visit:
        """Return a visit that begins now."""
        now = self.clock.seconds()
        return Visit(half=read_bytes(half), born=now, used=now, answers=answers)

    def seal(self, visit: Visit, page: int = 0) -> str:
        """Return the token of a visit, one step further after a form of a page."""
        now = self.clock.seconds()
        visit = self.newest.joined(visit.stepped(now), visit.tag, page, now)
        return self.sealer.seal(self.writer.write(visit), visit.half, self.clock.hour())

    def open(self, token: str, half: str, alive: str) -> Visit:
        """Return the visit in a token; raise EndedVisit. `alive` may tell of a later use."""
        try:
            key = read_bytes(half)
            if len(key) != HALF_BYTES:
                raise Broken("half a key is missing")
            visit = self.writer.read(self.sealer.open(token, key, self.clock.hour()), key)
        except (Broken, NoVisit):
            raise EndedVisit("not ours, or too old") from None
        # Opened only where it may tell of a later use than the last answer.
        if self.clock.seconds() - visit.used > _ANSWERED_JUST_NOW:
            visit = replace(visit, used=max(visit.used, self._used(alive, visit)))
        if self.seconds_left(visit) < 0 or visit.id in self.ended:
            raise EndedVisit("its time is over")
        return visit

    def _used(self, alive: str, visit: Visit) -> int:
        """When a page of this visit last said that somebody is there; 0 where none did."""
        try:
            found = self.alive.open(alive, visit.half, self.clock.hour())
        except Broken:
            return 0
        name, at = _ALIVE.unpack(found)
        return int(at) if name == visit.id else 0

    def alive_token(self, visit: Visit) -> str:
        """Return what says that somebody is there now; it carries no answer."""
        plain = _ALIVE.pack(visit.id, self.clock.seconds())
        return self.alive.seal(plain, visit.half, self.clock.hour())

    def seconds_left(self, visit: Visit) -> int:
        """Return how long a visit lives without use, and never beyond its last moment."""
        idle = self._settings.seconds - (self.clock.seconds() - visit.used)
        is_of_the_future = visit.used > self.clock.seconds() + _LEEWAY_SECONDS
        return -1 if is_of_the_future else min(idle, self.seconds_to_the_end(visit))

    def seconds_to_the_end(self, visit: Visit) -> int:
        """Return how long a visit lives however much it is used."""
        return self._settings.longest_seconds - (self.clock.seconds() - visit.born)

    def end(self, name: bytes) -> None:
        """End a visit by its id: no copy of its cookies opens it again on this server."""
        self.ended.add(name, self.clock.seconds())

    def is_behind(self, visit: Visit) -> bool:
        """Say whether a later step of this visit was taken, which its cookie does not have."""
        return visit.has_fork or self.newest.is_beyond(visit)

    # ------------------------------------------------------------ forms

    def form_token(self, visit: Visit, page: int = 0, is_asked_back: bool = False) -> str:
        """Return what binds a form to its visit, its page and its step."""
        plain = _FORM.pack(visit.id, page, is_asked_back, visit.step, visit.tag)
        return write_bytes(plain + _mark(self._form_keys[0], plain))

    def read_form_token(self, posted: str) -> FormToken | None:
        """Read what a form says of itself; None where it is none of ours."""
        try:
            raw = read_bytes(posted)
        except Broken:
            return None
        plain, mark = raw[: _FORM.size], raw[_FORM.size :]
        marks = [_mark(key, plain) for key in self._form_keys]
        if len(plain) < _FORM.size or not any([hmac.compare_digest(mark, m) for m in marks]):
            return None
        return FormToken(*_FORM.unpack(plain))

    def start_token(self, chance: str) -> str:
        """Return what binds the form of the start to a browser that has no visit yet."""
        return write_bytes(_mark(self._form_keys[0], b"start" + chance.encode()))

    def is_start_token(self, posted: str, chance: str) -> bool:
        """Say whether the form of the start was made for this browser."""
        wanted = [write_bytes(_mark(key, b"start" + chance.encode())) for key in self._form_keys]
        return any([hmac.compare_digest(posted.encode(), one.encode()) for one in wanted])


def current_visits() -> Visits:
    """Return the visits of the running application."""
    visits: Visits = current_app.extensions[_EXTENSION]
    return visits


def _keys(settings: Settings, clock: Clock) -> HourKeys:
    kept = -(-settings.longest_seconds // SECONDS_OF_AN_HOUR)
    if settings.secrets:
        return LastingKeys(settings.secrets, kept)
    return ForgettingKeys(clock.hour(), kept)


def _form_keys(settings: Settings) -> Sequence[bytes]:
    found = [derived_key(secret, "form") for secret in settings.secrets]
    return found or [secrets.token_bytes(32)]


def _mark(key: bytes, plain: bytes) -> bytes:
    return hmac.digest(key, plain, "sha256")[:_MARK]
