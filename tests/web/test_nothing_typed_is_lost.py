"""No way off a page of questions loses what was typed there and not sent: tried from the page."""

import itertools

import pytest
from answers import LONGEST, QUIET
from audited import so_many
from browser import in_a_browser
from visitor import Visitor, made, number_of

from interview.web.visit.visit import Draft

# Continue and Skip send an answer; Leave erases on purpose.
SENDING = {("skip", "yes")}
PEOPLE = {"quiet": QUIET, "longest": LONGEST}


def ways_off(page):
    """What leads off a page beside its answers and Leave: (name, value) of each button."""
    return [button for button in page.buttons if button not in SENDING]


def typed_on(visitor):
    """What a person has filled in and not sent."""
    filled = visitor.page.coded(visitor.fill(LONGEST))
    return sorted(
        (name, value.lstrip("0") if "-month" in name else value) for name, value in filled
    )


def shown_on(page):
    """What stands in the fields, without boxes that are empty."""
    return sorted((name, value) for name, value in page.kept() if value)


def shown_at(way):
    """The address that a way off leads to: a slip is shown where it all concludes."""
    return "/steps" if way == "slip" else way


def come_back(visitor, address):
    """Go back to the page of questions, as its pages let one do."""
    if visitor.path != "/q":
        visitor.open("/q")
    if visitor.address != address:
        visitor.press(visitor.page.kept())
    return visitor.page


@pytest.mark.parametrize("person", PEOPLE)
def test_no_way_off_a_question_page_is_one_that_forgets(visitor, person):
    visitor.interview(PEOPLE[person])
    for address, page in visitor.seen:
        if not address.startswith("/q/"):
            continue
        assert [link["href"] for link in page.links if link["href"][:1] != "#"] == [], address
        forms = {found["id"] for tag, found in page.elements if tag == "form"}
        assert forms == {"answers", "erase-cookies"}, address
        for tag, found in page.elements:
            if tag == "button" and "name" in found and found["name"] != "skip":
                assert found.get("form") == "answers", (address, found)


def test_what_was_typed_is_there_again_whichever_way_was_taken_from_whichever_page():
    app = made()
    visitor, tried, pages = Visitor(app.test_client()), set(), itertools.count()
    visitor.begin()
    visitor.press([("answering_for", "self")])
    while visitor.address != "/check":
        here, typed = visitor.address, typed_on(visitor)
        # In a usual run each page takes its turn with a third of the ways.
        every = so_many(3, 1)
        for way in ways_off(visitor.page)[next(pages) % every :: every]:
            visitor.press([*typed, way])
            assert visitor.page.status == 200
            page = come_back(visitor, here)
            assert (visitor.address, shown_on(page)) == (here, typed), (here, way)
            tried.add(way[0] if way[0] != "to" else way)
        if ("language", "en") in visitor.page.buttons:
            visitor.press([*visitor.page.kept(), ("language", "en")])
        visitor.press(visitor.fill(LONGEST))
    read = ("/", "/steps", "slip", "/urgent", "/words", "/privacy", "/about", "/map")
    assert tried == {"language", "both", "back", *(("to", address) for address in read)}


def test_every_page_that_is_reached_from_a_question_leads_back_to_it(visitor):
    visitor.interview(QUIET, until="/q/5")
    for name, address in ways_off(visitor.page):
        if name != "to":
            continue
        visitor.press([*visitor.page.kept(), (name, address)])
        assert visitor.path == shown_at(address)
        assert "/q" in [link["href"] for link in visitor.page.links]
        visitor.open("/q")


def test_several_steps_back_lose_none_of_several_pages(visitor):
    visitor.interview(QUIET, until="/q/9")
    typed = {}
    for _ in range(4):
        here = visitor.address
        typed[here] = typed_on(visitor)
        visitor.press([*typed[here], ("back", "1")])
    # What was answered before leads to the first page without an answer.
    visitor.press(visitor.page.kept())
    for address in typed:
        assert (visitor.address, shown_on(visitor.page)) == (address, typed[address])
        visitor.press([*visitor.page.kept(), ("back", "1")])


