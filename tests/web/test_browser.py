"""A real browser: whole walks, every kind of page, and axe finds nothing.

With NEXT_STEPS_PICTURES naming a folder, a picture of each page goes there.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from real_browser import (
    AXE_RULES,
    NEEDS_CHROMIUM,
    PICTURES,
    answered,
    hand_over,
    otherwise_no,
)
from test_walks import LONGEST, QUIET, page_of

RED = {
    **LONGEST,
    "birth_date": "1979-05",
    "immigration_history": ["missed_hearing"],
    "family": ["child_citizen_lpr"],
    "community": ["work", "taxes"],
    "early_trips": "none",
    "detained": "no",
    "removal_date_set": "no",
}
NOTHING_BUT_NO = {
    "health": [], "caregiving": [], "victim_or_witness": [], "family": [], "community": ["work"],
    "pending_relief": [], "immigration_history": [], "significant_offenses": [],
    "education": "graduated", "military_service": "none", "child_2014_11_20": "neither",
    "helper": "nobody", "in_us_since_2014_01_01": "yes",
}  # fmt: skip
BLUE = {**QUIET, **NOTHING_BUT_NO}
YELLOW = {**BLUE, "any_arrest": "yes", "any_conviction": "no", "open_charge": "no",
          "theft_or_assault_arrest": "no"}  # fmt: skip
LANES = {"red": RED, "yellow": YELLOW, "blue": BLUE}

pytestmark = NEEDS_CHROMIUM


class Person:
    """Someone at a browser, who answers as told and looks at each page."""

    def __init__(self, page, base, language, width, pictures):
        self.page, self.base, self.pictures = page, base, pictures
        self.ending = f"{language}-{width}"
        self.language = language
        self.width = width
        self.foreign = []
        page.set_default_timeout(15_000)
        page.on("request", lambda r: self.foreign.append(r.url) if base not in r.url else None)

    def look(self, name):
        """Find nothing wrong with the page, and take a picture where somebody wants one."""
        if PICTURES:
            self.page.screenshot(path=self.pictures / f"{name}-{self.ending}.png", full_page=True)
        self.no_sideways_scroll(name)
        found = Axe().run(self.page, options={"runOnly": AXE_RULES})
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"

    def no_sideways_scroll(self, name):
        self.page.wait_for_load_state()
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.width, f"{name} is {wide} wide"

    def answer(self, answers, default="no"):
        """Fill in the question page that is open, and continue."""
        page = self.page
        names = page.eval_on_selector_all(
            "main form [name]:not([type=hidden]):not(button)",
            "found => [...new Set(found.map(f => f.name))]",
        )
        for name in names:
            self.set(name, answers, default)
        page.click("main form button >> nth=0")

    def set(self, name, answers, default):
        fact, _, part = name.partition("-")
        given = answers.get(fact, default)
        if part:
            parts = dict(zip(("year", "month", "day"), given.split("-"), strict=False))
            if part == "unsure":
                if not parts["year"].isdigit():
                    self.page.check(f'[name="{name}"]')
            elif part == "month":
                self.page.select_option(f'[name="{name}"]', parts.get(part, "").lstrip("0"))
            else:
                self.page.fill(f'[name="{name}"]', parts.get(part, ""))
            return
        for value in given if isinstance(given, list) else [given]:
            self.choose(name, value)
        if given == []:
            self.choose(name, "none")

    def choose(self, name, value):
        boxes = self.page.locator(f'[name="{name}"][value="{value}"]')
        if self.page.locator(f'select[name="{name}"]').count():
            self.page.select_option(f'[name="{name}"]', value)
        elif boxes.count():
            boxes.check()
        else:
            self.page.check(f'[name="{name}"][value="unsure"]')


WALKS = [("es", 360), ("en", 1280)]


@pytest.fixture(params=WALKS, ids=["Spanish at 360 px", "English at 1280 px"])
def person(request, served, chromium, pictures):
    language, width = request.param
    _, base = served
    context = chromium.new_context(viewport={"width": width, "height": 800}, locale=language)
    yield Person(context.new_page(), base, language, width, pictures)
    context.close()


def test_a_walk_through_the_whole_interview_has_nothing_wrong_on_any_kind_of_page(person, served):
    app, base = served
    page = person.page
    kinds = {
        page_of(app, "in_us_now"): "question-shared",
        page_of(app, "any_arrest"): "question",
        page_of(app, "first_arrival_date"): "date",
        page_of(app, "immigration_history"): "checkboxes",
        page_of(app, "state"): "state",
    }
    page.goto(base)
    person.look("start")
    person.answer({"answering_for": "self"})
    for _ in range(80):
        address = page.url.removeprefix(base)
        if address == "/check":
            break
        person.no_sideways_scroll(address)
        if address in kinds:
            page.eval_on_selector_all("main details", "all => all.forEach(d => d.open = true)")
            person.look(kinds[address])
        if address == page_of(app, "first_arrival_date"):
            page.fill("[maxlength='4']", "2066")
            page.click("main form button >> nth=0")
            # The browser moves the focus just after it draws the page, at a time of its own.
            page.wait_for_function("document.activeElement.className === 'problem'")
            person.look("error")
        person.answer(RED)
    person.look("check")
    page.click("main a[rel=next]")
    assert page.get_attribute("[data-lane]", "data-lane") == "red"
    assert page.is_visible("#print")
    person.look("next-steps-red")
    page.eval_on_selector_all("main details", "all => all.forEach(d => d.open = true)")
    person.look("next-steps-red-open")
    assert person.foreign == []


@pytest.mark.parametrize("lane", ["yellow", "blue"])
def test_the_other_lanes_have_nothing_wrong(person, served, lane):
    app, base = served
    page = person.page
    visitor = answered(app, otherwise_no(app, LANES[lane]), person.language)
    hand_over(page.context, base, visitor)
    page.goto(base + "/next-steps")
    assert page.get_attribute("[data-lane]", "data-lane") == lane
    person.look(f"next-steps-{lane}")


@pytest.mark.parametrize("address", ["/urgent", "/words", "/privacy", "/about", "/map", "/nothing"])
def test_the_pages_that_are_only_read_have_nothing_wrong(person, address):
    person.page.goto(person.base + address)
    person.look(address.strip("/"))


def test_leaving_ends_on_a_neutral_page_and_back_shows_no_answer(person):
    page = person.page
    page.goto(person.base)
    person.answer({"answering_for": "self"})
    page.check("[name=detained][value=no]")
    page.click("a.leave")
    page.wait_for_url("**/left/*")
    person.look("left")
    page.go_back()
    assert page.locator("[name=detained]").count() == 0
