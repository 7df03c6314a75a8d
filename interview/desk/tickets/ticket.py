"""One ticket, as the store has it at one moment."""

import datetime
from dataclasses import dataclass

from sqlalchemy import Row


@dataclass(frozen=True)
class Ticket:
    """A number and a word, the state, and who holds it. No answer hangs on it but rank and court.

    `due` and `ready` are not there before the questions are answered. `kept_from`: the slots that
    gave it back for a conflict. `version` counts its changes.
    """

    number: int
    word: str
    language: str
    place: str
    state: str
    rank: int
    ready: datetime.datetime | None
    due: datetime.datetime | None
    court: bool
    holder: int | None
    kept_from: frozenset[int]
    away_until: datetime.datetime
    since: datetime.datetime
    is_called: bool
    version: int


def ticket_of(row: Row[tuple[object, ...]]) -> Ticket:
    """Return the ticket that a row of the store tells of."""
    return Ticket(
        number=row.number,
        word=row.word,
        language=row.language,
        place=row.place,
        state=row.state,
        rank=row.rank,
        ready=None if row.ready is None else moment(row.ready),
        due=None if row.due is None else moment(row.due),
        court=bool(row.court),
        holder=row.holder,
        kept_from=frozenset(int(slot) for slot in row.kept_from.split()),
        away_until=moment(row.away_until),
        since=moment(row.since),
        is_called=bool(row.is_called),
        version=row.version,
    )


def moment(minute: int) -> datetime.datetime:
    """Return the time of a whole minute since 1970."""
    return datetime.datetime.fromtimestamp(minute * 60, datetime.UTC)