def test_what_was_changed_on_an_answered_page_and_not_sent_is_no_answer(visitor, app):
    visitor.interview(QUIET)
    change = ("change", f"{number_of(app, 'case_stage'):03}")
    visitor.press([change])
    answered = shown_on(visitor.page)
    changed = typed_on(visitor)
    visitor.press([*changed, ("to", "/words")])
    assert changed != answered
    assert shown_on(visitor.open("/q")) == changed
    visitor.press(answered)
    assert visitor.address == "/check"
    visitor.press([change])
    assert shown_on(visitor.page) == answered


@pytest.mark.parametrize("state", ["left", "another visit", "an older step", "no token"])
def test_urgent_help_opens_from_a_page_whatever_became_of_its_visit(visitor, state):
    visitor.interview(QUIET, until="/q/5")
    page = visitor.page
    if state == "left":
        visitor.leave()
    if state == "another visit":
        visitor.start()
    if state == "an older step":
        visitor.press(visitor.fill(QUIET))
    visitor.page, visitor.path = page, "/q"
    if state == "no token":
        page.hidden.clear()
    visitor.headers = {"Sec-Fetch-Site": "same-origin"}
    visitor.press([("to", "/urgent")])
    assert (visitor.path, visitor.page.status) == ("/urgent", 200)


@pytest.mark.parametrize("wanted", ["https://elsewhere.example", "//elsewhere", "/q", "", "/leave"])
def test_a_way_off_leads_only_to_our_own_pages(visitor, wanted):
    visitor.start()
    assert visitor.press([("to", wanted)]).status == 400


def test_the_room_for_what_was_typed_holds_several_pages_and_the_oldest_give_way(app, site):
    writer = app.extensions["next_steps visits"].writer
    visit = app.extensions["next_steps visits"].begun("A" * 22, {})
    for number, page in enumerate(site.path.pages, start=1):
        name = f"{page[0].id}-year" if page[0].type == "date" else page[0].id
        visit = visit.drafted(Draft(number, ((name, "2001"),), is_wrong=number % 2 == 0))
    read = writer.read(writer.write(visit), visit.half).drafts
    assert len(read) >= 15 and read == visit.drafts[-len(read) :]


@in_a_browser
@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_in_a_browser_every_button_brings_back_what_was_ticked(new_page, visitor, has_script):
    visitor.interview(QUIET, until="/q/4")
    page = new_page(visitor, "/q", java_script_enabled=has_script)
    ticked = "input[type=radio] >> nth=1"
    page.locator(".help summary").click()
    count = page.locator("button[form=answers][name]:visible").count()
    assert count == 10
    for number in range(count):
        page.locator(ticked).check()
        if not page.locator(".help[open]").count():
            page.locator(".help summary").click()
        button = page.locator("button[form=answers][name]:visible").nth(number)
        name = button.get_attribute("name")
        address = shown_at(button.get_attribute("value")) if name == "to" else "/q"
        before = page.locator("main h1").inner_text()
        button.click()
        page.wait_for_url(f"**{address}")
        if name != "both":
            page.wait_for_function(
                "before => document.querySelector('main h1').innerText !== before", arg=before
            )
        if name == "back":
            page.locator("main form button:not([name])").click()
            page.wait_for_function(
                "before => document.querySelector('main h1').innerText === before", arg=before
            )
        page.goto("/q")
        assert page.locator(ticked).is_checked(), name


@in_a_browser
@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_in_a_browser_enter_still_sends_the_answer(new_page, visitor, site, has_script):
    pages = enumerate(site.path.pages, 1)
    dated = next(n for n, page in pages if [question.type for question in page] == ["date"])
    visitor.interview(LONGEST, until=f"/q/{dated}")
    page = new_page(visitor, "/q", java_script_enabled=has_script)
    before = page.locator("main h1").inner_text()
    page.locator("input[type=text] >> nth=-1").fill("2012")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "before => document.querySelector('main h1').innerText !== before", arg=before
    )
    assert page.url.endswith("/q")
