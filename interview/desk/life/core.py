"""What every part of an event's desk stands on: the store, the clock, the key, and the state."""

import datetime
import hmac
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from sqlalchemy import Row, delete, select, update

from interview.content import Content, LifeState
from interview.desk.cards import Cards, Invitations, RoleCard, Sessions
from interview.desk.life.plan import DayPlan, read_plan
from interview.desk.memory import (
    KEY_FILE,
    EventKey,
    KeyIsGone,
    NotInMemory,
    SealedVisits,
    Stretching,
    WrongTicket,
    keep_out_of_dumps,
    remove_key_file,
)
from interview.desk.queue import SignsOfLife
from interview.desk.rights import DayClock, Refused, Standing, may
from interview.desk.store import Store, tables
from interview.desk.tallies import count, publish, write_tally
from interview.desk.tickets import Calls, Ticket, TicketRows, Tickets

_EVENT = tables.event
Needs = Literal["tickets", "calls", "moves"]
_WHY_NOT: dict[Needs, str] = {"tickets": "closed_to_new", "calls": "no_calls", "moves": "not_open"}
CLOSED, DRAFT = "closed", "draft"


class DeskCore:
    """One event of a store, with all that is in memory of it."""

    def __init__(
        self, store: Store, event_id: str, content: Content, clock: DayClock, cost: Stretching
    ) -> None:
        desk = content.desk
        self.store, self.event_id, self.content, self._clock = store, event_id, content, clock
        self._cost = cost
        self._key: EventKey | None = None
        self._visits: SealedVisits | None = None
        self._closing = threading.RLock()
        self._is_swept = False
        self._sessions = Sessions(store, event_id, desk, clock)
        self._cards = Cards(store, event_id, desk, clock, cost)
        self._invitations = Invitations(clock, desk.queue.invitation_minutes)
        self._rows = TicketRows(event_id, desk, clock, self._sessions)
        self._tickets, self._calls = Tickets(store, self._rows), Calls(store, self._rows)
        self._signs = SignsOfLife()
        self.plan: DayPlan = read_plan(self._row().settings)

    # ------------------------------------------------------------ what is so now

    @property
    def state(self) -> str:
        """The state of the day: draft, open, paused, closing or closed."""
        return str(self._row().state)

    @property
    def is_practice(self) -> bool:
        """Say whether nothing of the day is real."""
        return self.plan.is_practice

    @property
    def is_unlocked(self) -> bool:
        """Say whether the key of the day is in memory."""
        return self._key is not None

    @property
    def closes_at(self) -> datetime.datetime:
        """The time at which the day closes by itself."""
        return datetime.datetime.fromtimestamp(self._row().closes_at, self.now().tzinfo)

    def now(self) -> datetime.datetime:
        """The time by the clock that was handed in."""
        return self._clock()

    def may(self, standing: Standing, action: str, number: int | None = None) -> bool:
        """Say whether the one table lets somebody do something, with a ticket or with none."""
        if number is None:
            return may(self.content.desk, standing, action)
        try:
            self._tickets.seen(standing, action, number)
        except Refused:
            return False
        return True

    def must(self, standing: Standing, action: str, number: int | None = None) -> None:
        """Raise Refused where the table does not let somebody do something."""
        if number is not None:
            self._tickets.seen(standing, action, number)
        elif not self.may(standing, action):
            raise Refused("not_allowed")

    # ------------------------------------------------------------ for the parts

    def _row(self) -> Row[tuple[object, ...]]:
        with self.store.read() as connection:
            return connection.execute(select(_EVENT).where(_EVENT.c.id == self.event_id)).one()

    def _life(self) -> LifeState:
        return self.content.desk.moves.life_state(self.state)

    def _live(self, needs: Needs) -> SealedVisits:
        """Return the visits in memory; raise Refused where the day does not let this happen."""
        self.tick()
        life = self._life()
        if not life.lets:
            raise Refused("not_open")
        if needs not in life.lets:
            raise Refused(_WHY_NOT[needs])
        if self._visits is None:
            raise Refused("locked")
        return self._visits

    @contextmanager
    def _kept(self, number: int) -> Iterator[None]:
        """Say of a ticket what memory says of its answers."""
        try:
            yield
        except NotInMemory:
            raise Refused("no_visit", number=number) from None
        except WrongTicket:
            raise Refused("wrong_slip") from None
        except KeyIsGone:
            raise Refused("not_open") from None

    def _forget(self, number: int) -> None:
        if self._visits is not None:
            self._visits.forget(number)
        self._invitations.forget(number)
        self._signs.forget(number)

    def _hold(self, key: EventKey) -> None:
        keep_out_of_dumps()
        self._key, self._visits = key, SealedVisits(key)

    def _go(self, goal: str) -> None:
        """Move the day on; raise Refused where no such way leads."""
        with self.store.write() as connection:
            wanted = select(_EVENT.c.state).where(_EVENT.c.id == self.event_id)
            state = connection.scalars(wanted).one()
            if goal not in self.content.desk.moves.life_state(state).next:
                raise Refused("not_allowed")
            change = update(_EVENT).where(_EVENT.c.id == self.event_id)
            connection.execute(change.values(state=goal))

    def secret(self, purpose: bytes) -> str:
        """Return what is sealed with for a purpose, made of the day's key; empty without a key.

        It outlives a crash of the process, and not the day.
        """
        key = self._key
        return hmac.digest(key.bytes, purpose, "sha256").hex() if key else ""

    def one(self, number: int) -> Ticket | None:
        """Return a ticket, for the device that holds it; None where there is none."""
        return self._tickets.one(number)

    def every(self) -> tuple[Ticket, ...]:
        """Return all tickets, for the parts of the desk; no page shows them as they are."""
        return self._tickets.every()

    # ------------------------------------------------------------ the end

    def tick(self) -> None:
        """Close the day if its hour has come."""
        row = self._row()
        is_due = row.state != CLOSED and self.now().timestamp() >= row.closes_at
        if is_due or (row.state == CLOSED and not self._is_swept):
            self._close()

    def _close(self) -> None:
        """Drop the key first: whatever happens then, nothing of the day can be opened."""
        with self._closing:
            self._drop_key()
            self._delete_rows()
            self.store.compact()
            self._is_swept = True

    def _drop_key(self) -> None:
        if self._visits is not None:
            self._visits.forget_all()
        if self._key is not None:
            self._key.drop()
        self._key = self._visits = None
        remove_key_file(self.store.folder)
        self._invitations = Invitations(self._clock, self.content.desk.queue.invitation_minutes)
        self._signs = SignsOfLife()

    def _delete_rows(self) -> None:
        """Make the tally and delete what it was made of, both or none."""
        with self.store.write() as connection:
            change = update(_EVENT).where(_EVENT.c.id == self.event_id, _EVENT.c.state != CLOSED)
            if not connection.execute(change.values(state=CLOSED, numbers_up_to=0)).rowcount:
                return
            rule = self.content.desk.queue
            counts = count(connection, self.event_id, rule, self.plan.languages)
            told = publish(counts, self.plan.smallest, rule.range_minutes)
            write_tally(connection, self.event_id, told)
            for table in tables.DYING:
                connection.execute(delete(table).where(table.c.event_id == self.event_id))

    def take_up(self) -> None:
        """End what a stop cut off: a closing that was begun, or whose hour has passed."""
        self.tick()
        has_key = (self.store.folder / KEY_FILE).exists()
        if self.state not in (DRAFT, CLOSED) and not has_key:
            self._close()

    def make_card(self, role: str, can_court: bool, languages: tuple[str, ...]) -> RoleCard:
        """Make the card of a planned slot."""
        return self._cards.add(role, can_court, languages)

    def shut(self) -> None:
        """Give the files back as they are; the day goes on when it is found again."""
        if self._key is not None:
            self._key.drop()
        self._key = self._visits = None
        self.store.shut()
