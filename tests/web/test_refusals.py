"""What is refused: other sites' posts, wrong methods, too much, and what we never sent."""

import pytest
from answers import QUIET
from spoken import LANGUAGES
from visitor import Visitor, made, site_of

OWN = "http://localhost"


@pytest.fixture
def started(visitor):
    visitor.start()
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


STRANGE = {
    "a field twice": [("in_us_now", "no")],
    "a field of no page": [("unknown", "x")],
    "a field of another page": [("any_arrest", "no")],
    "a field without a name": [("", "")],
    "NUL": [("detained", "no\0")],
    "letters that turn the reading around": [("detained", "\u202eon")],
    "a value longer than any": [("detained", "x" * 101)],
}


@pytest.mark.parametrize("added", STRANGE.values(), ids=STRANGE)
def test_what_our_form_cannot_send_is_refused_and_changes_nothing(started, added):
    names = {name for name, _ in added} - {"in_us_now"}
    posted = [pair for pair in started.fill(QUIET) if pair[0] not in names]
    started.press([*posted, *added])
    assert (started.page.status, started.page.heading) == (400, "This did not arrive as it should")
    assert started.open("/check") and started.address == "/q/2"


def test_bytes_that_are_no_letters_are_refused(started):
    token = started.page.hidden["csrf_token"]
    body = f"csrf_token={token}&detained=%ff%fe"
    kind = "application/x-www-form-urlencoded"
    assert started.client.post("/q/2", data=body, content_type=kind).status_code == 400


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain", "multipart/form-data; boundary=x"]
)
def test_what_is_no_form_is_refused(started, kind):
    headers = {"Origin": OWN}
    found = started.client.post("/q/2", data=b"{}", content_type=kind, headers=headers)
    assert (found.status_code, "This did not arrive as it should" in found.text) == (415, True)


def test_a_value_that_is_not_offered_is_a_mistake_and_is_not_repeated(started):
    started.press(started.fill(QUIET))
    started.press([("reports_to_ice", "' OR 1=1 --<script>")])
    assert started.page.title.startswith("Error: ") and "<script>" not in started.page.html


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "localhost.elsewhere.example", "", "a b",
             "localhost/x", "user@localhost", "localhost:99999", 'x"><script>', "127.0.0.1"]
)  # fmt: skip
def test_a_host_name_that_is_not_this_server_is_refused(host):
    client = made(hosts=("localhost",)).test_client()
    for address in ("/", "/q/2", "/nothing"):
        found = client.get(address, headers={"Host": host})
        assert (found.status_code, host and host in found.text) == (400, host and False)
    assert client.get("/", headers={"Host": "localhost:8000"}).status_code == 200


def test_without_a_list_any_host_name_is_taken_that_can_be_one(visitor):
    for host, status in (("clinic.example:8000", 200), ("[::1]:8000", 200), ("a b", 400)):
        assert visitor.client.get("/", headers={"Host": host}).status_code == status


@pytest.mark.parametrize("address", ["http://[", "http://[::1", "http://a]b/", "//", "\0"])
def test_an_address_that_is_none_in_a_header_does_no_harm(started, address):
    posted = dict(started.fill(QUIET))
    found = started.client.post("/q/2", data=posted, headers={"Origin": address})
    assert found.status_code == 403
    assert started.client.get("/urgent", headers={"Referer": address}).status_code == 200


def test_no_redirect_repeats_the_host(started):
    for address in ("/q//2", "/q/2/", "/urgent/", "/static//print.js"):
        found = started.client.get(address, headers={"Host": "elsewhere.example"})
        assert (found.status_code, found.headers.get("Location")) == (404, None)


@pytest.mark.parametrize(("method", "address", "status"), [(m, a, s) for m, a, s, _ in REFUSED])
def test_what_is_refused_says_so_in_every_language(started, site, method, address, status):
    found = started.client.open(address, method=method, headers={"Origin": OWN})
    [entry] = [entry for entry in site.content.pages.troubles if entry.id == str(status)]
    for language in LANGUAGES:
        assert str(site.speakers[language, "self"].say(entry.title)) in found.text
        assert f'lang="{language}"' in found.text


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere", "/q/2?x=1",
             "javascript:alert(1)", "/q/2#x", "/q/2\r\nX: y", "q/2", "/a/b/c"]
)  # fmt: skip
def test_the_language_link_leads_nowhere_but_to_our_own_pages(visitor, back):
    response = visitor.client.get("/lang/es", query_string={"to": back})
    assert (response.status_code, response.headers["Location"]) == (303, "/")


def test_a_fault_of_ours_gets_a_kind_page_and_the_log_says_only_where(monkeypatch, caplog):
    app = made()
    app.testing = False
    site = site_of(app)

    def fault(*_):
        raise RuntimeError("secret answer")

    visitor = Visitor(app.test_client())
    visitor.start()
    monkeypatch.setattr(site.path, "lay_out", fault)
    response = visitor.client.get("/q/2")
    assert response.status_code == 500 and "Something broke here" in response.text
    assert "RuntimeError at" in caplog.text and "secret answer" not in caplog.text
