"""Leaving: a clearing page, a dead cookie, a neutral page; nothing comes back."""

import gzip

import pytest
from answers import QUIET
from visitor import OWN, Visitor, made

from interview.summary.html import STATIC


def leave(visitor, **options):
    """Press Leave now, and go no further."""
    return visitor.client.post("/leave", data=visitor.page.hidden, headers=OWN, **options)


def test_leaving_overwrites_the_cookies_and_ends_on_a_neutral_page(visitor):
    visitor.interview(QUIET, "es")
    sealed = visitor.cookies
    response = leave(visitor)
    for name in ("visit", "half", "alive"):
        assert visitor.cookies[name] != sealed[name]
        assert len(visitor.cookies[name]) == len(sealed[name]), name
    assert (response.status_code, response.headers["Location"]) == (303, "/left/es")
    assert response.data == b""
    page = visitor.open("/left/es")
    assert page.title.strip() == "Página en blanco"
    assert "Próximos" not in page.html and "inmigra" not in page.html


def test_after_leaving_no_page_shows_an_answer(visitor):
    visitor.interview(QUIET)
    leave(visitor)
    for address in ("/q", "/steps"):
        page = visitor.open(address)
        assert page.status == 410 and page.heading == "This visit has ended"
    assert "/q" not in [link["href"] for link in visitor.open("/").links]


def test_leaving_may_lead_to_a_page_of_the_operators_choice():
    visitor = Visitor(made(leave_to="https://weather.example/").test_client())
    visitor.start()
    assert leave(visitor).headers["Location"] == "https://weather.example/"


def test_the_browser_is_asked_to_forget_only_where_the_connection_is_encrypted(visitor):
    visitor.start()
    plain = leave(visitor)
    secure = leave(visitor, base_url="https://localhost")
    assert "Clear-Site-Data" not in plain.headers
    assert secure.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert secure.headers["Set-Cookie"].startswith("__Host-visit-443=")


def test_a_post_that_is_sent_again_after_leaving_shows_and_keeps_nothing(visitor):
    visitor.interview(QUIET, until="/q/4")
    leave(visitor)
    page = visitor.press([("reports_to_ice", "yes")])
    assert page.status == 410 and "reports_to_ice" not in page.html


@pytest.mark.parametrize("link", ["/q", "/steps", "/lang/es?to=/q", "/both/on?to=/q"])
def test_without_use_the_visit_ends_and_every_link_says_why(visitor, later, link):
    visitor.interview(QUIET, "es")
    later(3_601)
    page = visitor.open(link)
    assert (page.status, "una hora sin uso" in page.text) == (410, True)
    assert page.data("left") == []


def test_a_visit_that_is_used_has_its_whole_time_again(visitor, later):
    visitor.interview(QUIET)
    later(3_000)
    assert 595 <= int(visitor.open("/check").data("left")[0]) <= 600
    more = visitor.client.get("/stay")
    assert (more.status_code, more.mimetype) == (200, "image/svg+xml")
    assert 3_595 <= int(visitor.open("/check").data("left")[0]) <= 3_600
    later(6_500)
    assert visitor.open("/check").status == 200


def test_however_much_it_is_used_a_visit_ends_after_three_hours_and_says_so_before(later):
    visitor = Visitor(made().test_client())
    visitor.interview(QUIET)
    for minutes in range(30, 180, 30):
        later(minutes * 60)
        assert visitor.client.get("/stay").status_code == 200
    later(169 * 60)
    assert hidden_ending(visitor.open("/check")) is True
    later(171 * 60)
    assert hidden_ending(visitor.open("/check")) is False
    assert visitor.client.get("/stay").status_code == 200
    later(181 * 60)
    assert visitor.client.get("/stay").status_code == 410
    assert visitor.open("/check").status == 410


def hidden_ending(page):
    """Say whether the line about the last minutes is hidden."""
    [line] = [found for _, found in page.elements if found.get("id") == "ending"]
    return "hidden" in line


def test_a_visit_that_has_ended_cannot_be_made_longer(visitor):
    visitor.interview(QUIET)
    leave(visitor)
    assert visitor.client.get("/stay").status_code == 410
    assert visitor.open("/check").status == 410


def test_the_keyboard_way_is_announced_on_the_start_and_beside_the_skip_link(visitor):
    start = visitor.begin()
    assert "With a keyboard, once you have started, Shift three times does the same." in start.text
    question = visitor.press([("answering_for", "self")])
    skip, keys, leave = (
        next(place for place, (tag, found) in enumerate(question.elements) if found.get(name) == of)
        for name, of in (("class", "skip"), ("id", "keys"), ("class", "leave"))
    )
    assert skip < keys < leave
    assert "Press Shift three times to leave at once." in question.text


def test_all_scripts_together_are_at_most_6_kb_sent_and_none_is_inside_a_question(visitor):
    # That of an event's stations is for its team: no page of the interview has it.
    ours = [path for path in STATIC.glob("*.js") if path.name != "desk.js"]
    assert sum(len(gzip.compress(path.read_bytes())) for path in ours) <= 6_000
    visitor.next_steps(QUIET)
    # The start has no request to spare, and carries its one script: test_policy says which.
    for address, seen in visitor.seen:
        scripts = [found for tag, found in seen.elements if tag == "script"]
        is_file = all(found.get("src", "").startswith("/static/") for found in scripts)
        assert is_file or address == "/", address
