"""A real browser at the address that asks: its Back, its tabs, its network, what it sends."""

from urllib.parse import parse_qs

import pytest
from answers import QUIET
from browser import (
    NEEDS_CHROMIUM,
    Person,
    path_of,
    press,
    remembering,
    serving,
    settle,
    show,
    step,
)
from visitor import Visitor, finished, made, number_of, page_of, site_of, visits_of

from interview.web.visit.sealing import Broken, read_bytes

pytestmark = NEEDS_CHROMIUM


@pytest.fixture(scope="module")
def chromium():
    with remembering() as browser:
        yield browser


@pytest.fixture
def person(base, new_page):
    """Someone who has answered the first pages by hand."""
    page = new_page(locale="en-US")
    page.set_default_timeout(8_000)
    page.goto("/")
    found = Person(page, base, "en", 1280, None)
    found.answer({"answering_for": "self"})
    for _ in range(3):
        found.answer(QUIET)
    return found


def asked(page, app):
    """The number of the question page that a browser shows."""
    name = page.get_attribute("#answers [name]:not([type=hidden]) >> nth=0", "name")
    return number_of(app, name.split("-")[0])


def back(page):
    """Press the browser's Back, and wait until the page's own one has answered."""
    page.evaluate("document.body.dataset.old = '1'")
    step(page, "go_back")
    page.wait_for_selector("body:not([data-old])", state="attached")


def test_the_browsers_back_is_the_pages_back_and_the_history_never_grows(person, app):
    page = person.page
    long = page.evaluate("history.length")
    met = [asked(page, app)]
    back(page)
    met.append(asked(page, app))
    page.reload()
    back(page)
    met.append(asked(page, app))
    person.answer(QUIET)
    met.append(asked(page, app))
    # An answer leads to where the answers lead.
    assert met == [7, 5, 4, 7]
    assert page.evaluate("history.length") == long


def test_back_on_the_first_question_leads_to_the_start_which_offers_to_go_on(person, app):
    page = person.page
    for _ in range(4):
        back(page)
    assert asked(page, app) == 1 and not page.locator("#back").count()
    step(page, "go_back")
    page.wait_for_url("/")
    page.click("form a[href='/q']")
    page.wait_for_selector("#answers")


def test_every_post_has_one_length_whatever_is_answered_and_whatever_is_pressed(person, app):
    page, sent = person.page, []
    page.on("request", lambda r: sent.append(r.post_data) if r.method == "POST" else None)
    press(page, "#back button")
    press(page, "button[name=language]")
    press(page, "button[name=both]")
    press(page, "button[name=both]")
    press(page)
    for _ in range(6):
        person.answer(QUIET)
    wanted = site_of(app).post_length(is_compact=False)
    assert len(sent) == 11 and {len(body) for body in sent} == {wanted}
    assert {set(parse_qs(body)["pad"][0]) == {"0"} for body in sent} == {True}


def test_without_a_connection_the_page_says_so_and_the_same_press_works_later(person, app):
    page = person.page
    before = asked(page, app)
    page.check("#answers [data-value=no] >> nth=0")
    page.context.set_offline(True)
    page.click("#answers button[type=submit]")
    page.wait_for_selector("#offline:not([hidden])")
    assert page.is_checked("#answers [data-value=no] >> nth=0") and path_of(page) == "/q"
    page.context.set_offline(False)
    person.answer(QUIET)
    assert asked(page, app) > before


def test_without_a_connection_leaving_leaves_nothing_not_even_for_the_server(person, app):
    page = person.page
    page.context.set_offline(True)
    page.click(".leave")
    page.wait_for_url("about:blank")
    page.context.set_offline(False)
    for which in ["go_back"] * 3 + ["go_forward"] * 2:
        step(page, which)
        assert page.locator("#answers").count() == 0, page.url
    other = page.context.new_page()
    for address in ("/q", "/steps", "/"):
        other.goto(address)
        assert other.locator("#answers, [data-lane], a[href='/q']").count() == 0, address
    cookies = {c["name"].partition("-")[0]: c["value"] for c in page.context.cookies()}
    visits = visits_of(app)
    with pytest.raises(Broken):
        visits.sealer.open(cookies["visit"], read_bytes(cookies["half"]), visits.clock.hour())


