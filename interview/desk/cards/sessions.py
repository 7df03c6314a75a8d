"""Sessions: a secret of 256 bits in a browser, of which the store keeps the hash alone."""

import datetime
import hashlib
import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Update, select, update

from interview.content import Desk
from interview.desk.rights import DayClock, Refused, Standing, seconds_of
from interview.desk.store import Store, tables

_SECRET_BYTES, _SHOWN_LETTERS = 32, 12
# A click writes the time of the last sign of life no more often.
_EVERY_SECONDS = 15
_SESSION, _SLOT = tables.session, tables.slot
# The role of a tablet or a phone, which has no card.
_PERSON = "person"


@dataclass(frozen=True)
class SessionSeen:
    """What the coordinator sees of a session: which slot or ticket, since when, and last seen."""

    id: str
    slot: int
    role: str
    nth: int
    number: int | None
    since: datetime.datetime
    seen: datetime.datetime


class Sessions:
    """The sessions of one event."""

    def __init__(self, store: Store, event_id: str, desk: Desk, clock: DayClock) -> None:
        self._store, self._event, self._desk, self._clock = store, event_id, desk, clock

    def begin(
        self, connection: Connection, slot: int | None = None, number: int | None = None
    ) -> str:
        """Make a session of a slot, or of a ticket, and return its secret."""
        token, now = secrets.token_urlsafe(_SECRET_BYTES), seconds_of(self._clock)
        connection.execute(
            _SESSION.insert().values(
                event_id=self._event, hash=_hash(token), slot=slot, number=number, made_at=now,
                seen_at=now, is_over=0,
            )
        )  # fmt: skip
        return token

    def standing(self, token: str) -> Standing | None:
        """Return how a session stands; None where it is unknown, rested too long, or over."""
        now = seconds_of(self._clock)
        with self._store.read() as connection:
            found = connection.execute(self._of(_SESSION.c.hash == _hash(token))).first()
        if found is None or found.is_over or not self._is_awake(found, now):
            return None
        if now - found.seen_at >= _EVERY_SECONDS:
            with self._store.write() as connection:
                connection.execute(self._change(found.hash).values(seen_at=now))
        return self._stands(found)

    def rested_slot(self, connection: Connection, token: str | None) -> int | None:
        """Return the slot of a session that has not ended, however long it rested; and end it."""
        if token is None:
            return None
        found = connection.execute(self._of(_SESSION.c.hash == _hash(token))).first()
        if found is None or found.is_over:
            return None
        connection.execute(self._change(found.hash).values(is_over=1))
        slot: int | None = found.slot
        return slot

    def end(self, token: str) -> None:
        """End a session for good."""
        with self._store.write() as connection:
            connection.execute(self._change(_hash(token)).values(is_over=1))

    def end_shown(self, shown: str) -> None:
        """End a session by what the coordinator sees of it; raise Refused."""
        by_id = _SESSION.c.hash.startswith(shown, autoescape=True)
        wanted = update(_SESSION).where(_SESSION.c.event_id == self._event, by_id)
        with self._store.write() as connection:
            if (
                len(shown) != _SHOWN_LETTERS
                or not connection.execute(wanted.values(is_over=1)).rowcount
            ):
                raise Refused("no_slot")

    def end_of_slot(self, connection: Connection, slot: int) -> None:
        """End all sessions of a slot."""
        connection.execute(self._every(_SESSION.c.slot == slot).values(is_over=1))

    def end_of_ticket(self, connection: Connection, number: int) -> None:
        """End all sessions of the devices that are joined to a ticket."""
        connection.execute(self._every(_SESSION.c.number == number).values(is_over=1))

    def seen(self) -> tuple[SessionSeen, ...]:
        """Return the sessions that are not over, the newest first."""
        now = seconds_of(self._clock)
        with self._store.read() as connection:
            rows = connection.execute(
                self._of(_SESSION.c.is_over == 0).order_by(_SESSION.c.made_at.desc())
            ).all()
        return tuple(self._shown(row) for row in rows if self._is_awake(row, now))

    def slots_at_work(self, role_calls: frozenset[str]) -> frozenset[int]:
        """Return the slots of some roles that have a session which is not over."""
        return frozenset(one.slot for one in self.seen() if one.role in role_calls)

    def _of(self, *which: ColumnElement[bool]) -> Select[Any]:
        both = (_SLOT.c.event_id == _SESSION.c.event_id) & (_SLOT.c.number == _SESSION.c.slot)
        wanted = select(
            _SESSION, _SLOT.c.role, _SLOT.c.nth, _SLOT.c.can_court, _SLOT.c.languages
        ).select_from(_SESSION.outerjoin(_SLOT, both))
        return wanted.where(_SESSION.c.event_id == self._event, *which)

    def _every(self, which: ColumnElement[bool]) -> Update:
        return update(_SESSION).where(_SESSION.c.event_id == self._event, which)

    def _change(self, found: str) -> Update:
        return self._every(_SESSION.c.hash == found)

    def _is_awake(self, found: Row[tuple[object, ...]], now: int) -> bool:
        idle = self._desk.rights.role(found.role or _PERSON).idle_minutes * 60
        whole = self._desk.rights.session_minutes * 60
        return bool(now - found.seen_at <= idle and now - found.made_at <= whole)

    def _stands(self, found: Row[tuple[object, ...]]) -> Standing:
        role = self._desk.rights.role(found.role or _PERSON)
        return Standing(
            found.hash, found.slot or 0, role.id, found.nth or 0, role.station,
            bool(found.can_court), tuple((found.languages or "").split()), found.number,
        )  # fmt: skip

    def _shown(self, found: Row[tuple[object, ...]]) -> SessionSeen:
        stands = self._stands(found)
        since, seen = (
            datetime.datetime.fromtimestamp(moment, datetime.UTC)
            for moment in (found.made_at, found.seen_at)
        )
        return SessionSeen(
            stands.session[:_SHOWN_LETTERS], stands.slot, stands.role, stands.nth, stands.number,
            since, seen,
        )  # fmt: skip


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
