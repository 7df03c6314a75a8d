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
    data = {**dict(started.page.coded(posted)), **started.page.hidden}
    response = started.client.post("/q", data=data, headers=headers)
    assert (response.status_code, "note" in started.cookies) == (303, False)
    assert started.open("/q") and started.address == "/q/4"


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_a_form_of_another_site_is_refused_and_changes_nothing(started, headers):
    posted = dict(started.page.coded(started.fill(QUIET)))
    before = started.cookie
    response = started.client.post("/q", data=posted, headers=headers)
    assert (response.status_code, response.headers["Location"]) == (303, "/q")
    page = started.open("/q")
    assert (page.status, page.heading) == (403, "This did not come from our page")
    assert started.open("/q") and started.address == "/q/2"
    assert started.cookie == before


@pytest.mark.parametrize("headers", [*HERE, {}])
def test_the_token_of_the_form_decides_whatever_the_headers_say(started, app, headers):
    posted = dict(started.page.coded(started.fill(QUIET)))
    stranger = Visitor(app.test_client())
    stranger.start()
    for wrong in (stranger.page.hidden, {"csrf_token": "A" * 43}, {"csrf_token": ""}, {}):
        started.client.post("/q", data={**posted, **wrong}, headers=headers)
        assert started.cookies["note"] in ("403", "409")
        started.open("/q")
        assert started.open("/q") and started.address == "/q/2"
    started.client.post("/q", data={**posted, **started.page.hidden}, headers=headers)
    assert started.open("/q") and started.address == "/q/4"


def test_the_form_of_the_start_is_taken_from_the_browser_that_got_it(visitor, make_visitor):
    visitor.open("/")
    stranger = make_visitor()
    stranger.open("/")
    posted = dict(visitor.page.coded([("answering_for", "self")]))
    visitor.client.post("/", data={**posted, **stranger.page.hidden})
    assert "visit" not in visitor.cookies
    own = visitor.page.hidden
    assert visitor.open("/q").status == 403
    visitor.client.post("/", data={**posted, **own})
    assert visitor.open("/q") and visitor.address == "/q/2"


REFUSED = [
    ("GET", "/nothing", 404, "There is no page here"),
    ("GET", "/static/../cli.py", 404, "There is no page here"),
    ("GET", "/lang/xx", 404, "There is no page here"),
    ("GET", "/left/xx", 404, "There is no page here"),
    ("DELETE", "/q", 405, "This page cannot be used that way"),
]


@pytest.mark.parametrize(("method", "address", "status", "said"), REFUSED)
def test_what_does_not_exist_gets_a_kind_page(started, method, address, status, said):
    response = started.client.open(address, method=method, headers={"Origin": OWN})
    assert (response.status_code, said in response.text) == (status, True)


def test_a_body_larger_than_any_form_of_ours_is_too_much(started):
    for headers in ({"Origin": OWN}, {}):
        response = started.client.post("/q", data={"detained": "x" * 1_000_000}, headers=headers)
        assert response.status_code == 303
        page = started.open("/q")
        assert page.status == (413 if headers else page.status) and "too much" in page.text


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
    assert started.open("/q") and started.address == "/q/2"


@pytest.mark.parametrize(
    "posted", [("change", "002x"), ("change", "999"), ("change", "-1"), ("change", "005"),
               ("language", "xx"), ("both", "2"), ("pad", "0001")]
)  # fmt: skip
def test_a_press_of_no_button_of_ours_is_refused_and_changes_nothing(started, posted):
    before = started.cookie
    assert started.press([posted]).status == 400
    assert (started.open("/q").status, started.address, started.cookie) == (200, "/q/2", before)


def test_back_ends_at_the_first_question_where_it_leads_to_the_start(started):
    started.press([("back", "1")])
    assert started.address == "/q/1" and ("back", "1") not in started.page.buttons
    assert started.page.buttons.count(("to", "/")) == 2
    started.press([("back", "1")])
    assert started.address == "/"


def test_bytes_that_are_no_letters_are_refused(started):
    token = started.page.hidden["csrf_token"]
    body = f"csrf_token={token}&detained=%ff%fe"
    kind = "application/x-www-form-urlencoded"
    assert started.client.post("/q", data=body, content_type=kind).status_code == 303
    assert started.open("/q").status == 400


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain", "multipart/form-data; boundary=x"]
)
def test_what_is_no_form_is_refused(started, kind):
    headers = {"Origin": OWN}
    started.client.post("/q", data=b"{}", content_type=kind, headers=headers)
    found = started.open("/q")
    assert (found.status, "This did not arrive as it should" in found.text) == (415, True)


def test_a_value_that_is_not_offered_is_a_mistake_and_is_not_repeated(started):
    started.press(started.fill(QUIET))
    started.press([("reports_to_ice", "' OR 1=1 --<script>")])
    assert started.page.is_wrong and "<script>" not in started.page.html


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "localhost.elsewhere.example", "", "a b",
             "localhost/x", "user@localhost", "localhost:99999", 'x"><script>', "127.0.0.1"]
)  # fmt: skip
def test_a_host_name_that_is_not_this_server_is_refused(host):
    client = made(hosts=("localhost",)).test_client()
    for address in ("/", "/q", "/nothing"):
        found = client.get(address, headers={"Host": host})
        assert (found.status_code, host and host in found.text) == (400, host and False)
    assert client.get("/", headers={"Host": "localhost:8000"}).status_code == 200


def test_without_a_list_any_host_name_is_taken_that_can_be_one(visitor):
    for host, status in (("clinic.example:8000", 200), ("[::1]:8000", 200), ("a b", 400)):
        assert visitor.client.get("/", headers={"Host": host}).status_code == status


@pytest.mark.parametrize("address", ["http://[", "http://[::1", "http://a]b/", "//", "\0"])
def test_an_address_that_is_none_in_a_header_does_no_harm(started, address):
    posted = dict(started.fill(QUIET))
    started.client.post("/q", data=posted, headers={"Origin": address})
    assert started.open("/q").status == 403
    assert started.client.get("/urgent", headers={"Referer": address}).status_code == 200


def test_no_redirect_repeats_the_host(started):
    for address in ("/q//", "/steps/", "/urgent/", "/static//print.js"):
        found = started.client.get(address, headers={"Host": "elsewhere.example"})
        assert "elsewhere" not in found.headers.get("Location", "")


@pytest.mark.parametrize(("method", "address", "status"), [(m, a, s) for m, a, s, _ in REFUSED])
def test_what_is_refused_says_so_in_every_language(started, site, method, address, status):
    found = started.client.open(address, method=method, headers={"Origin": OWN})
    [entry] = [entry for entry in site.content.pages.troubles if entry.id == str(status)]
    for language in LANGUAGES:
        assert str(site.speakers[language, "self"].say(entry.title)) in found.text
        assert f'lang="{language}"' in found.text


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere", "/q?x=1",
             "javascript:alert(1)", "/q#x", "/q\r\nX: y", "q", "/a/b/c"]
)  # fmt: skip
def test_the_language_link_leads_nowhere_but_to_our_own_pages(visitor, back):
    visitor.open("/")
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
    monkeypatch.setattr(site.path, "lay_out_asked", fault)
    response = visitor.client.get("/q")
    assert response.status_code == 500 and "Something broke here" in response.text
    assert "RuntimeError at" in caplog.text and "secret answer" not in caplog.text
