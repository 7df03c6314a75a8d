"""Every screen of an event in a browser: nothing beyond its sides, nothing too small to press."""

import pytest
from answers import LONGEST, QUIET
from axe_playwright_python.sync_playwright import Axe
from browser import AXE_RULES, BEYOND, NEEDS_CHROMIUM, WIDE, launched, serving
from open_event import opened
from test_small_day import called, handed_in, signed, ticket_for

pytestmark = [*NEEDS_CHROMIUM, pytest.mark.content, pytest.mark.slow]
WIDTHS = (320, 1280)
# What is pressed: 44 px high at least, but for words in the middle of a sentence.
SMALL = """[...document.querySelectorAll(
        'main a, main button, main input, main select, main textarea, main summary, .side a')]
    .filter(one => one.checkVisibility() && one.type !== 'hidden' && !one.closest('.tile')
        && one.getBoundingClientRect().height < 44)
    .map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A day in the middle: somebody at each station, and a browser for each of the team."""
    event = opened(tmp_path_factory.mktemp("screens") / "day")
    door, reviewer = event.member("door"), event.member("reviewer")
    out, second = event.member("exit"), event.member("reviewer", 2)
    numbers = []
    for turn, answers in enumerate([LONGEST, QUIET, LONGEST, QUIET]):
        number, code = ticket_for(door, language=("es", "en")[turn % 2], place=f"{turn + 4}")
        tablet = event.tablet()
        tablet.join(code)
        handed_in(tablet, answers)
        numbers.append(number)
    left = called(reviewer)
    signed(reviewer, hand_over=["next_steps", "evidence"])
    out.do("/desk-exit", "show", number=left)
    called(reviewer)
    reviewer.get("/desk-review")
    reviewer.do("/desk-review", "change", fact="any_arrest")
    called(second)
    ticket_for(door)
    helper, coordinator = event.member("helper"), event.member("coordinator")
    event.screens = {
        "/desk-door": door, "/desk-floor": helper, "/desk-scan": helper, "/desk-wall": door,
        "/desk-reviews": second, "/desk-review": reviewer, "/desk-change": reviewer,
        "/desk-sign": reviewer, "/desk-exit": out, "/desk-board": coordinator,
        "/desk-print": coordinator, "/desk-close": coordinator, "/handed": tablet,
        "/desk": event.tablet(), "/ticket": event.tablet(),
    }  # fmt: skip
    yield event
    event.desk.shut()


@pytest.fixture(scope="module")
def pages(day):
    """A browser for each screen: pages(address, width, language)."""
    with serving(day.app) as base, launched() as browser:
        port = base.rpartition(":")[2]

        def at(address, width, language):
            context = browser.new_context(base_url=base, viewport={"width": width, "height": 800})
            for one in day.screens[address].client._cookies.values():
                name = one.key.replace("__Host-", "").replace("-443", f"-{port}")
                context.add_cookies([{"name": name, "value": one.value, "url": base}])
            page = context.new_page()
            page.goto(f"/lang/{language}?to={address}")
            assert page.url.partition("?")[0] == base + address
            return page

        yield at


SCREENS = (
    "/desk-door", "/desk-floor", "/desk-scan", "/desk-wall", "/desk-reviews", "/desk-review",
    "/desk-change", "/desk-sign", "/desk-exit", "/desk-board", "/desk-print", "/desk-close",
    "/handed", "/desk", "/ticket",
)  # fmt: skip


@pytest.mark.sampled(6)
@pytest.mark.parametrize("address", SCREENS)
def test_a_screen_fits_and_everybody_can_use_it(pages, address):
    for width in WIDTHS:
        for language in ("en", "es"):
            page = pages(address, width, language)
            where = (address, width, language)
            assert page.evaluate(BEYOND) == [] and page.evaluate(WIDE) <= 0, where
            assert page.evaluate(SMALL) == [], where
            if language == "es":
                options = {"runOnly": {"type": "tag", "values": AXE_RULES}}
                found = Axe().run(page, options=options).response["violations"]
                assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], where
            page.context.close()
