"""Who is called next and by whom, and how a review ends: signed, given back, handed over."""

from sqlalchemy import Connection, select

from interview.desk.rights import Refused, Standing
from interview.desk.store import Store, tables
from interview.desk.tickets.rows import TicketRows
from interview.desk.tickets.ticket import Ticket

_TICKET, _SLOT = tables.ticket, tables.slot
_HELD = "with_reviewer"


class Calls:
    """Tickets as reviewers take them and let go of them: one slot, one ticket."""

    def __init__(self, store: Store, rows: TicketRows) -> None:
        self._store, self._rows = store, rows

    def call(self, standing: Standing, action: str, state: str) -> Ticket | None:
        """Take the first ticket of a state that a slot can take; None where there is none."""
        with self._store.write() as connection:
            self._refuse_a_second(connection, standing.slot)
            for ticket in self._rows.some(connection, _TICKET.c.state == state):
                if not self._is_away(ticket) and self._can_take(connection, standing, ticket):
                    self._rows.move(
                        connection, standing, ticket, action, _HELD, holder=standing.slot,
                        is_called=1,
                    )  # fmt: skip
                    return self._rows.find(connection, ticket.number)
        return None

    def _refuse_a_second(self, connection: Connection, slot: int) -> None:
        if self._held_by(connection, slot) is not None:
            raise Refused("holds_one")

    def _held_by(self, connection: Connection, slot: int) -> Ticket | None:
        return next(self._rows.some(connection, _TICKET.c.holder == slot), None)

    def _is_away(self, ticket: Ticket) -> bool:
        return ticket.away_until.timestamp() > self._rows.minute * 60

    def _can_take(self, connection: Connection, standing: Standing, ticket: Ticket) -> bool:
        signers = self._rows.signers(connection, ticket.number)
        return can_take(ticket, standing.slot, standing.can_court, standing.languages, signers)

    def mine(self, slot: int) -> Ticket | None:
        """Return the ticket that a slot holds."""
        with self._store.read() as connection:
            return self._held_by(connection, slot)

    def call_again(self, standing: Standing, number: int, is_called: bool) -> None:
        """Show a number on the wall once more, or take it off: the person is here."""
        with self._store.write() as connection:
            ticket = self._rows.allowed(connection, standing, "call_again", number)
            self._rows.change(connection, ticket, is_called=int(is_called))

    def not_there(self, standing: Standing, number: int) -> None:
        """Put a ticket back that nobody came for; it is left out for some minutes."""
        away = self._rows.minute + self._rows.desk.queue.away_minutes
        self._back(standing, number, "not_there", away_until=away)

    def give_back(self, standing: Standing, number: int, is_conflict: bool) -> None:
        """Put a ticket back in its place in line; after a conflict not for this slot again."""
        self._back(standing, number, "give_back", is_conflict)

    def _back(
        self,
        standing: Standing,
        number: int,
        action: str,
        is_conflict: bool = False,
        **values: object,
    ) -> None:
        with self._store.write() as connection:
            ticket = self._rows.allowed(connection, standing, action, number)
            if is_conflict:
                kept = sorted(ticket.kept_from | {standing.slot})
                values["kept_from"] = " ".join(map(str, kept))
            self._rows.move(
                connection, standing, ticket, action, self._line(connection, number), **values
            )

    def _line(self, connection: Connection, number: int) -> str:
        """The line that a ticket waits in: what was signed, waits for the second look."""
        return "second_look" if self._rows.signers(connection, number) else "waiting"

    def hand_over(self, standing: Standing, number: int, slot: int | None) -> None:
        """Give a ticket to a slot that can take it, or put it back in line; raise Refused."""
        with self._store.write() as connection:
            ticket = self._rows.allowed(connection, standing, "hand_over", number)
            if slot is None:
                goal, called = self._line(connection, number), 0
            else:
                goal, called = _HELD, 1
                self._refuse_a_second(connection, slot)
                self._refuse_unfit(connection, ticket, slot)
            self._rows.move(
                connection, standing, ticket, "hand_over", goal, holder=slot, is_called=called
            )

    def _refuse_unfit(self, connection: Connection, ticket: Ticket, slot: int) -> None:
        wanted = select(_SLOT).where(_SLOT.c.event_id == self._rows.event, _SLOT.c.number == slot)
        found = connection.execute(wanted).first()
        if found is None or not self._rows.desk.rights.role(found.role).calls:
            raise Refused("no_slot")
        signers = self._rows.signers(connection, ticket.number)
        languages = tuple(found.languages.split())
        if not can_take(ticket, slot, bool(found.can_court), languages, signers):
            raise Refused("cannot_take", number=ticket.number)
        if signers and not self._rows.desk.rights.role(found.role).signs:
            raise Refused("cannot_take", number=ticket.number)

    def sign(
        self, standing: Standing, number: int, outcome: str, agreed: bool, second_look: bool
    ) -> str:
        """Write a sign-off and move the ticket, both or none; return the state that follows.

        What a student signs goes to the second look, and so does what a reviewer sends there.
        """
        role = self._rows.desk.rights.role(standing.role)
        goal = "second_look" if second_look or role.signs_for_second_look else "leaving"
        values: dict[str, object] = {
            "outcome": outcome,
            "agreed": int(agreed),
            "second_look": int(goal == "second_look"),
        }
        with self._store.write() as connection:
            ticket = self._rows.allowed(connection, standing, "sign", number)
            self._rows.sign(connection, number, standing.slot, values)
            self._rows.move(connection, standing, ticket, "sign", goal)
        return goal


def can_take(
    ticket: Ticket,
    slot: int,
    can_court: bool,
    languages: tuple[str, ...],
    signers: tuple[int, ...],
) -> bool:
    """Say whether a slot may take a ticket: language, court, no conflict, not signed by itself."""
    return (
        ticket.language in languages
        and (can_court or not ticket.court)
        and slot not in ticket.kept_from
        and slot not in signers
    )
