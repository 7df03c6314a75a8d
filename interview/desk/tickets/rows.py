"""How tickets stand in the store: changed only as they were seen, each move written down."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, func, select, update

from interview.content import Desk
from interview.desk.cards import Sessions
from interview.desk.rights import DayClock, Refused, Standing, may, seconds_of
from interview.desk.store import tables
from interview.desk.tickets.ticket import Ticket, ticket_of

_TICKET, _MOVE, _SIGNOFF = tables.ticket, tables.move, tables.signoff


class TicketRows:
    """The rows of one event's tickets, inside a transaction of the caller."""

    def __init__(self, event_id: str, desk: Desk, clock: DayClock, sessions: Sessions) -> None:
        self.event, self.desk, self._clock, self._sessions = event_id, desk, clock, sessions

    @property
    def minute(self) -> int:
        """The whole minutes since 1970."""
        return seconds_of(self._clock) // 60

    def find(self, connection: Connection, number: int) -> Ticket:
        """Return a ticket; raise Refused."""
        found = self.with_number(connection, number)
        if found is None:
            raise Refused("no_such_ticket")
        return found

    def with_number(self, connection: Connection, number: int) -> Ticket | None:
        """Return a ticket, or None where there is none of this number."""
        return next(self.some(connection, _TICKET.c.number == number), None)

    def some(self, connection: Connection, *which: ColumnElement[bool]) -> Iterator[Ticket]:
        """Yield tickets in the order in which they are called."""
        order = (_TICKET.c.rank, _TICKET.c.due, _TICKET.c.number)
        wanted = select(_TICKET).where(_TICKET.c.event_id == self.event, *which).order_by(*order)
        return (ticket_of(row) for row in connection.execute(wanted).all())

    def allowed(
        self, connection: Connection, standing: Standing, action: str, number: int
    ) -> Ticket:
        """Return a ticket with which somebody may do something; raise Refused.

        Who may not, is told what they are told of a ticket that is not there.
        """
        found = self.find(connection, number)
        if not self.may(standing, action, found):
            raise Refused("no_such_ticket")
        return found

    def may(self, standing: Standing, action: str, ticket: Ticket) -> bool:
        """Say whether somebody may do something with a ticket as it stands."""
        where = self.desk.moves.state(ticket.state).station
        return may(self.desk, standing, action, where, ticket.holder, ticket.number)

    def add(self, connection: Connection, slot: int, values: dict[str, object]) -> None:
        """Write a new ticket, and that it came; raise Refused where the day takes none."""
        of_event = tables.event.c.id == self.event
        life = connection.scalars(select(tables.event.c.state).where(of_event)).one()
        if "tickets" not in self.desk.moves.life_state(life).lets:
            raise Refused("closed_to_new")
        state = self.desk.moves.starts
        connection.execute(
            _TICKET.insert().values(
                event_id=self.event, state=state, ready=None, due=None, court=0, holder=None,
                kept_from="", away_until=0, since=self.minute, is_called=0, version=0, **values,
            )
        )  # fmt: skip
        self._write_down(connection, int(str(values["number"])), "", state, slot)

    def move(
        self,
        connection: Connection,
        standing: Standing,
        ticket: Ticket,
        action: str,
        goal: str,
        **values: object,
    ) -> None:
        """Move a ticket, if the table has such a move and nobody was faster; raise Refused."""
        if not self.desk.moves.allows(ticket.state, goal, action):
            raise Refused("not_this_move", number=ticket.number)
        changed = {"holder": None, "is_called": 0, "since": self.minute, **values, "state": goal}
        self.change(connection, ticket, **changed)
        self._write_down(connection, ticket.number, ticket.state, goal, standing.slot or None)
        if self.desk.moves.state(goal).station != self.desk.rights.role("person").station:
            self._sessions.end_of_ticket(connection, ticket.number)

    def change(self, connection: Connection, ticket: Ticket, **values: object) -> None:
        """Change a ticket that is still as it was seen; raise Refused."""
        as_seen = (
            _TICKET.c.event_id == self.event,
            _TICKET.c.number == ticket.number,
            _TICKET.c.version == ticket.version,
        )
        wanted = update(_TICKET).where(*as_seen).values(version=ticket.version + 1, **values)
        if connection.execute(wanted).rowcount != 1:
            raise Refused("taken", number=ticket.number)

    def signers(self, connection: Connection, number: int) -> tuple[int, ...]:
        """Return the slots that signed a ticket, the first one first."""
        of_ticket = (_SIGNOFF.c.event_id == self.event, _SIGNOFF.c.number == number)
        wanted = select(_SIGNOFF.c.slot).where(*of_ticket).order_by(_SIGNOFF.c.seq)
        return tuple(connection.scalars(wanted))

    def sign(
        self, connection: Connection, number: int, slot: int, values: dict[str, object]
    ) -> None:
        """Write a sign-off down."""
        seq = len(self.signers(connection, number))
        connection.execute(
            _SIGNOFF.insert().values(
                event_id=self.event, number=number, seq=seq, slot=slot, minute=self.minute, **values
            )
        )

    def _write_down(
        self, connection: Connection, number: int, begin: str, goal: str, slot: int | None
    ) -> None:
        of_ticket = (_MOVE.c.event_id == self.event, _MOVE.c.number == number)
        last = connection.scalar(select(func.max(_MOVE.c.seq)).where(*of_ticket))
        connection.execute(
            _MOVE.insert().values(
                event_id=self.event, number=number, seq=0 if last is None else last + 1,
                begin=begin, goal=goal, slot=slot, minute=self.minute,
            )
        )  # fmt: skip
