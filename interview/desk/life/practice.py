"""A day of practice: made-up people in all states, so that each of the team has work."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from interview.content import Content
from interview.desk.cards import RoleCard
from interview.desk.life.desk import EventDesk
from interview.desk.life.plan import DayPlan, ReviewerPlan
from interview.desk.life.start import plan_day
from interview.desk.memory import Stretching
from interview.desk.rights import DayClock, Standing

# How many of the people, in order, are left at which point; all others wait.
_ARRIVED, _ANSWERING, _OUT, _LEAVING = 4, 6, 3, 2
_HOURS = 8


@dataclass(frozen=True)
class MadeUp:
    """A made-up person: packed answers, language, urgency, and whether a court is in it."""

    packed: bytes
    language: str
    urgency: str | None
    court: bool


def practice_day(
    folder: Path,
    content: Content,
    clock: DayClock,
    people: Sequence[MadeUp],
    cost: Stretching | None = None,
) -> tuple[EventDesk, tuple[RoleCard, ...]]:
    """Return an open day with people in it, and the cards of its team. Raises PlanError."""
    desk, cards = plan_day(folder, content, _plan(content, clock()), clock, cost=cost)
    desk.unlock(" ".join(cards[0].words))
    team = {(card.role, card.nth): _standing(content, card) for card in cards}
    door, helper, out = team["door", 1], team["helper", 1], team["exit", 1]
    numbers = [_come(desk, door, helper, nth, person) for nth, person in enumerate(people)]
    reviewed = [_review(desk, team["reviewer", 1], nth == 0) for nth in range(1 + _OUT + _LEAVING)]
    for number in reviewed[1 + _LEAVING :]:
        desk.let_go(out, number)
    desk.set_left(door, numbers[0])
    return desk, cards


def _plan(content: Content, now: datetime.datetime) -> DayPlan:
    usual = content.desk.plan.defaults
    end = min(now + datetime.timedelta(hours=_HOURS), now.replace(hour=23, minute=59))
    return DayPlan(
        word=content.desk.plan.practice.to_self,
        day=now.date(),
        opens=datetime.time(0),
        closes=end.time().replace(second=0, microsecond=0),
        languages=usual.languages,
        results=usual.results,
        seating=usual.seating,
        reviewers=(ReviewerPlan(True, usual.languages), ReviewerPlan(False, usual.languages)),
        students=1,
        is_practice=True,
    )


def _standing(content: Content, card: RoleCard) -> Standing:
    """Where somebody of the team stands while the day is made ready; nobody has come in yet."""
    station = content.desk.rights.role(card.role).station
    return Standing("", card.slot, card.role, card.nth, station, card.can_court, card.languages)


def _come(desk: EventDesk, door: Standing, helper: Standing, nth: int, person: MadeUp) -> int:
    number = desk.arrive(door, person.language).number
    if nth >= _ARRIVED:
        desk.begin(door, number)
    if nth >= _ARRIVED + _ANSWERING:
        desk.finish(helper, number, person.packed, person.urgency, person.court)
    else:
        desk.progress(number, nth % 5 + 1, 6)
    return number


def _review(desk: EventDesk, reviewer: Standing, second_look: bool) -> int:
    called = desk.call_next(reviewer)
    assert called is not None
    outcome = desk.content.desk.sign_off.outcomes[0].id
    desk.sign(reviewer, called.number, outcome, True, second_look)
    return called.number
