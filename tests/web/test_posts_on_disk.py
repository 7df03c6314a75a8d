"""A browser writes to disk the body of every post that a page answers: none of ours answers one."""

import re

import pytest
from answers import QUIET
from visitor import OWN, Visitor, made

VALUES = {"number": "1", "chosen": "es", "language": "es", "wanted": "on", "name": "mark.svg",
          "rest": "2"}  # fmt: skip
NAVIGATION = {**OWN, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
FORM = "application/x-www-form-urlencoded"
OWN_ADDRESSES = ("/", "/q", "/steps", "/resume", "/people", "/left/en", "/left/es")


def addresses(app):
    """Every address that there is, and some that there are not: from the map of the application.

    Each with whether it takes a post.
    """
    found = dict.fromkeys(("/nothing", "/q//", "/static/none"), False)
    for rule in app.url_map.iter_rules():
        address = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: VALUES[part[1]], rule.rule)
        found[address] = found.get(address, False) or "POST" in rule.methods
    return found


def bodies(page):
    """What a form, a mistake, somebody else or a broken line may send."""
    right = {**page.hidden, **dict(page.coded(page.kept()))}
    yield from (right, {**right, "back": "1"}, {**right, "change": "002"}, {**right, "skip": "yes"})
    yield from ({**right, "language": "es"}, {**right, "language": "xx"}, {**right, "both": "1"})
    yield from (page.hidden, {**page.hidden, "show": "sheet"}, {**page.hidden, "show": "x"})
    yield from ({}, {"csrf_token": "x"}, {"a": "b"}, {"a": "x" * 100_000}, {"a": "\0"})


HEADERS = [
    NAVIGATION,
    {**NAVIGATION, "Sec-Fetch-Site": "cross-site"},
    {"Origin": "https://elsewhere.example"},
    {},
    {**NAVIGATION, "Content-Type": "application/json"},
]


@pytest.fixture(scope="module")
def strict_app():
    app = made()
    # As it is served: a fault becomes an answer too.
    app.testing = False
    return app


@pytest.mark.parametrize("until", ["/q/2", "/q/9", "/check", "nobody", "left"])
def test_every_post_of_every_address_is_answered_with_303_and_nothing_else(strict_app, until):
    def arrived():
        visitor = Visitor(strict_app.test_client())
        if until not in ("nobody", "left"):
            visitor.interview(QUIET, until=until)
        elif until == "left":
            visitor.start()
            visitor.leave()
        else:
            visitor.open("/")
        return visitor

    visitor = arrived()
    posted = list(bodies(visitor.page))
    for address, takes_posts in addresses(strict_app).items():
        for body in posted if takes_posts else posted[:1]:
            for headers in HEADERS if takes_posts else HEADERS[:1]:
                found = visitor.client.post(address, data=body, headers=headers)
                assert (found.status_code, found.data) == (303, b""), (address, body, headers)
                assert found.headers["Location"] in OWN_ADDRESSES


def test_a_fault_of_ours_while_something_is_posted_is_told_on_the_next_page(monkeypatch):
    app = made()
    app.testing = False
    visitor = Visitor(app.test_client())
    visitor.start()
    forms = app.extensions["next_steps"].forms

    def fault(*_, **__):
        raise RuntimeError("secret answer")

    monkeypatch.setattr(forms, "read", fault)
    page = visitor.press(visitor.fill(QUIET))
    assert (page.status, page.heading) == (500, "Something broke here")
    assert visitor.open("/q").status == 200


@pytest.mark.parametrize(
    ("old", "new"),
    [("/q/2", "/q"), ("/q/999", "/q"), ("/q/x", "/q"), ("/check", "/q"), ("/next-steps", "/steps"),
     ("/lawyer", "/steps"), ("/leave", "/"), ("/leave/en", "/")],
)  # fmt: skip
def test_an_address_of_an_earlier_edition_leads_to_one_of_today(visitor, old, new):
    visitor.interview(QUIET)
    before = visitor.cookies
    found = visitor.client.get(old)
    assert (found.status_code, found.headers["Location"]) == (303, new)
    assert visitor.cookies == before


def test_no_get_changes_an_answer_or_the_step(visitor, app):
    visitor.interview(QUIET)
    before = visitor.cookie
    for address in addresses(app):
        visitor.client.get(address)
    assert visitor.cookie == before
