"""Leaving in a real browser that keeps pages for Back: nothing comes back."""

import pytest
from answers import QUIET
from axe_playwright_python.sync_playwright import Axe
from browser import NEEDS_CHROMIUM, press, remembering, settle, show, step
from visitor import finished, page_of

pytestmark = NEEDS_CHROMIUM

ARRIVAL = "2003-07-13"
# What the pages below would show of the answers.
SHOWN = ("July 13, 2003", 'value="2003"', "data-lane", 'name="first_arrival_date', "Wyoming")
ANSWERS = {**QUIET, "first_arrival_date": ARRIVAL, "state": "WY"}


@pytest.fixture(scope="module")
def chromium():
    with remembering() as browser:
        yield browser


@pytest.fixture
def answered(app):
    """Someone who answered everything."""
    return finished(app, ANSWERS)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request, base, new_page, answered):
    """A browser that has seen the start, a question, the check and the next steps."""
    return shown_all(new_page(locale="en-US", java_script_enabled=request.param), base, answered)


@pytest.fixture
def scripted(base, new_page, answered):
    """The same with JavaScript; its console says which pages came from memory."""
    page = new_page(locale="en-US")
    page.add_init_script(
        "addEventListener('pageshow', e => e.persisted && console.log('from memory'))"
    )
    return shown_all(page, base, answered)


def shown_all(page, base, visitor):
    page.set_default_timeout(5_000)
    page.goto("/")
    page.check("[name=answering_for][data-value=self]")
    press(page, "main form button")
    app = visitor.client.application
    for address in (page_of(app, "first_arrival_date"), page_of(app, "state"), "/check"):
        show(page, base, visitor, address)
    press(page, "main a[rel=next]")
    page.wait_for_url("**/steps")
    assert any(shown in page.content() for shown in SHOWN)
    return page


def shows_nothing(page):
    content = page.content()
    assert [shown for shown in SHOWN if shown in content] == [], page.url
    assert page.locator("input:checked").count() == 0, page.url


def test_the_browser_keeps_pages_for_back_unless_someone_left(scripted):
    """Without this, the tests below would prove nothing."""
    said = []
    scripted.on("console", lambda message: said.append(message.text))
    scripted.click("footer a >> nth=0")
    scripted.wait_for_url("**/privacy")
    step(scripted, "go_back")
    scripted.wait_for_url("**/steps")
    assert "from memory" in said
    # It asked for itself again, and was still allowed to show the answers.
    scripted.wait_for_selector("[data-lane]")


@pytest.mark.sampled(6)
@pytest.mark.parametrize("link", [".leave", ".take [form=erase-cookies]"])
def test_after_leaving_no_way_back_shows_an_answer(page, app, link):
    page.click(link)
    page.wait_for_url("**/left/en")
    for which in ["go_back"] * 7 + ["go_forward"] * 7:
        step(page, which)
        shows_nothing(page)
        page.reload()
        settle(page)
        shows_nothing(page)
    reopened = page.context.new_page()
    for address in ("/", "/q", "/steps", "/q/5"):
        reopened.goto(address)
        shows_nothing(reopened)


def test_another_tab_that_shows_answers_is_cleared_too(scripted):
    other = scripted.context.new_page()
    other.goto("/q")
    scripted.click(".leave")
    other.wait_for_url("**/left/en")
    step(other, "go_back")
    shows_nothing(other)


@pytest.fixture
def asker(new_page, answered):
    """A browser with answers on the check page, its clock in our hands."""
    answered.open("/check")
    found = new_page(answered, locale="en-US")
    found.set_default_timeout(5_000)
    found.clock.install()
    found.goto("/q")
    return found


@pytest.mark.parametrize("way", ["the button", "Shift three times"])
def test_the_screen_is_blank_before_the_server_answers(asker, way):
    # The server never answers: the page that was there stays for a second, and must be blank.
    asker.route("**/leave", lambda route: None)
    if way == "the button":
        asker.click(".leave", no_wait_after=True)
    else:
        for _ in range(3):
            asker.keyboard.press("Shift")
    asker.wait_for_selector("html[hidden]", state="attached")
    assert asker.url.endswith("/q")
    assert asker.evaluate("document.body.textContent") == ""
    asker.clock.fast_forward(1_100)
    asker.wait_for_url("about:blank")


@pytest.mark.sampled(2)
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
    assert asker.url.endswith("/q") and asker.is_visible("h1")


def test_the_keyboard_way_is_read_out_and_seen_beside_the_skip_link(asker):
    asker.keyboard.press("Tab")
    assert asker.evaluate("document.activeElement.className") == "skip"
    box = asker.locator("#keys").bounding_box()
    assert (
        box["width"] > 200
        and asker.locator("#keys").evaluate("found => getComputedStyle(found).clipPath") == "none"
    )
    assert asker.get_attribute(".leave", "aria-describedby") == "keys"


def test_the_warning_comes_in_time_and_can_be_answered_as_long_as_the_visit_lives(asker):
    # Two hours; after three every visit ends.
    for _ in range(2):
        asker.clock.fast_forward(57 * 60_000)
        assert not asker.is_visible("#idle")
        asker.clock.fast_forward(70_000)
        assert asker.is_visible("#idle")
        assert asker.evaluate("document.activeElement.id") == "stay"
        with asker.expect_response("**/stay?*") as response:
            asker.keyboard.press("Enter")
        assert response.value.status == 200
        asker.wait_for_selector("#idle", state="hidden")


def test_the_warning_has_nothing_wrong_for_axe(asker):
    asker.clock.fast_forward(59 * 60_000)
    assert asker.is_visible("#idle")
    found = Axe().run(asker)
    assert found.violations_count == 0, found.generate_report()


def test_someone_who_uses_the_page_is_not_asked(asker):
    asker.clock.fast_forward(40 * 60_000)
    with asker.expect_event("requestfinished", lambda request: "/stay?" in request.url):
        asker.mouse.click(5, 5)
    asker.wait_for_timeout(500)
    asker.clock.fast_forward(57 * 60_000)
    assert not asker.is_visible("#idle")


def test_an_unanswered_warning_ends_on_the_page_that_explains(asker, later):
    asker.clock.fast_forward(59 * 60_000)
    later(3_700)
    asker.clock.fast_forward(65_000)
    asker.wait_for_selector("text=This visit has ended")
    shows_nothing(asker)
    step(asker, "go_back")
    shows_nothing(asker)
