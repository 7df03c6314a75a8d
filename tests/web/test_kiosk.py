"""`interview serve --kiosk`: one device, many people, and nothing of one left for the next."""

import gc
import re
import sys
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from answers import QUIET
from audited import so_many
from browser import in_a_browser, remembering, serving, step
from spoken import LANGUAGES
from visitor import OWN, Visitor, finished, made, site_of

from interview.cli import main, serve
from interview.web import Settings

CLEARED = "Cleared. Nothing from the last person is on this device."
CLEARED_ES = "Borrado. En este aparato no queda nada de la última persona."
PEOPLE = so_many(12, 30)


@pytest.fixture(scope="module")
def kiosk():
    return made(kiosk=True)


@pytest.fixture
def answered(kiosk):
    """Someone at the kiosk who answered everything."""
    visitor = Visitor(kiosk.test_client())
    visitor.interview(QUIET)
    return visitor


def test_the_command_line_serves_a_kiosk_and_says_so(runner, monkeypatch):
    caught = {}

    def open_server(app, *_):
        caught["app"] = app
        return SimpleNamespace(run=lambda: None)

    monkeypatch.setattr(serve, "open_server", open_server)
    found = runner.invoke(main, ["serve", "--kiosk"])
    assert found.exit_code == 0
    assert "Kiosk: cleared after 5 minutes without use, back at the start." in found.output
    assert site_of(caught["app"]).settings.kiosk is True


def test_a_kiosk_is_patient_for_five_minutes_and_anything_else_for_an_hour():
    assert Settings().seconds == 3_600
    assert Settings(kiosk=True).seconds == 300
    assert Settings(kiosk=True, minutes=3).seconds == 180


def test_finishing_leads_back_to_the_start_cleared_and_says_so(answered):
    last = answered.open(answered.page.onward())
    leaving = [found for _, found in last.elements if found.get("form") == "erase-cookies"]
    assert len(leaving) == 2
    start = answered.leave()
    assert (answered.address, CLEARED in start.text) == ("/", True)
    assert "/q" not in [link["href"] for link in start.links]


def test_the_next_person_finds_the_first_language_and_no_word_of_the_last_one(kiosk):
    visitor = Visitor(kiosk.test_client())
    visitor.interview(QUIET, "es")
    assert CLEARED in visitor.leave().text
    visitor.begin("es")
    assert CLEARED_ES not in visitor.page.text


def test_a_kiosk_set_to_spanish_says_so_in_spanish():
    visitor = Visitor(made(kiosk=True, language="es").test_client())
    visitor.interview(QUIET)
    assert CLEARED_ES in visitor.leave().text


@pytest.mark.parametrize("address", ["/q", "/steps", "/q/5"])
def test_without_use_every_page_leads_back_to_the_start_and_says_so(answered, later, address):
    later(301)
    page = answered.open(address)
    assert (answered.address, page.status, CLEARED in page.text) == ("/", 200, True)


def test_coming_to_the_start_without_leaving_clears_it_for_the_next_person(answered):
    page = answered.open("/")
    assert CLEARED in page.text
    assert "/q" not in [link["href"] for link in page.links]
    answered.open("/q")
    assert answered.address == "/"


def test_at_a_kiosk_leaving_never_leads_to_another_site():
    visitor = Visitor(made(kiosk=True, leave_to="https://weather.example/").test_client())
    assert visitor.client.post("/leave", headers=OWN).headers["Location"] == "/"


def test_the_start_of_a_fresh_kiosk_says_nothing_and_waits_for_ever(kiosk):
    page = Visitor(kiosk.test_client()).open("/")
    assert CLEARED not in page.text and page.data("left") == []


# ---------------------------------------------------------------- many people


def answers_of(day):
    return {**QUIET, "first_arrival_date": f"2003-07-{day:02}", "last_entry_date": "2003-08-01"}


