"""What a day counts before it is forgotten; these exact numbers are nowhere kept."""

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from interview.content import QueueRule
from interview.desk.store import tables

_TICKET, _MOVE, _SIGNOFF = tables.ticket, tables.move, tables.signoff


@dataclass(frozen=True)
class Counts:
    """The exact numbers of a day; `waits` are minutes from ready to the first call."""

    people: int
    seen: int
    languages: dict[str, int]
    urgencies: dict[str, int]
    outcomes: dict[str, int]
    waits: tuple[int, ...] = field(default=())


def count(
    connection: Connection, event_id: str, rule: QueueRule, languages: tuple[str, ...]
) -> Counts:
    """Count the day of an event."""
    tickets = connection.execute(select(_TICKET).where(_TICKET.c.event_id == event_id)).all()
    signed = select(_SIGNOFF).where(_SIGNOFF.c.event_id == event_id).order_by(_SIGNOFF.c.seq)
    # Of several sign-offs of a ticket, the last one counts.
    outcomes = {row.number: row.outcome for row in connection.execute(signed).all()}
    spoken = Counter(row.language for row in tickets)
    urgencies = Counter(
        urgency_of(rule, row.rank, row.ready, row.due) for row in tickets if row.ready is not None
    )
    return Counts(
        people=len(tickets),
        seen=len(outcomes),
        languages={language: spoken[language] for language in languages},
        urgencies={urgency: urgencies[urgency] for urgency in rule.worth},
        outcomes=dict(sorted(Counter(outcomes.values()).items())),
        waits=_waits(connection, event_id),
    )


def urgency_of(rule: QueueRule, rank: int, ready: int, due: int) -> str:
    """Return the urgency that a place in line stands for; two of one worth are told as the last."""
    if rank == rule.rank_of_now:
        return "now"
    worths = {worth: urgency for urgency, worth in rule.worth.items() if urgency != "now"}
    return worths.get(ready - due, "none")


def _waits(connection: Connection, event_id: str) -> tuple[int, ...]:
    moves = select(_MOVE).where(_MOVE.c.event_id == event_id).order_by(_MOVE.c.number, _MOVE.c.seq)
    ready: dict[int, int] = {}
    called: dict[int, int] = {}
    for row in connection.execute(moves).all():
        if row.goal == "waiting":
            ready.setdefault(row.number, row.minute)
        elif row.goal == "with_reviewer":
            called.setdefault(row.number, row.minute)
    return tuple(sorted(called[number] - ready[number] for number in called if number in ready))
