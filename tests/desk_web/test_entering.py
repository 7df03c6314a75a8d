"""Entering and leaving: forged forms, brute force, two tabs, Back, and what a browser keeps."""

import re

import pytest
from open_event import HOST, QUICK, Event, app_of

from interview.desk.life import find_day
from interview.loading import QUESTIONS, load

pytestmark = pytest.mark.content


def cookies(one):
    return {cookie.key: cookie for cookie in one.client._cookies.values()}


def test_the_cookies_of_a_card_are_of_this_host_alone_and_strict(event):
    one = event.tablet()
    found = one.enter(event.card("door").code)
    written = found.headers.getlist("Set-Cookie")
    ours = [cookie for cookie in written if cookie.startswith("__Host-desk")]
    assert len(ours) == 3
    for cookie in ours:
        assert "SameSite=Strict" in cookie and "Secure" in cookie and "Path=/" in cookie
    for_script = [cookie for cookie in ours if "HttpOnly" not in cookie]
    assert [cookie.partition("=")[0] for cookie in for_script] == ["__Host-deskhalf-443"]
    assert found.headers["Cache-Control"] == "no-store"


def test_nobody_is_made_to_enter_by_another_site(event):
    """The form of the entry is of one browser: another one's token enters nobody."""
    mallory, victim = event.tablet(), event.tablet()
    mallory.follow("/desk")
    victim.follow("/desk")
    sent = {"csrf_token": mallory.token, "code": event.card("door").code}
    assert victim.post("/desk", sent).status_code == 303
    assert victim.note() == "lost_form"
    assert "__Host-desk-443" not in {c.key for c in victim.client._cookies.values()}


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "same-site", "Origin": f"https://other.{HOST}"},
        {"Sec-Fetch-Site": "", "Origin": "https://evil.example"},
    ],
)
def test_a_post_from_another_site_does_nothing(event, headers):
    door = event.member("door")
    door.get("/desk-door")
    sent = {"csrf_token": door.token, "do": "give", "language": "es"}
    door.post("/desk-door", sent, **headers)
    assert event.desk.every() == ()


def test_a_form_of_another_session_does_nothing(event):
    door, helper = event.member("door"), event.member("helper")
    helper.get("/desk-floor")
    door.get("/desk-door")
    sent = {"csrf_token": helper.token, "do": "give", "language": "es"}
    assert door.post("/desk-door", sent).status_code == 303
    assert (door.note(), event.desk.every()) == ("lost_form", ())


def test_a_session_that_nobody_gave_is_none(event):
    one = event.tablet()
    one.client.set_cookie("__Host-desk-443", "x" * 23, domain=HOST, secure=True)
    one.client.set_cookie("__Host-deskhalf-443", "y" * 20, domain=HOST, secure=True)
    assert one.get("/desk-board").headers["Location"] == "/desk"


def test_two_tabs_have_one_session_and_a_late_form_of_it_still_counts(event):
    door = event.member("door")
    door.get("/desk-door")
    early = door.token
    for _ in range(2):
        door.do("/desk-door", "give", language="es")
    door.post("/desk-door", {"csrf_token": early, "do": "give", "language": "en"})
    assert len(event.desk.every()) == 3


def test_leaving_ends_the_session_and_takes_every_token_along(event):
    door = event.member("door")
    kept = {c.key: c.value for c in door.client._cookies.values()}
    door.get("/desk-door")
    found = door.post("/leave", {"csrf_token": door.token})
    assert found.status_code == 303 and "storage" in found.headers["Clear-Site-Data"]
    assert door.get("/desk-door").headers["Location"] == "/desk"
    # Who kept the cookies has nothing: the session itself is over.
    thief = event.tablet()
    for name, value in kept.items():
        thief.client.set_cookie(name, value, domain=HOST, secure=True)
    assert thief.get("/desk-door").headers["Location"] == "/desk"


def test_leaving_without_a_network_leaves_no_session_in_the_browser(event):
    """Its script erases one of the two cookies: what is left opens nothing."""
    door = event.member("door")
    door.client.set_cookie("__Host-deskhalf-443", "0" * 22, domain=HOST, secure=True)
    assert door.get("/desk-door").headers["Location"] == "/desk"


def test_a_rested_screen_comes_back_on_the_same_device_with_the_same_card(event):
    door = event.member("door")
    event.clock.pass_(minutes=11)
    assert door.get("/desk-door").headers["Location"] == "/desk"
    other = event.tablet()
    other.enter(event.card("door").code)
    assert other.note() == "used_card"
    event.clock.pass_(seconds=5)
    assert door.enter(event.card("door").code).status_code == 303
    assert door.get("/desk-door").status_code == 200


def test_a_board_that_only_renews_itself_rests_too(event):
    helper = event.member("helper")
    helper.get("/desk-floor")
    for _ in range(40):
        event.clock.pass_(seconds=20)
        found = helper.get("/desk-floor?again=1")
    assert found.headers.get("Location") == "/desk"


def test_wrong_words_wait_longer_each_time_also_after_a_restart(event):
    wrong = event.card("helper").code.rpartition(" ")[0] + " nobody"
    stranger = event.tablet()
    for seconds in (1, 2, 4):
        stranger.enter(wrong)
        assert stranger.note() == "no_card"
        event.clock.pass_(seconds=seconds)
    stranger.enter(wrong)
    stranger.enter(wrong)
    assert stranger.note() == "too_soon"
    event.desk.shut()
    content = load(QUESTIONS)
    desk = find_day(event.folder, content, event.clock, cost=QUICK)
    desk.unlock(" ".join(event.cards[0].words))
    again = Event(event.folder, desk, app_of(desk), event.cards, event.clock)
    late = again.tablet()
    late.enter(event.card("helper").code)
    assert late.note() == "too_soon"
    event.desk = desk


def test_no_number_and_no_answer_stands_in_an_address_or_a_title(event):
    door = event.member("door")
    door.do("/desk-door", "give", language="es")
    seen = set()
    for address in ("/desk-door", "/desk-floor", "/desk-scan", "/desk-wall"):
        door.get(address)
        seen |= set(re.findall("<title>(.*?)</title>", door.page))
        assert not re.search(r'(href|action)="[^"]*\d{2,}', re.sub(r"\?v=\w+", "", door.page))
    assert len(seen) == 1
