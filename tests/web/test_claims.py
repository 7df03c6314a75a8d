"""What a page says of a state was looked at: answers that are there, gone, or never were."""

import pytest
from answers import QUIET
from spoken import COMPLETE
from visitor import OWN, Page, Visitor, made

STATES = ("never", "open", "left", "old")


def in_state(app, state, later, language="en"):
    """Somebody who never began, is under way, left, or stayed away too long."""
    visitor = Visitor(app.test_client())
    visitor.begin(language)
    if state != "never":
        visitor.press([("answering_for", "self")])
        visitor.answer_all(QUIET, until="/q/4")
    if state == "left":
        visitor.leave()
    if state == "old":
        later(4 * 3_600)
    return visitor


def broken(app, monkeypatch):
    """Let one page break."""

    def fault(*_, **__):
        raise RuntimeError("on purpose")

    app.testing = False
    monkeypatch.setattr("interview.web.pages.information.outlined_parts", fault)


# Method, address, body; a post is followed to the page that tells of it.
TROUBLES = {
    "no such page": ("GET", "/nothing", None),
    "no such language": ("GET", "/lang/xx", None),
    "not in that way": ("DELETE", "/q", None),
    "too much": ("POST", "/q", {"x": "y" * 100_000}),
    "no form of ours": ("POST", "/q", {"csrf_token": "A" * 40}),
    "broken": ("GET", "/map", None),
}


@pytest.mark.sampled(7)
@pytest.mark.parametrize("language", COMPLETE)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("trouble", TROUBLES)
def test_answers_are_still_there_only_where_they_are(monkeypatch, later, trouble, state, language):
    app = made()
    broken(app, monkeypatch)
    visitor = in_state(app, state, later, language)
    method, address, body = TROUBLES[trouble]
    response = visitor.client.open(address, method=method, data=body, headers=OWN)
    page = visitor._arrive(response, address)
    said = app.extensions["next_steps"].speakers[language, "self"]
    still_there = str(said.say(app.extensions["next_steps"].content.pages.notices.still_there))
    assert (still_there in page.text) is (state == "open")
    if state == "open":
        assert visitor.open("/q") and visitor.address == "/q/4"


def test_no_text_of_a_trouble_claims_a_state_by_itself(site):
    """What depends on the visit stands in a text of its own, which is said where it holds."""
    for entry in site.content.pages.troubles:
        for voice in ("self", "client"):
            text = str(site.speakers["en", voice].say(entry.text)).casefold()
            assert "still" not in text, entry.id
            assert "your answers" not in text, entry.id


@pytest.mark.parametrize("state", STATES)
def test_the_page_of_leaving_claims_nothing_whatever_was_here(later, state):
    """Somebody may look over a shoulder; and the tab of the person before goes there too."""
    visitor = in_state(made(), state, later)
    assert visitor.open("/left/en").text == "Blank page There is nothing on this page."


def test_a_visit_has_ended_only_for_whom_there_was_one(later):
    statuses = {}
    for state in STATES:
        # The clock is ahead from the last one on.
        statuses[state] = in_state(made(), state, later).open("/q").status
    assert statuses == {"never": 200, "open": 200, "left": 410, "old": 410}


def test_a_shared_device_warns_of_answers_only_where_there_are_some():
    visitor = Visitor(made(kiosk=True).test_client())
    visitor.begin()
    assert "the answers are erased in about two minutes" not in visitor.open("/urgent").text
    assert "goes back to the start in about two minutes" in visitor.page.text
    visitor.start()
    for address in ("/q", "/urgent"):
        assert "the answers are erased in about two minutes" in visitor.open(address).text


def test_a_shared_device_says_cleared_only_where_something_was(app):
    visitor = Visitor(made(kiosk=True).test_client())
    assert "Cleared." not in visitor.open("/").text
    visitor.start()
    assert "Cleared." in visitor.open("/").text
    assert "Cleared." not in Page(visitor.client.get("/")).text
