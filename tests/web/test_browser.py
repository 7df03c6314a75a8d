"""A real browser: whole visits, every kind of page, and axe finds nothing.

With NEXT_STEPS_PICTURES naming a folder, a picture of each page goes there.
"""

import pytest
from answers import LANES, RED
from browser import NEEDS_CHROMIUM, Person, hand_over
from visitor import finished, otherwise_no, page_of

pytestmark = NEEDS_CHROMIUM


VISITS = [("es", 360), ("en", 1280)]


@pytest.fixture(params=VISITS, ids=["Spanish at 360 px", "English at 1280 px"])
def person(request, base, new_page, pictures):
    language, width = request.param
    page = new_page(viewport={"width": width, "height": 800}, locale=language)
    return Person(page, base, language, width, pictures)


@pytest.mark.sampled(2)
def test_a_visit_through_the_whole_interview_has_nothing_wrong_on_any_kind_of_page(person, app):
    page = person.page
    kinds = {
        page_of(app, "in_us_now"): "question-shared",
        page_of(app, "any_arrest"): "question",
        page_of(app, "first_arrival_date"): "date",
        page_of(app, "immigration_history"): "checkboxes",
        page_of(app, "state"): "state",
    }
    page.goto("/")
    person.look("start")
    person.answer({"answering_for": "self"})
    for _ in range(80):
        if page.locator(".answers").count():
            break
        if page.locator("[data-so-far]").count():
            look_before_the_end(person)
            continue
        address = asked_by(page, app)
        person.no_sideways_scroll(address)
        if address in kinds:
            page.eval_on_selector_all("main details", "all => all.forEach(d => d.open = true)")
            person.look(kinds[address])
        if address == page_of(app, "first_arrival_date"):
            page.fill("[maxlength='4']", "2066")
            page.click("main form button >> nth=0")
            # The browser moves the focus just after it draws the page, at a time of its own.
            page.wait_for_selector(".problem:focus")
            person.look("error")
        person.answer(RED)
    person.look("check")
    page.click("main a[rel=next]")
    page.wait_for_selector("[data-lane]")
    assert page.get_attribute("[data-lane]", "data-lane") == "red"
    assert page.is_visible("#print")
    person.look("next-steps-red")
    page.eval_on_selector_all("main details", "all => all.forEach(d => d.open = true)")
    person.look("next-steps-red-open")
    assert person.foreign == []


def look_before_the_end(person):
    """Find nothing wrong with a break-out and with what can be said so far, and go on."""
    page = person.page
    person.look("break-out")
    floor = page.evaluate("innerHeight") - page.locator(".bar").bounding_box()["height"]
    if person.width < 400:
        for seen_at_once in (".steps b >> nth=0", ".lane .dial >> nth=0"):
            box = page.locator(seen_at_once).bounding_box()
            assert box["y"] + box["height"] <= floor, seen_at_once
    page.goto(person.base + "/steps")
    person.look("so-far")
    page.goto(person.base + "/q")
    person.answer({})


def asked_by(page, app):
    """What tests call the question page that a browser shows."""
    name = page.get_attribute("main form#answers [name]:not([type=hidden]) >> nth=0", "name")
    return page_of(app, name.split("-")[0])


@pytest.mark.sampled(3)
@pytest.mark.parametrize("lane", ["orange", "yellow", "blue"])
def test_the_other_lanes_have_nothing_wrong(person, app, lane):
    page = person.page
    visitor = finished(app, otherwise_no(app, LANES[lane]), person.language)
    hand_over(page.context, person.base, visitor)
    page.goto("/steps")
    assert page.get_attribute("[data-lane]", "data-lane") == lane
    person.look(f"next-steps-{lane}")


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "address", ["/urgent", "/words", "/privacy", "/about", "/map", "/people", "/nothing"]
)
def test_the_pages_that_are_only_read_have_nothing_wrong(person, address):
    person.page.goto(person.base + address)
    person.look(address.strip("/"))


def test_leaving_ends_on_a_neutral_page_and_back_shows_no_answer(person):
    page = person.page
    page.goto(person.base)
    person.answer({"answering_for": "self"})
    page.check("[name=detained][data-value=no]")
    page.click(".leave")
    page.wait_for_url("**/left/*")
    person.look("left")
    page.go_back()
    assert page.locator("[name=detained]").count() == 0
