"""The first tables of a day on a server."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None
branch_labels = None
depends_on = None

# Rows of these are never in the server's log of writes, and a hard stop of the server empties them.
_UNLOGGED = ("ticket", "move", "signoff", "session")


def upgrade() -> None:
    """Make every table, keep passing rows out of the log, and every value out of statistics."""
    _make_lasting()
    _make_passing()
    bind = op.get_bind()
    for table in (*_UNLOGGED, "slot"):
        for column in sa.inspect(bind).get_columns(table):
            op.execute(f'ALTER TABLE {table} ALTER COLUMN "{column["name"]}" SET STATISTICS 0')


def downgrade() -> None:
    """Take every table away."""
    for table in ("tally", *reversed(_UNLOGGED), "slot", "event"):
        op.drop_table(table)


def _whole(name: str, *, key: bool = False, maybe: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, primary_key=key, autoincrement=False, nullable=maybe)


def _word(name: str, *, key: bool = False, maybe: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=maybe)


def _of_event() -> sa.Column[str]:
    return sa.Column("event_id", sa.Text, sa.ForeignKey("event.id"), primary_key=True)


def _make_lasting() -> None:
    op.create_table(
        "event", _word("id", key=True), _word("word"), _word("day"), _word("state"),
        _whole("closes_at"), _whole("is_extended"), _whole("numbers_up_to"), _word("settings"),
    )  # fmt: skip
    op.create_table(
        "slot", _of_event(), _whole("number", key=True), _word("role"), _whole("nth"),
        _whole("can_court"), _word("languages"), _word("finder"), _word("verifier"),
        _whole("used_at", maybe=True), _whole("is_dead"), _whole("tries"), _whole("wait_until"),
    )  # fmt: skip
    op.create_table(
        "tally", _of_event(), _whole("seq", key=True), _word("what"), _word("which"), _word("told")
    )


def _make_passing() -> None:
    op.create_table(
        "ticket", _of_event(), _whole("number", key=True), _word("word"), _word("language"),
        _word("place"), _word("state"), _whole("rank"), _whole("ready", maybe=True),
        _whole("due", maybe=True), _whole("court"), _whole("holder", maybe=True),
        _word("kept_from"), _whole("away_until"), _whole("since"), _whole("is_called"),
        _whole("version"), prefixes=["UNLOGGED"],
    )  # fmt: skip
    op.create_index("ticket_queue", "ticket", ["event_id", "state", "rank", "due"])
    op.create_index(
        "ticket_holder", "ticket", ["event_id", "holder"], unique=True,
        postgresql_where=sa.text("holder IS NOT NULL"),
    )  # fmt: skip
    keys = ("event_id", "number"), ("ticket.event_id", "ticket.number")
    op.create_table(
        "move", _word("event_id", key=True), _whole("number", key=True), _whole("seq", key=True),
        _word("begin"), _word("goal"), _whole("slot", maybe=True), _whole("minute"),
        sa.ForeignKeyConstraint(*keys), prefixes=["UNLOGGED"],
    )  # fmt: skip
    op.create_table(
        "signoff", _word("event_id", key=True), _whole("number", key=True),
        _whole("seq", key=True), _whole("slot"), _word("outcome"), _whole("agreed"),
        _whole("second_look"), _whole("minute"),
        sa.ForeignKeyConstraint(*keys), prefixes=["UNLOGGED"],
    )  # fmt: skip
    op.create_table(
        "session", _of_event(), _word("hash", key=True), _whole("slot", maybe=True),
        _whole("number", maybe=True), _whole("made_at"), _whole("seen_at"), _whole("is_over"),
        prefixes=["UNLOGGED"],
    )  # fmt: skip
