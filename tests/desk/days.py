"""Days of events to play through: a clock that is set by hand, and a team that has come in."""

import datetime
from pathlib import Path

from interview.desk.life import DayPlan, EventDesk, ReviewerPlan, find_day, plan_day
from interview.desk.memory import Stretching

DAY = datetime.date(2026, 12, 5)
BOTH = ("en", "es")
# A guess at words costs next to nothing in tests.
CHEAP = Stretching(64, 1)
PLAN = DayPlan(
    word="luna",
    day=DAY,
    opens=datetime.time(9),
    closes=datetime.time(17),
    languages=BOTH,
    results="after_review",
    seating="seated",
    reviewers=(
        ReviewerPlan(True, BOTH),
        ReviewerPlan(True, ("en",)),
        ReviewerPlan(False, ("es",)),
    ),
    doors=1,
    helpers=1,
    exits=1,
    students=1,
)


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self, hour: int = 9) -> None:
        self.time = datetime.datetime(2026, 12, 5, hour, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.time

    def go(self, minutes: float = 0, seconds: float = 0) -> None:
        self.time += datetime.timedelta(minutes=minutes, seconds=seconds)


class Team:
    """A day that is open, with everybody of its team at work."""

    def __init__(self, folder: Path, content, plan=PLAN, database=None) -> None:
        self.folder, self.content, self.database = folder, content, database
        self.clock = HandClock()
        self.desk, self.cards = plan_day(folder, content, plan, self.clock, database, CHEAP)
        self.words = " ".join(self.cards[0].words)
        self.desk.unlock(self.words)
        self.tokens: dict[str, str] = {}

    def card(self, name: str):
        """The card of door, exit, or reviewer 2."""
        role, _, nth = name.partition(" ")
        return next(c for c in self.cards if (c.role, c.nth) == (role, int(nth or 1)))

    def __call__(self, name: str):
        """The standing of somebody of the team as it is now; they come in at the first time."""
        if name not in self.tokens:
            self.tokens[name], _ = self.desk.enter(self.card(name).code)
        standing = self.desk.standing(self.tokens[name])
        if standing is None:
            self.tokens[name], standing = self.desk.enter(self.card(name).code, self.tokens[name])
        return standing

    def stop(self) -> None:
        """End the process of the desk, as far as the store can tell."""
        self.desk.shut()

    def start_again(self) -> EventDesk:
        self.stop()
        self.desk = find_day(self.folder, self.content, self.clock, self.database, CHEAP)
        return self.desk

    # ------------------------------------------------------------ people, so far

    def arrived(self, language="es", yes=()) -> int:
        return self.desk.arrive(self("door"), language, yes).number

    def ready(self, urgency=None, court=False, language="es", yes=(), packed=b"abcanswers") -> int:
        number = self.arrived(language, yes)
        self.desk.begin(self("door"), number)
        self.desk.finish(self("helper"), number, packed, urgency, court)
        return number

    def signed(self, by="reviewer 1", second_look=False, outcome="advice") -> int:
        number = self.ready()
        called = self.desk.call_next(self(by))
        assert called.number == number
        self.desk.sign(self(by), number, outcome, True, second_look, b"rest")
        return number

    def state(self, number: int) -> str:
        return next(one.state for one in self.desk.every() if one.number == number)
