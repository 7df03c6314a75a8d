"""An event for tests: a day in a folder, its cards, and people of the team who ask by HTTP."""

import datetime
import html
import re
from dataclasses import dataclass, field

from interview.desk.life import DayPlan, ReviewerPlan, plan_day
from interview.desk.memory import Stretching
from interview.desk.pages import create_event_app
from interview.loading import QUESTIONS, load
from interview.web import Settings

HOST = "desk.internal"
BASE = f"https://{HOST}"
ZONE = datetime.timezone(datetime.timedelta(hours=-6))
DAY = datetime.datetime(2026, 12, 5, 10, 0, tzinfo=ZONE)
QUICK = Stretching(64, 1)
PLAN = DayPlan(
    word="luna",
    day=DAY.date(),
    opens=datetime.time(9),
    closes=datetime.time(17),
    languages=("en", "es"),
    results="after_review",
    seating="seated",
    reviewers=(
        ReviewerPlan(True, ("en", "es")),
        ReviewerPlan(True, ("en", "es")),
        ReviewerPlan(False, ("en", "es")),
    ),
    helpers=2,
    students=1,
)


@dataclass
class Hands:
    """The clock of a day: it stands still until a test moves it on."""

    now: datetime.datetime = DAY

    def __call__(self):
        return self.now

    def pass_(self, **span):
        self.now += datetime.timedelta(**span)


@dataclass
class Event:
    """A day that is open, with everybody's cards."""

    folder: object
    desk: object
    app: object
    cards: tuple
    clock: Hands
    used: set = field(default_factory=set)

    def card(self, role, nth=1):
        return next(card for card in self.cards if card.role == role and card.nth == nth)

    def member(self, role, nth=1):
        """Somebody of the team who has entered with their card."""
        one = Somebody(self)
        assert one.enter(self.card(role, nth).code).status_code == 303
        assert one.client.get_cookie("__Host-desk-443", domain=HOST), f"{role} did not come in"
        return one

    def tablet(self):
        return Somebody(self)


class Somebody:
    """A browser at the event."""

    def __init__(self, event):
        self.event = event
        self.client = event.app.test_client()
        self.page = ""
        self.address = ""

    def get(self, address, **options):
        found = self.client.get(address, base_url=BASE, **options)
        if found.mimetype == "text/html" and found.status_code == 200:
            self.page, self.address = found.text, address
        return found

    def follow(self, address):
        found = self.get(address)
        for _ in range(8):
            if found.status_code != 303:
                return found
            found = self.get(found.headers["Location"])
        raise AssertionError(f"{address} leads in a circle")

    def post(self, address, data, **headers):
        sent = {"Origin": BASE, "Sec-Fetch-Site": "same-origin", **headers}
        return self.client.post(address, data=data, base_url=BASE, headers=sent)

    @property
    def token(self):
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.page)
        return html.unescape(found[1]) if found else ""

    def enter(self, code):
        self.follow("/desk")
        return self.post("/desk", {"csrf_token": self.token, "code": code})

    def do(self, address, deed, **fields):
        """Do something at a station, as its form does; the page must be there first."""
        self.get(address)
        return self.post(address, {"csrf_token": self.token, "do": deed, **fields})

    def note(self):
        """What the last post was refused for."""
        cookie = self.client.get_cookie("__Host-note-443", domain=HOST)
        return "" if cookie is None or cookie.value == "non" else cookie.value.partition("~")[0]

    def join(self, code):
        self.get("/ticket")
        return self.post("/ticket", {"csrf_token": self.token, "code": code})


_CONTENT = load(QUESTIONS)


def opened(folder, plan=PLAN, **settings):
    """Return a day that was planned and opened in a folder."""
    clock = Hands()
    desk, cards = plan_day(folder, _CONTENT, plan, clock, cost=QUICK)
    desk.unlock(" ".join(cards[0].words))
    return Event(folder, desk, app_of(desk, **settings), cards, clock)


def app_of(desk, **settings):
    app = create_event_app(
        desk, Settings(as_of=DAY.date(), kiosk=True, secrets=("x" * 40,), **settings)
    )
    app.testing = True
    return app