def marker_of(day):
    """What the pages say of a person's answers, in both languages."""
    return re.compile(rf"July {day}, 2003|\b{day} de julio de 2003|2003-07-{day:02}")


def one_person(client, day, language):
    """Someone answers everything, reads the next steps and finishes; all that was sent to them."""
    visitor = Visitor(client)
    visitor.next_steps(answers_of(day), language)
    cookie = visitor.cookie
    visitor.leave()
    for address in ("/q", "/steps", "/q/5", "/privacy", "/nothing"):
        visitor.open(address)
    return cookie, [page.html for _, page in visitor.seen]


class Trace(NamedTuple):
    """What was sent to one person: whose answers it showed, and whether any after the end."""

    shown: set
    shown_after_the_end: bool
    cookie: str
    blocks: int


@pytest.fixture(scope="module")
def traces(kiosk):
    """People, one after the other, in one browser and one process."""
    client, people = kiosk.test_client(), range(1, PEOPLE + 1)
    found = []
    for day in people:
        cookie, sent = one_person(client, day, LANGUAGES[day % len(LANGUAGES)])
        shown = {other for other in people if marker_of(other).search("".join(sent))}
        after = any(marker_of(day).search(html) for html in sent[-5:])
        del sent
        if day in (PEOPLE // 2, PEOPLE):
            gc.collect()
        found.append(Trace(shown, after, cookie, sys.getallocatedblocks()))
    return found


def test_people_one_after_the_other_find_nothing_of_each_other(traces):
    # Everyone was shown their own answers, until they finished.
    assert [trace.shown for trace in traces] == [{day} for day in range(1, PEOPLE + 1)]
    assert not any(trace.shown_after_the_end for trace in traces)
    assert len({trace.cookie for trace in traces}) == PEOPLE


def test_people_leave_the_memory_of_the_process_as_it_was(traces):
    after_half, after_all = traces[PEOPLE // 2 - 1].blocks, traces[-1].blocks
    assert after_all - after_half < 2_000


# ---------------------------------------------------------------- in a real browser


@pytest.fixture(scope="module")
def base(kiosk):
    with serving(kiosk) as address:
        yield address


@pytest.fixture(scope="module")
def chromium():
    with remembering() as browser:
        yield browser


@pytest.fixture
def device(kiosk, new_page):
    """The device of someone who is on the next steps; its clock is in our hands."""
    page = new_page(finished(kiosk, QUIET), locale="en-US")
    page.set_default_timeout(5_000)
    page.clock.install()
    for address in ("/q", "/steps"):
        page.goto(address)
    return page


def starts_anew(page):
    page.wait_for_url("/")
    page.wait_for_selector(f"text={CLEARED.split('. ')[1]}")
    for which in ("go_back", "go_back", "go_back", "go_forward"):
        step(page, which)
        assert page.locator("[data-lane], .answers, input:checked").count() == 0, page.url


@in_a_browser
def test_in_a_browser_finish_leads_back_to_the_start(device):
    device.click(".take [form=erase-cookies]")
    starts_anew(device)


@in_a_browser
def test_in_a_browser_nobody_there_leads_back_to_the_start_after_a_warning(device):
    device.clock.fast_forward(181_000)
    assert device.is_visible("#idle")
    device.clock.fast_forward(125_000)
    starts_anew(device)


@in_a_browser
def test_in_a_browser_a_page_that_is_only_read_returns_to_the_start_too(device):
    device.context.clear_cookies()
    device.goto("/urgent")
    device.clock.fast_forward(181_000)
    device.clock.fast_forward(125_000)
    device.wait_for_url("/")


@in_a_browser
def test_in_a_browser_someone_who_says_so_stays(device):
    device.clock.fast_forward(181_000)
    with device.expect_response("**/stay?*"):
        device.click("#stay")
    device.wait_for_selector("#idle", state="hidden")
    device.clock.fast_forward(125_000)
    assert device.locator("[data-lane]").count() > 0
