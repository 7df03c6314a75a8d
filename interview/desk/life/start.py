"""How a day is planned, and found again after a stop."""

import datetime
import secrets
from pathlib import Path

from sqlalchemy import select

from interview.content import Content
from interview.desk.cards import RoleCard
from interview.desk.life.core import DRAFT
from interview.desk.life.desk import EventDesk
from interview.desk.life.plan import DayPlan, PlanError
from interview.desk.memory import Stretching
from interview.desk.rights import DayClock
from interview.desk.store import DATABASE_FILE, Store, StoreError, open_store, tables

_EVENT = tables.event
_ID_BYTES = 4
# The id of the day of a server, beside which nothing of it lies here but the key.
_ID_FILE = "desk.event"
_OF_A_DAY = (DATABASE_FILE, _ID_FILE)


def plan_day(
    folder: Path,
    content: Content,
    plan: DayPlan,
    clock: DayClock,
    database: str | None = None,
    cost: Stretching | None = None,
) -> tuple[EventDesk, tuple[RoleCard, ...]]:
    """Plan a day in a folder of its own, and return its desk with the cards to print.

    Raises PlanError, and StoreError where the folder has a day already.
    """
    plan.check(tuple(content.desk.tickets.words))
    if (full := folder.expanduser().resolve()) and any((full / n).exists() for n in _OF_A_DAY):
        raise StoreError(f"{full}: there is a day in it already. Name another folder")
    event_id = secrets.token_hex(_ID_BYTES)
    store = open_store(folder, content.desk.plan.sync_folders, database, event_id)
    try:
        closes = _closing_time(plan, clock)
        with store.write() as connection:
            connection.execute(
                _EVENT.insert().values(
                    id=event_id, word=plan.word, day=plan.day.isoformat(), state=DRAFT,
                    closes_at=int(closes.timestamp()), is_extended=0, numbers_up_to=0,
                    settings=plan.written(),
                )
            )  # fmt: skip
        if store.is_server:
            (store.folder / _ID_FILE).write_text(event_id, "ascii")
        desk = EventDesk(store, event_id, content, clock, cost or Stretching())
        return desk, tuple(desk.make_card(*slot) for slot in plan.slots())
    except BaseException:
        store.shut()
        raise


def _closing_time(plan: DayPlan, clock: DayClock) -> datetime.datetime:
    """The hour of the plan in the time zone of the clock; raise PlanError when it has passed."""
    now = clock()
    # Of that day, and not of today: the clock may change in between.
    closes = datetime.datetime.combine(plan.day, plan.closes)
    aware = closes.replace(tzinfo=now.tzinfo) if now.tzinfo else closes.astimezone()
    if aware <= now:
        raise PlanError(f"the day would be over already: it closes at {aware:%Y-%m-%d %H:%M}")
    return aware


def find_day(
    folder: Path,
    content: Content,
    clock: DayClock,
    database: str | None = None,
    cost: Stretching | None = None,
) -> EventDesk:
    """Return the desk of a day that was planned; one whose hour has passed is closed at once.

    A closing that was cut off is ended. Raises StoreError.
    """
    full = folder.expanduser().resolve()
    if not any((full / name).exists() for name in _OF_A_DAY):
        raise StoreError(f"{full}: there is no day in it. Plan one, or name another folder")
    if database is None and (full / _ID_FILE).exists():
        raise StoreError(f"{full}: this day is on a server. Name it with --database")
    name = (full / _ID_FILE).read_text("ascii").strip() if database else ""
    store = open_store(folder, content.desk.plan.sync_folders, database, name)
    try:
        desk = EventDesk(store, name or _only_event(store), content, clock, cost or Stretching())
        desk.take_up()
    except BaseException:
        store.shut()
        raise
    return desk


def _only_event(store: Store) -> str:
    with store.read() as connection:
        found = connection.scalars(select(_EVENT.c.id)).all()
    if not found:
        raise StoreError(
            f"{store.folder}: planning this day was cut off. Remove the folder, then plan it again"
        )
    return str(found[0])