def test_the_tab_of_the_person_before_empties_itself_and_ends_nobody_elses_visit(person, base):
    before, after = person.page, person.page.context.new_page()
    after.set_default_timeout(8_000)
    after.goto("/")
    following = Person(after, base, "en", 1280, None)
    following.answer({"answering_for": "client"})
    following.answer(QUIET)
    before.wait_for_url("**/left/en")
    following.answer(QUIET)
    assert after.locator("#answers").count() == 1


def test_two_tabs_of_one_person_go_on_together_and_leave_together(person, app):
    one, other = person.page, person.page.context.new_page()
    other.goto("/q")
    press(one, "#back button")
    assert asked(one, app) == 5 and asked(other, app) == 7
    press(other, "#back button")
    assert asked(other, app) == 5
    one.click(".leave")
    other.wait_for_url("**/left/en")
    settle(one)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("with_script", [True, False], ids=["with script", "without"])
def test_a_shared_device_is_cleared_without_script_too(chromium, with_script):
    app = made(kiosk=True, minutes=0.1)
    visitor = Visitor(app.test_client())
    visitor.start()
    with serving(app) as base:
        context = chromium.new_context(base_url=base, java_script_enabled=with_script)
        page = context.new_page()
        show(page, base, visitor, "/q")
        assert page.locator("#answers").count() == 1
        page.wait_for_url(f"{base}/", timeout=12_000)
        page.wait_for_selector("text=Nothing from the last person is on this device.")
        context.close()


@pytest.mark.parametrize("address", ["any_arrest", "birth_date", "immigration_history", "state"])
def test_without_script_every_kind_of_question_works(app, base, new_page, address):
    visitor = finished(app, QUIET)
    page = new_page(visitor, java_script_enabled=False)
    show(page, base, visitor, page_of(app, address))
    for form in page.locator(
        "form[method=post]:not(#erase-cookies, :has(#back), #languages)"
    ).all():
        assert form.get_attribute("autocomplete") == "off"
    page.click("#answers button[type=submit]:visible >> nth=0")
    page.wait_for_selector(".answers")
    assert path_of(page) == "/q"


def test_of_a_whole_part_what_follows_is_there_at_once_and_what_was_typed_meanwhile_is_kept(
    app, new_page
):
    helper = Visitor(app.test_client())
    helper.start(voice="client")
    helper.press([*helper.page.kept(), ("compact", "1")])
    page = new_page(helper, "/q", locale="en-US")
    page.set_default_timeout(8_000)
    page.check('[name="case_stage"][data-value="in_proceedings"]')
    # The round trip is under way: what is ticked now is newer than what comes back.
    page.check('[name="fears_return"][data-value="yes"]')
    page.wait_for_selector('[name="hearing_soon"] >> nth=0')
    assert page.is_checked('[name="fears_return"][data-value="yes"]')
    assert page.is_checked('[name="case_stage"][data-value="in_proceedings"]')


@pytest.mark.parametrize(("where", "button", "style"), [
    ("/next-steps", '[name=show][value="sheet"]', "sheet."),
    ("/q", '[name=compact][value="1"]', "part."),
])  # fmt: skip
def test_a_page_that_is_put_in_place_of_another_has_its_own_style(
    app, base, new_page, where, button, style
):
    visitor = Visitor(app.test_client())
    if where == "/q":
        visitor.start(voice="client")
    else:
        visitor = finished(app, QUIET)
    page = new_page(locale="en-US")
    page.set_default_timeout(8_000)
    show(page, base, visitor, where)
    page.click(button)
    page.wait_for_selector("form.whole, .letter")
    used = page.evaluate("[...document.styleSheets].filter(s => s.cssRules).map(s => s.href)")
    assert any(style in (one or "") for one in used)
