"""The desk of one event: all that pages and commands do with it."""

import datetime
from dataclasses import dataclass

from sqlalchemy import select

from interview.desk.life.entry import DeskEntry
from interview.desk.life.people import DeskPeople
from interview.desk.queue import Board, Hanging, Pace, SignOfLife, Taker, board, hanging, pace
from interview.desk.rights import Standing
from interview.desk.store import tables
from interview.desk.tickets import Ticket

_MOVE, _SIGNOFF = tables.move, tables.signoff
_STILL_TO_SEE = ("arrived", "interview", "waiting", "second_look")


@dataclass(frozen=True)
class TicketSeen:
    """A ticket in the list of those inside: how far, and for how many minutes so."""

    ticket: Ticket
    sign: SignOfLife
    minutes: int


@dataclass(frozen=True)
class Called:
    """A number on the wall, and where it goes: its own place, or the reviewer's number."""

    number: int
    place: str
    reviewer: int


class EventDesk(DeskEntry, DeskPeople):
    """One event: who may do what is asked of the one table, each time."""

    def inside(self, standing: Standing) -> tuple[TicketSeen, ...]:
        """Return those who are here and whose progress somebody may see, by number; no answers."""
        now = self.now()
        return tuple(
            TicketSeen(ticket, self._signs.of(ticket.number), _minutes(now - ticket.since))
            for ticket in sorted(self.every(), key=lambda one: one.number)
            if not self.content.desk.moves.state(ticket.state).ends
            and self._rows.may(standing, "see_progress", ticket)
        )

    def wall(self) -> tuple[Called, ...]:
        """Return the numbers that are called, and nothing else of them."""
        nth = {card.slot: card.nth for card in self._cards.seen()}
        return tuple(
            Called(ticket.number, ticket.place, nth.get(ticket.holder or 0, 0))
            for ticket in sorted(self.every(), key=lambda one: one.since, reverse=True)
            if ticket.is_called
        )

    def waiting(self, standing: Standing) -> dict[str, int]:
        """Return how many wait now and later: for the home of a reviewer."""
        self.must(standing, "call_next")
        rule = self.content.desk.queue
        waiting = [ticket for ticket in self.every() if ticket.state == "waiting"]
        now = sum(ticket.rank == rule.rank_of_now for ticket in waiting)
        looks = sum(ticket.state == "second_look" for ticket in self.every())
        return {"now": now, "others": len(waiting) - now, "second_look": looks}

    def board(self, standing: Standing) -> Board:
        """Return the coordinator's board."""
        self.must(standing, "see_board")
        tickets, now = self.every(), self.now()
        return board(
            self.content.desk,
            tickets,
            self._arrived(),
            self._hanging(tickets),
            self._pace(tickets),
            tuple(card.slot for card in self._cards.seen() if card.is_dead),
            now,
        )

    def unseen(self, standing: Standing) -> int:
        """Return how many will not be seen at this pace: for the door, which tells people early."""
        self.must(standing, "give_ticket")
        return self._pace(self.every()).unseen

    def _takers(self) -> tuple[Taker, ...]:
        calls = frozenset(role.id for role in self.content.desk.rights.roles if role.calls)
        at_work = self._sessions.slots_at_work(calls)
        return tuple(
            Taker(card.slot, card.can_court, card.languages)
            for card in self._cards.seen()
            if card.slot in at_work
        )

    def _hanging(self, tickets: tuple[Ticket, ...]) -> tuple[Hanging, ...]:
        with self.store.read() as connection:
            wanted = select(_SIGNOFF).where(_SIGNOFF.c.event_id == self.event_id)
            signed = connection.execute(wanted.order_by(_SIGNOFF.c.seq)).all()
        return tuple(
            hanging(
                self.content.desk.queue, tickets, self._takers(), self.now(),
                lambda number: self._signs.of(number).seen,
                lambda number: tuple(row.slot for row in signed if row.number == number),
            )
        )  # fmt: skip

    def _pace(self, tickets: tuple[Ticket, ...]) -> Pace:
        inside = sum(ticket.state in _STILL_TO_SEE for ticket in tickets)
        left = _minutes(self.closes_at - self.now())
        rule = self.content.desk.queue
        return pace(rule, inside, len(self._takers()), left, self._reviews())

    def _arrived(self) -> tuple[datetime.datetime, ...]:
        of_event = (_MOVE.c.event_id == self.event_id, _MOVE.c.seq == 0)
        with self.store.read() as connection:
            minutes = connection.scalars(select(_MOVE.c.minute).where(*of_event)).all()
        return tuple(
            datetime.datetime.fromtimestamp(minute * 60, self.now().tzinfo) for minute in minutes
        )

    def _reviews(self) -> tuple[int, ...]:
        """The minutes of each review that ended with a sign-off."""
        moves = select(_MOVE).where(_MOVE.c.event_id == self.event_id)
        begun: dict[int, int] = {}
        ended = []
        with self.store.read() as connection:
            rows = connection.execute(moves.order_by(_MOVE.c.number, _MOVE.c.seq)).all()
        for row in rows:
            if row.goal == "with_reviewer":
                begun[row.number] = row.minute
            elif row.begin == "with_reviewer" and row.goal in ("leaving", "second_look"):
                ended.append(row.minute - begun[row.number])
        return tuple(ended)


def _minutes(span: datetime.timedelta) -> int:
    return int(span.total_seconds()) // 60
