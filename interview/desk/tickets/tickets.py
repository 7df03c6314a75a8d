"""What happens with tickets outside the review: they come, are filled in, wait, and go."""

import secrets

from sqlalchemy import Connection, func, select, update

from interview.content import TicketWords
from interview.desk.rights import Refused, Standing
from interview.desk.store import Store, tables
from interview.desk.tickets.rows import TicketRows
from interview.desk.tickets.ticket import Ticket

_TICKET, _EVENT = tables.ticket, tables.event
# Numbers are given out in steps, so that a server that was stopped hard gives none of them twice.
_STEP = 50


class Tickets:
    """Tickets as the door, the tablets, the exit and the coordinator change them."""

    def __init__(self, store: Store, rows: TicketRows) -> None:
        self._store, self._rows = store, rows

    def arrive(
        self,
        standing: Standing,
        language: str,
        presses: bool,
        place: str,
        printed: tuple[int, str] | None = None,
    ) -> Ticket:
        """Give a ticket; `printed`: the number and the word of one on paper. Raise Refused."""
        rule = self._rows.desk.queue
        with self._store.write() as connection:
            number, word = printed or (self._next_number(connection), "")
            self._refuse_again(connection, number)
            values: dict[str, object] = {
                "number": number,
                "word": word or self._word(connection, language),
                "language": language,
                "place": place[: self._rows.desk.tickets.most_place_letters],
                "rank": rule.rank_of_now if presses else rule.rank_of_others,
            }
            self._rows.add(connection, standing.slot, values)
            return self._rows.find(connection, number)

    def _next_number(self, connection: Connection) -> int:
        last = connection.scalar(
            select(func.max(_TICKET.c.number)).where(
                _TICKET.c.event_id == self._rows.event,
                _TICKET.c.number < self._rows.desk.tickets.first_spare,
            )
        )
        event = _EVENT.c.id == self._rows.event
        given = connection.scalars(select(_EVENT.c.numbers_up_to).where(event)).one()
        number: int = (given if last is None else last) + 1
        if number > given:
            connection.execute(update(_EVENT).where(event).values(numbers_up_to=given + _STEP))
        return number

    def _refuse_again(self, connection: Connection, number: int) -> None:
        if not 0 < number <= self._rows.desk.tickets.most_number:
            raise Refused("no_such_ticket")
        if next(self._rows.some(connection, _TICKET.c.number == number), None) is not None:
            raise Refused("same_number", number=number)

    def _word(self, connection: Connection, language: str) -> str:
        """Return a word by chance, one that nobody has while there are such."""
        lists = self._rows.desk.tickets.words
        words = lists.get(language) or next(iter(lists.values()))
        taken = connection.scalars(
            select(_TICKET.c.word).where(_TICKET.c.event_id == self._rows.event)
        )
        return secrets.choice(sorted({*words} - {*taken}) or words)

    def begin(self, standing: Standing, number: int) -> None:
        """Let somebody begin with the questions."""
        self.go(standing, number, "join_device", "interview")

    def finish(self, standing: Standing, number: int, urgency: str, court: bool) -> None:
        """Put a ticket in line; whoever was in line before keeps the time from then."""
        rule = self._rows.desk.queue
        with self._store.write() as connection:
            ticket = self._rows.allowed(connection, standing, "finish", number)
            ready = self._rows.minute
            if ticket.ready is not None:
                ready = int(ticket.ready.timestamp()) // 60
            rank = min(ticket.rank, rule.rank_of_now if urgency == "now" else rule.rank_of_others)
            self._rows.move(
                connection, standing, ticket, "finish", "waiting", rank=rank, ready=ready,
                due=ready - rule.worth[urgency], court=int(court),
            )  # fmt: skip

    def go(self, standing: Standing, number: int, action: str, goal: str) -> None:
        """Move a ticket by an action; raise Refused."""
        with self._store.write() as connection:
            ticket = self._rows.allowed(connection, standing, action, number)
            self._rows.move(connection, standing, ticket, action, goal)

    def set_place(self, standing: Standing, number: int, place: str) -> None:
        """Write down at which table somebody sits."""
        with self._store.write() as connection:
            ticket = self._rows.allowed(connection, standing, "set_place", number)
            short = place[: self._rows.desk.tickets.most_place_letters]
            self._rows.change(connection, ticket, place=short)

    def mark_now(self, standing: Standing, number: int) -> None:
        """Put a ticket among those that come first."""
        with self._store.write() as connection:
            ticket = self._rows.allowed(connection, standing, "mark_now", number)
            self._rows.change(connection, ticket, rank=self._rows.desk.queue.rank_of_now)

    def seen(self, standing: Standing, action: str, number: int) -> Ticket:
        """Return a ticket with which somebody may do something; raise Refused."""
        with self._store.read() as connection:
            return self._rows.allowed(connection, standing, action, number)

    def one(self, number: int) -> Ticket | None:
        """Return a ticket, or None where there is none of this number."""
        with self._store.read() as connection:
            return self._rows.with_number(connection, number)

    def every(self) -> tuple[Ticket, ...]:
        """Return all tickets of the event, in the order in which they are called."""
        with self._store.read() as connection:
            return tuple(self._rows.some(connection))


def spare_tickets(rule: TicketWords, language: str, count: int) -> tuple[tuple[int, str], ...]:
    """Return the numbers and words of tickets on paper, for when there is no power."""
    words = rule.words.get(language) or next(iter(rule.words.values()))
    numbers = range(rule.first_spare, min(rule.first_spare + count, rule.most_number + 1))
    return tuple((number, secrets.choice(words)) for number in numbers)
