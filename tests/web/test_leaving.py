"""Leaving: a clearing page, a dead cookie, a neutral page; nothing comes back."""

import gzip
import time
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsers import MARKS, remembering_chromium, serving, settle, step, with_answers
from conftest import made
from test_walks import QUIET, page_of
from visitor import Visitor

from interview.summary.html import STATIC


def later(monkeypatch, seconds):
    """Let the server's clock be ahead."""
    ahead = SimpleNamespace(time=lambda: time.time() + seconds)
    monkeypatch.setattr("interview.web.visitors.time", ahead)
    monkeypatch.setattr("interview.web.idling.time", ahead)


def test_leaving_overwrites_the_cookie_and_ends_on_a_neutral_page(visitor):
    visitor.begin("es")
    visitor.walk(QUIET)
    sealed = visitor.client.get_cookie("visit").value
    response = visitor.client.get("/leave")
    assert 'content="0; url=/leave/es"' in response.text
    first = visitor.client.get_cookie("visit").value
    response = visitor.client.get("/leave/es")
    second = visitor.client.get_cookie("visit").value
    assert len({sealed, first, second}) == 3
    assert (response.status_code, response.headers["Location"]) == (303, "/left/es")
    page = visitor.open("/left/es")
    assert page.title.strip() == "Listo"
    assert "Próximos" not in page.html and "inmigra" not in page.html


def test_after_leaving_no_page_shows_an_answer(visitor):
    visitor.begin()
    visitor.walk(QUIET)
    visitor.client.get("/leave")
    for address in ("/check", "/next-steps", "/q/5"):
        page = visitor.open(address)
        assert page.status == 410 and page.heading == "This visit has ended"
    assert "/check" not in [link["href"] for link in visitor.open("/").links]


def test_leaving_may_lead_to_a_page_of_the_operators_choice():
    visitor = Visitor(made(leave_to="https://weather.example/").test_client())
    assert visitor.client.get("/leave/en").headers["Location"] == "https://weather.example/"


def test_the_browser_is_asked_to_forget_only_where_the_connection_is_encrypted(visitor):
    plain = visitor.client.get("/leave/en")
    secure = visitor.client.get("/leave/en", base_url="https://localhost")
    assert "Clear-Site-Data" not in plain.headers
    assert secure.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert secure.headers["Set-Cookie"].startswith("__Host-visit=")


def test_a_post_that_is_sent_again_after_leaving_shows_and_keeps_nothing(visitor):
    visitor.begin()
    visitor.walk(QUIET, until="/q/3")
    visitor.client.get("/leave")
    headers = {"Sec-Fetch-Site": "same-origin"}
    again = visitor.client.post("/q/3", data={"case_stage": "no_case"}, headers=headers)
    assert again.status_code == 410 and "no_case" not in again.text


@pytest.mark.parametrize("link", ["/check", "/lang/es?to=/check", "/both/on?to=/check"])
def test_without_use_the_visit_ends_and_every_link_says_why(visitor, monkeypatch, link):
    visitor.begin("es")
    visitor.walk(QUIET)
    later(monkeypatch, 3_601)
    page = visitor.open(link)
    assert (page.status, "una hora sin uso" in page.text) == (410, True)
    assert page.data("left") == []


def test_a_visit_that_is_used_has_its_whole_time_again(visitor, monkeypatch):
    visitor.begin()
    visitor.walk(QUIET)
    later(monkeypatch, 3_000)
    assert 595 <= int(visitor.open("/check").data("left")[0]) <= 600
    more = visitor.client.get("/stay")
    assert (more.status_code, more.mimetype) == (200, "image/svg+xml")
    assert 3_595 <= int(visitor.open("/check").data("left")[0]) <= 3_600
    later(monkeypatch, 6_500)
    assert visitor.open("/check").status == 200


def test_a_visit_that_has_ended_cannot_be_made_longer(visitor):
    visitor.begin()
    visitor.walk(QUIET)
    visitor.client.get("/leave")
    assert visitor.client.get("/stay").status_code == 410
    assert visitor.open("/check").status == 410


