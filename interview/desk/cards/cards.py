"""Printed cards: a number and four words, which enter a slot once.

The number and the first word find the slot, and only then a try is counted: whoever has no card can
slow down and kill none. Only a slow hash of the words is stored.
"""

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import Connection, Row, Update, func, select, update

from interview.content import Desk
from interview.desk.memory import Stretching
from interview.desk.rights import DayClock, Refused, seconds_of
from interview.desk.store import Store, tables
from interview.paper import normal, word_list

_RUNS_THE_DAY = "coordinator"
_MOST_SECONDS_IN_LINE = 5
_SLOT = tables.slot


@dataclass(frozen=True)
class RoleCard:
    """A fresh card; its words are nowhere else, and cannot be had again."""

    slot: int
    role: str
    nth: int
    can_court: bool
    languages: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def code(self) -> str:
        """What the picture on the card says, and what is typed."""
        return " ".join((str(self.slot), *self.words))


@dataclass(frozen=True)
class CardSeen:
    """What the coordinator sees of a card."""

    slot: int
    role: str
    nth: int
    can_court: bool
    languages: tuple[str, ...]
    is_used: bool
    is_dead: bool
    tries: int


class Cards:
    """The cards of one event."""

    def __init__(
        self, store: Store, event_id: str, desk: Desk, clock: DayClock, cost: Stretching
    ) -> None:
        self._store, self._event, self._desk, self._clock = store, event_id, desk, clock
        self._hasher = PasswordHasher(cost.rounds, cost.memory_kib, 1)
        # What an unknown card is held against, so that it takes as long as a known one.
        self._nobody = self._hasher.hash("no card has these words")
        self._one_at_a_time = threading.Lock()

    def add(self, role: str, can_court: bool, languages: Sequence[str]) -> RoleCard:
        """Make a new slot with its card."""
        with self._store.write() as connection:
            of_event = _SLOT.c.event_id == self._event
            last = connection.scalar(select(func.max(_SLOT.c.number)).where(of_event)) or 0
            same = select(func.count()).select_from(_SLOT).where(of_event, _SLOT.c.role == role)
            nth = (connection.scalar(same) or 0) + 1
            card = RoleCard(last + 1, role, nth, can_court, tuple(languages), _words(languages))
            connection.execute(
                _SLOT.insert().values(
                    event_id=self._event, number=card.slot, role=role, nth=nth,
                    can_court=int(can_court), languages=" ".join(languages), **self._fresh(card),
                )
            )  # fmt: skip
        return card

    def issue(self, number: int) -> RoleCard:
        """Make a new card for a slot; the old one is dead from now. Raise Refused."""
        found = self._row(number)
        if found is None:
            raise Refused("no_slot")
        languages = tuple(found.languages.split())
        card = RoleCard(
            number, found.role, found.nth, bool(found.can_court), languages, _words(languages)
        )
        with self._store.write() as connection:
            connection.execute(self._at(number).values(**self._fresh(card)))
        return card

    def _fresh(self, card: RoleCard) -> dict[str, object]:
        words = [normal(word) for word in card.words]
        # The words of the coordinator open the key of the day, so none of them stands anywhere.
        finder = "" if card.role == _RUNS_THE_DAY else words[0]
        return {
            "finder": finder, "verifier": self._hasher.hash(" ".join(words)), "used_at": None,
            "is_dead": 0, "tries": 0, "wait_until": 0,
        }  # fmt: skip

    def check(self, code: str) -> Row[tuple[object, ...]]:
        """Return the row of the slot that a code enters; raise Refused.

        The try is written down before the words are looked at, so no crash and no race forgets it.
        """
        number, words = _read(code)
        found = self._row(number)
        if found is not None and (found.is_dead or not _finds(found, words)):
            found = None
        if found is not None:
            self._count_a_try(number)
        if not self._fits(found.verifier if found else self._nobody, words) or found is None:
            if found is not None:
                self._let_die(number)
            raise Refused("no_card")
        with self._store.write() as connection:
            connection.execute(self._at(number).values(tries=0, wait_until=0))
        return found

    def use(self, connection: Connection, found: Row[tuple[object, ...]], again: bool) -> None:
        """Mark a card as used, if nobody was faster; `again`: its own device comes back with it.

        Raises Refused.
        """
        used = self._at(found.number).where(_SLOT.c.verifier == found.verifier)
        if not again:
            used = used.where(_SLOT.c.used_at.is_(None))
        if not connection.execute(used.values(used_at=seconds_of(self._clock))).rowcount:
            raise Refused("used_card")

    def make_new(self, number: int) -> None:
        """Let a card enter once more: its holder has just shown the words on this machine."""
        with self._store.write() as connection:
            connection.execute(self._at(number).values(used_at=None, tries=0, wait_until=0))

    def seen(self) -> tuple[CardSeen, ...]:
        """Return what is known of each card."""
        wanted = select(_SLOT).where(_SLOT.c.event_id == self._event).order_by(_SLOT.c.number)
        with self._store.read() as connection:
            rows = connection.execute(wanted).all()
        return tuple(
            CardSeen(
                row.number, row.role, row.nth, bool(row.can_court), tuple(row.languages.split()),
                row.used_at is not None, bool(row.is_dead), row.tries,
            )
            for row in rows
        )  # fmt: skip

    def _row(self, number: int) -> Row[tuple[object, ...]] | None:
        wanted = select(_SLOT).where(_SLOT.c.event_id == self._event, _SLOT.c.number == number)
        with self._store.read() as connection:
            return connection.execute(wanted).first()

    def _at(self, number: int) -> Update:
        return update(_SLOT).where(_SLOT.c.event_id == self._event, _SLOT.c.number == number)

    def _count_a_try(self, number: int) -> None:
        """Raise Refused where the card is dead, or waits after a wrong try."""
        rule, now = self._desk.rights.tries, seconds_of(self._clock)
        of_slot = (_SLOT.c.event_id == self._event, _SLOT.c.number == number)
        with self._store.write() as connection:
            row = connection.execute(select(_SLOT).where(*of_slot)).one()
            if row.wait_until > now:
                raise Refused("too_soon", count=row.wait_until - now)
            pause = min(rule.longest_wait_seconds, 2 ** min(row.tries, 30))
            connection.execute(self._at(number).values(tries=row.tries + 1, wait_until=now + pause))

    def _let_die(self, number: int) -> None:
        rule = self._desk.rights.tries
        of_event = _SLOT.c.event_id == self._event
        dead = select(func.count()).select_from(_SLOT).where(of_event, _SLOT.c.is_dead == 1)
        with self._store.write() as connection:
            if (connection.scalar(dead) or 0) >= rule.most_dead:
                return
            tried_out = (_SLOT.c.tries >= rule.most_wrong, _SLOT.c.role != _RUNS_THE_DAY)
            connection.execute(self._at(number).where(*tried_out).values(is_dead=1))

    def _fits(self, verifier: str, words: str) -> bool:
        if not self._one_at_a_time.acquire(timeout=_MOST_SECONDS_IN_LINE):
            raise Refused("busy")
        try:
            return self._hasher.verify(verifier, words)
        except VerifyMismatchError:
            return False
        finally:
            self._one_at_a_time.release()


def _finds(found: Row[tuple[object, ...]], words: str) -> bool:
    return found.finder in ("", words.split(" ")[0])


def _words(languages: Sequence[str]) -> tuple[str, ...]:
    return word_list(languages[0]).choose()


def _read(code: str) -> tuple[int, str]:
    """Return the number of the slot and the words; a code with no number is of no slot."""
    number = re.match(r"\s*(\d{1,6})\b", code)
    return int(number.group(1)) if number else 0, normal(code)
