"""What is refused: other sites' posts, wrong methods, too much, and what we never sent."""

import pytest
from test_walks import QUIET
from visitor import Visitor

OWN = "http://localhost"


@pytest.fixture
def started(visitor):
    visitor.begin()
    visitor.press([("answering_for", "self")])
    return visitor


HERE = [
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": OWN},
]
ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": OWN},
    {"Origin": "https://elsewhere.example"},
    {"Origin": "null"},
    {},
]


@pytest.mark.parametrize("headers", HERE)
def test_a_form_of_our_own_page_is_taken(started, headers):
    posted = started.fill(QUIET)
    response = started.client.post(started.address, data=dict(posted), headers=headers)
    assert response.status_code == 303


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_a_form_of_another_site_is_refused_and_changes_nothing(started, headers):
    posted = dict(started.fill(QUIET))
    response = started.client.post(started.address, data=posted, headers=headers)
    assert response.status_code == 403
    assert "This did not come from our page" in response.text
    assert started.open("/check") and started.address == "/q/2"


def test_without_any_header_the_token_of_the_form_decides(started, app):
    posted = dict(started.fill(QUIET))
    stranger = Visitor(app.test_client())
    stranger.open("/")
    wrong = {**posted, **stranger.page.hidden}
    assert started.client.post(started.address, data=wrong).status_code == 403
    right = {**posted, **started.page.hidden}
    assert started.client.post(started.address, data=right).status_code == 303


REFUSED = [
    ("GET", "/nothing", 404, "There is no page here"),
    ("GET", "/q/x", 404, "There is no page here"),
    ("GET", "/static/../cli.py", 404, "There is no page here"),
    ("GET", "/lang/xx", 404, "There is no page here"),
    ("GET", "/left/xx", 404, "There is no page here"),
    ("POST", "/urgent", 405, "This page cannot be used that way"),
    ("DELETE", "/q/2", 405, "This page cannot be used that way"),
]


@pytest.mark.parametrize(("method", "address", "status", "said"), REFUSED)
def test_what_does_not_exist_gets_a_kind_page(started, method, address, status, said):
    response = started.client.open(address, method=method, headers={"Origin": OWN})
    assert (response.status_code, said in response.text) == (status, True)


def test_a_body_larger_than_any_form_of_ours_is_too_much(started):
    for headers in ({"Origin": OWN}, {}):
        response = started.client.post("/q/2", data={"detained": "x" * 1_000_000}, headers=headers)
        assert response.status_code == 413
        assert "That was too much" in response.text


def test_unknown_and_doubled_fields_and_strange_letters_do_no_harm(started):
    posted = [*started.fill(QUIET), ("in_us_now", "no"), ("unknown", "\0\ud7ff💥"), ("", "")]
    started.press(posted)
    assert started.address == "/q/3" and started.page.status == 200
    started.press([("case_stage", "\0' OR 1=1 --<script>")])
    assert started.page.title.startswith("Error: ") and "<script>" not in started.page.html


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere", "/q/2?x=1",
             "javascript:alert(1)", "/q/2#x", "/q/2\r\nX: y", "q/2", "/a/b/c"]
)  # fmt: skip
def test_the_language_link_leads_nowhere_but_to_our_own_pages(visitor, back):
    response = visitor.client.get("/lang/es", query_string={"to": back})
    assert (response.status_code, response.headers["Location"]) == (303, "/")


def test_a_fault_of_ours_gets_a_kind_page_and_the_log_says_only_where(monkeypatch, caplog):
    from conftest import made

    app = made()
    app.testing = False
    site = app.extensions["next_steps"]

    def fault(*_):
        raise RuntimeError("secret answer")

    visitor = Visitor(app.test_client())
    visitor.begin()
    visitor.press([("answering_for", "self")])
    monkeypatch.setattr(site.path, "person", fault)
    response = visitor.client.get("/q/2")
    assert response.status_code == 500 and "Something broke here" in response.text
    assert "RuntimeError at" in caplog.text and "secret answer" not in caplog.text