def test_the_keyboard_way_is_announced_on_the_start_and_beside_the_skip_link(visitor):
    start = visitor.begin()
    assert "once you have started, you can press Shift three times" in start.text
    question = visitor.press([("answering_for", "self")])
    skip, keys, leave = (
        next(place for place, (tag, found) in enumerate(question.elements) if found.get(name) == of)
        for name, of in (("class", "skip"), ("id", "keys"), ("class", "leave"))
    )
    assert skip < keys < leave
    assert "Press Shift three times to leave at once." in question.text


def test_all_scripts_together_are_at_most_3_kb_sent_and_none_is_inside_a_question(visitor):
    assert sum(len(gzip.compress(path.read_bytes())) for path in STATIC.glob("*.js")) <= 3_000
    visitor.next_steps(QUIET)
    # The start has no request to spare, and carries its one script: test_policy says which.
    for address, seen in visitor.seen:
        scripts = [found for tag, found in seen.elements if tag == "script"]
        is_file = all(found.get("src", "").startswith("/static/") for found in scripts)
        assert is_file or address == "/", address


# ---------------------------------------------------------------- in a real browser

ARRIVAL = "2003-07-13"
# What the pages below would show of the answers.
SHOWN = ("July 13, 2003", 'value="2003"', "data-lane", 'name="first_arrival_date', "Wyoming")
ANSWERS = {**QUIET, "first_arrival_date": ARRIVAL, "state": "WY"}


@pytest.fixture(scope="module")
def served():
    with serving() as (app, base):
        yield app, base


@pytest.fixture(scope="module")
def chromium():
    with remembering_chromium() as browser:
        yield browser


@pytest.fixture
def answered(served):
    """The cookie jar of someone who answered everything."""
    visitor = Visitor(served[0].test_client())
    visitor.begin()
    visitor.walk(ANSWERS)
    return visitor.client


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request, served, chromium, answered):
    """A browser that has seen the start, a question, the check and the next steps."""
    context = chromium.new_context(locale="en-US", java_script_enabled=request.param)
    yield walked(context, served, answered)
    context.close()


@pytest.fixture
def scripted(served, chromium, answered):
    """The same with JavaScript; its console tells which pages came from memory."""
    context = chromium.new_context(locale="en-US")
    context.add_init_script(
        "addEventListener('pageshow', e => e.persisted && console.log('from memory'))"
    )
    yield walked(context, served, answered)
    context.close()


def walked(context, served, answered):
    app, base = served
    page = context.new_page()
    page.set_default_timeout(5_000)
    page.goto(base)
    page.check("[name=answering_for][value=self]")
    page.click("main form button")
    with_answers(page.context, base, answered)
    for address in (page_of(app, "first_arrival_date"), page_of(app, "state"), "/check"):
        page.goto(base + address)
    page.click("main a[rel=next]")
    page.wait_for_url("**/next-steps")
    assert any(shown in page.content() for shown in SHOWN)
    return page


def shows_nothing(page):
    content = page.content()
    assert [shown for shown in SHOWN if shown in content] == [], page.url
    assert page.locator("input:checked").count() == 0, page.url


def in_a_browser(test):
    for mark in MARKS:
        test = mark(test)
    return test


@in_a_browser
def test_the_browser_keeps_pages_for_back_unless_someone_left(scripted):
    """Without this, the tests below would prove nothing."""
    said = []
    scripted.on("console", lambda message: said.append(message.text))
    scripted.click("footer a >> nth=0")
    scripted.wait_for_url("**/privacy")
    step(scripted, "go_back")
    scripted.wait_for_url("**/next-steps")
    assert "from memory" in said
    # It asked for itself again, and was still allowed to show the answers.
    scripted.wait_for_selector("[data-lane]")


@in_a_browser
@pytest.mark.parametrize("link", ["a.leave", ".closing a[href='/leave']"])
def test_after_leaving_no_way_back_shows_an_answer(page, served, link):
    app, base = served
    page.click(link)
    page.wait_for_url("**/left/en")
    for which in ["go_back"] * 7 + ["go_forward"] * 7:
        step(page, which)
        shows_nothing(page)
        page.reload()
        settle(page)
        shows_nothing(page)
    reopened = page.context.new_page()
    for address in ("/", page_of(app, "state"), "/check", "/next-steps"):
        reopened.goto(base + address)
        shows_nothing(reopened)


