"""What an event's day keeps: numbers and slots. No answer, name, address or free text has a column.

Times are seconds or minutes since 1970, UTC, as whole numbers; yes and no are 1 and 0.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData()


def _whole(name: str, *, key: bool = False, maybe: bool = False) -> Column[int]:
    # STRICT knows whole numbers by one name.
    kind = BigInteger().with_variant(Integer(), "sqlite")
    return Column(name, kind, primary_key=key, autoincrement=False, nullable=maybe)


def _word(name: str, *, key: bool = False, maybe: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=maybe)


def _of_event() -> Column[str]:
    return Column("event_id", Text, ForeignKey("event.id"), primary_key=True)


event = Table(
    "event", METADATA,
    _word("id", key=True), _word("word"), _word("day"), _word("state"), _whole("closes_at"),
    _whole("is_extended"), _whole("numbers_up_to"), _word("settings"),
    sqlite_strict=True,
)  # fmt: skip
slot = Table(
    "slot", METADATA,
    _of_event(), _whole("number", key=True), _word("role"), _whole("nth"), _whole("can_court"),
    _word("languages"), _word("finder"), _word("verifier"), _whole("used_at", maybe=True),
    _whole("is_dead"), _whole("tries"), _whole("wait_until"),
    sqlite_strict=True,
)  # fmt: skip
ticket = Table(
    "ticket", METADATA,
    _of_event(), _whole("number", key=True), _word("word"), _word("language"), _word("place"),
    _word("state"), _whole("rank"), _whole("ready", maybe=True), _whole("due", maybe=True),
    _whole("court"), _whole("holder", maybe=True), _word("kept_from"), _whole("away_until"),
    _whole("since"), _whole("is_called"), _whole("version"),
    sqlite_strict=True,
)  # fmt: skip
Index("ticket_queue", ticket.c.event_id, ticket.c.state, ticket.c.rank, ticket.c.due)
# One slot holds one ticket at most: the store itself refuses a second one.
Index(
    "ticket_holder", ticket.c.event_id, ticket.c.holder, unique=True,
    sqlite_where=ticket.c.holder.is_not(None), postgresql_where=ticket.c.holder.is_not(None),
)  # fmt: skip
_TICKET = ForeignKeyConstraint(["event_id", "number"], ["ticket.event_id", "ticket.number"])
move = Table(
    "move", METADATA,
    _word("event_id", key=True), _whole("number", key=True), _whole("seq", key=True),
    _word("begin"), _word("goal"), _whole("slot", maybe=True), _whole("minute"),
    _TICKET, sqlite_strict=True,
)  # fmt: skip
signoff = Table(
    "signoff", METADATA,
    _word("event_id", key=True), _whole("number", key=True), _whole("seq", key=True),
    _whole("slot"), _word("outcome"), _whole("agreed"), _whole("second_look"), _whole("minute"),
    ForeignKeyConstraint(["event_id", "number"], ["ticket.event_id", "ticket.number"]),
    sqlite_strict=True,
)  # fmt: skip
session = Table(
    "session", METADATA,
    _of_event(), _word("hash", key=True), _whole("slot", maybe=True),
    _whole("number", maybe=True), _whole("made_at"), _whole("seen_at"), _whole("is_over"),
    sqlite_strict=True,
)  # fmt: skip
# All that remains: the lines of the published tally, as they are told.
tally = Table(
    "tally", METADATA,
    _of_event(), _whole("seq", key=True), _word("what"), _word("which"), _word("told"),
    sqlite_strict=True,
)  # fmt: skip

# In the order in which rows go. The first four are never in PostgreSQL's log of writes.
MOMENTARY = (signoff, move, ticket, session)
DYING = (*MOMENTARY, slot)
VERSION = 1