@in_a_browser
def test_another_tab_that_shows_answers_is_cleared_too(scripted, served):
    other = scripted.context.new_page()
    other.goto(served[1] + "/check")
    scripted.click("a.leave")
    other.wait_for_url("**/left/en")
    step(other, "go_back")
    shows_nothing(other)


@pytest.fixture
def asker(served, chromium, answered):
    """A browser with answers on the check page, its clock in our hands."""
    context = chromium.new_context(locale="en-US")
    with_answers(context, served[1], answered)
    found = context.new_page()
    found.set_default_timeout(5_000)
    found.clock.install()
    found.goto(served[1] + "/check")
    yield found
    context.close()


@in_a_browser
@pytest.mark.parametrize("way", ["the button", "Shift three times"])
def test_the_screen_is_blank_before_the_server_answers(asker, way):
    # The server never answers: the screen that was there stays, and must be blank.
    asker.route("**/leave", lambda route: route.abort("aborted"))
    if way == "the button":
        asker.click("a.leave", no_wait_after=True)
    else:
        for _ in range(3):
            asker.keyboard.press("Shift")
    asker.wait_for_function("document.documentElement.hidden")
    assert asker.url.endswith("/check")
    assert asker.evaluate("document.body.textContent") == ""


@in_a_browser
@pytest.mark.parametrize(
    "pressed",
    [
        ["Shift", "Shift"],
        ["Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"],
        ["Shift", "a", "Shift", "b", "Shift"],
    ],
)
def test_ordinary_use_of_the_shift_key_leaves_nothing(asker, pressed):
    for key in pressed:
        asker.keyboard.press(key)
    # Leaving blanks the page in the same moment.
    assert not asker.evaluate("document.documentElement.hidden")
    assert asker.url.endswith("/check") and asker.is_visible("h1")


@in_a_browser
def test_the_keyboard_way_is_read_out_and_seen_beside_the_skip_link(asker):
    asker.keyboard.press("Tab")
    assert asker.evaluate("document.activeElement.className") == "skip"
    box = asker.locator("#keys").bounding_box()
    assert (
        box["width"] > 200
        and asker.locator("#keys").evaluate("found => getComputedStyle(found).clipPath") == "none"
    )
    assert asker.get_attribute("a.leave", "aria-describedby") == "keys"


@in_a_browser
def test_the_warning_comes_in_time_and_can_be_answered_ten_times(asker):
    for _ in range(10):
        asker.clock.fast_forward(57 * 60_000)
        assert not asker.is_visible("#idle")
        asker.clock.fast_forward(70_000)
        assert asker.is_visible("#idle")
        assert asker.evaluate("document.activeElement.id") == "stay"
        with asker.expect_response("**/stay?*") as response:
            asker.keyboard.press("Enter")
        assert response.value.status == 200
        asker.wait_for_selector("#idle", state="hidden")


@in_a_browser
def test_the_warning_has_nothing_wrong_for_axe(asker):
    asker.clock.fast_forward(59 * 60_000)
    assert asker.is_visible("#idle")
    found = Axe().run(asker)
    assert found.violations_count == 0, found.generate_report()


@in_a_browser
def test_someone_who_uses_the_page_is_not_asked(asker):
    asker.clock.fast_forward(40 * 60_000)
    with asker.expect_event("requestfinished", lambda request: "/stay?" in request.url):
        asker.mouse.click(5, 5)
    asker.wait_for_timeout(500)
    asker.clock.fast_forward(57 * 60_000)
    assert not asker.is_visible("#idle")


@in_a_browser
def test_an_unanswered_warning_ends_on_the_page_that_explains(asker, monkeypatch):
    asker.clock.fast_forward(59 * 60_000)
    later(monkeypatch, 3_700)
    asker.clock.fast_forward(65_000)
    asker.wait_for_selector("text=This visit has ended")
    shows_nothing(asker)
    step(asker, "go_back")
    shows_nothing(asker)
