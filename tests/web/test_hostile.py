"""Thousands of random and hostile requests: never a fault of ours.

NEXT_STEPS_HOSTILE is how many; `make audit` sends ten thousand.
"""

import gzip
import os
from urllib.parse import quote

import pytest
from answers import LONGEST
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spoken import LANGUAGES
from visitor import Visitor, made, site_of, visits_of

REQUESTS = int(os.environ.get("NEXT_STEPS_HOSTILE", "2000"))
SECRET = "s" * 32
FORM = "application/x-www-form-urlencoded"

NASTY = [
    "", "\0", "%00", "../../etc/passwd", "' OR '1'='1", "<script>alert(1)</script>", "{{7*7}}",
    "\u202e", "\ufeff", "\U0001f4a5", "\u0661\u0662", "e\u0301" * 40, "%ff%fe", "${7*7}",
    "%s%n", "\r\nSet-Cookie: a=b", "9" * 5000, "-1", "1e309", "NaN", "x" * 9000, ";", "=", "&",
]  # fmt: skip
PATHS = [
    "/", "/q", "/q", "/q", "/steps", "/steps", "/q/0", "/q/99999", "/check", "/lawyer",
    "/urgent", "/words", "/privacy", "/about", "/map", "/people", "/people", "/leave",
    "/leave/en", "/left/es",
    "/lang/es", "/lang/xx", "/stay", "/static/print.js", "/static/x", "//", "/q//2", "/q/",
]  # fmt: skip
METHODS = ["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "get", "X"]
# Stands for a body of a megabyte.
HUGE = b"huge"
nasty = st.sampled_from(NASTY) | st.text(max_size=30)
latin = nasty.map(
    lambda text: text.encode("latin-1", "ignore").decode("latin-1").translate({13: None, 10: None})
)


def stops(app):
    """Return where someone stood on a long way: the cookies, the token, the fields there."""
    visitor = Visitor(app.test_client())
    visitor.begin("es")
    found = []
    while visitor.address != "/check":
        token = visitor.page.hidden["csrf_token"]
        found.append((jar(visitor), token, [*visitor.page.fields, "back", "language"]))
        visitor.press(visitor.fill(LONGEST))
    return [*found, (jar(visitor), visitor.page.hidden["csrf_token"], ["detained", "change"])]


def jar(visitor):
    """The cookies of somebody as a browser sends them."""
    return "; ".join(f"{name}-80={value}" for name, value in visitor.cookies.items())


def tokens(app):
    """Cookies of every kind: of people on their way, of another server, cut, and changed."""
    good = [cookies for cookies, *_ in stops(app)]
    visits, half = visits_of(app), bytes(16)
    hour = visits.clock.hour()
    texts = (b"", b"\xff", b"\x03" * 40, bytes(90), b"\x03" + b"\xff" * 200)
    odd = [sealed(visits.sealer.seal(text, half, hour)) for text in texts]
    old = sealed(visits.sealer.seal(texts[3], half, hour - 2))
    stranger = sealed(visits_of(made()).sealer.seal(b"", half, visits_of(made()).clock.hour()))
    cut = [good[-1][:length] for length in (1, 40, 101, 200)]
    nasty = [f"visit-80={one}; half-80={one}; alive-80={one}; say-80={one}" for one in NASTY]
    return [*good, *odd, old, stranger, *cut, good[-1] + "A", good[-1] * 9, *nasty]


def sealed(token):
    """The cookies of somebody whose visit is this token."""
    return f"visit-80={token}; half-80={'A' * 22}; note-80=404; say-80=en11" + "a" * 16


GIVEN = ["00", "01", "02", "03", "yes", "self", "TX", "2000", "2", "31", "es", "1", "0"]
values = st.sampled_from(GIVEN)


def mostly(good, *others):
    """Return a header that is good more often than not, so that the request gets further."""
    return st.sampled_from([*[good] * 4, *others]) | st.just(good) | st.just(good) | latin


headers = st.fixed_dictionaries(
    {
        "Sec-Fetch-Site": mostly("same-origin", "none", "cross-site", "same-site"),
        "Content-Type": mostly(FORM, "application/json", "multipart/form-data; boundary="),
    },
    optional={
        "Host": mostly("localhost", "elsewhere.example", "a b", "[", "[::1]:x"),
        "Origin": mostly("http://localhost", "null", "http://[", "//"),
        "Referer": mostly("http://localhost/q/2", "http://[::1", "//"),
        "Accept-Language": mostly("es", "en;q=nan", "*;q=-1", "xx-" * 99),
        "Accept-Encoding": mostly("gzip", "gzip;q=0", "*"),
        "X-Forwarded-Host": latin,
        "X-Forwarded-Proto": latin,
        "X-HTTP-Method-Override": st.sampled_from(METHODS),
        "Range": st.just("bytes=9-1"),
        "If-Modified-Since": latin,
    },
)


def joined(pairs):
    """Return fields as a form sends them."""
    quoted = [f"{quote(k, errors='replace')}={quote(v, errors='replace')}" for k, v in pairs]
    return "&".join(quoted).encode()


def requests(app):
    """Every kind of request that somebody could make up."""
    facts = [question.id for question in site_of(app).content.questions]
    dates = [f"{fact}-{part}" for fact in facts for part in ("day", "month", "year", "unsure")]
    names = st.sampled_from(
        [*facts, *dates, "skip", "csrf_token", "back", "change", "language", "both", "pad"]
    )
    forms = st.lists(st.tuples(names | nasty, values | nasty), max_size=8).map(joined)
    query = st.builds("to={}".format, nasty.map(lambda text: quote(text, errors="replace")))
    return st.fixed_dictionaries(
        {
            "path": st.sampled_from(PATHS) | st.builds("/{}".format, nasty),
            "query": st.just("") | query,
            "method": st.sampled_from(["POST", "GET", *METHODS]),
            "token": st.sampled_from(tokens(app)),
            "body": forms | st.binary(max_size=60) | st.just(HUGE),
            "headers": headers,
        }
    )


def one(path="/q", method="GET", **headers):
    """Return a request that once met a fault, or easily could."""
    return {"path": path, "query": "", "method": method, "token": "", "body": b"a=b",
            "headers": headers}  # fmt: skip


@pytest.fixture(scope="module")
def hostile_app():
    app = made(secrets=(SECRET,))
    # As it is served: a fault becomes a page, and the test sees its status.
    app.testing = False
    return app


def test_random_and_hostile_requests_never_meet_a_fault_of_ours(hostile_app):
    client = hostile_app.test_client(use_cookies=False)
    met = {}

    @settings(max_examples=REQUESTS, deadline=None)
    @given(requests(hostile_app))
    @example(one("/q/" + "9" * 5000))
    @example(one(method="POST", Origin="http://["))
    @example(one("/urgent", Referer="http://[::1"))
    @example(one("/", "POST", **{"Origin": "http://localhost", "Content-Type": "text/plain"}))
    def send(sent):
        body = b"a=" + b"x" * 1_000_000 if sent["body"] == HUGE else sent["body"]
        response = client.open(
            "/", method=sent["method"], data=body, environ_overrides=environment(sent)
        )
        met[response.status_code] = met.get(response.status_code, 0) + 1
        assert response.status_code < 500
        text = read(response)
        assert "Traceback" not in text
        if response.status_code >= 400:
            assert response.headers["Cache-Control"] == "no-store"
            if sent["method"] != "HEAD":
                assert all(f'lang="{language}"' in text for language in LANGUAGES)

    send()
    print(f"{sum(met.values())} requests: {dict(sorted(met.items()))}")
    assert sum(met.values()) >= REQUESTS
    assert {200, 303, 400, 403, 404, 405, 410} <= set(met)


def test_odd_values_in_a_pages_own_fields_never_meet_a_fault_of_ours(hostile_app):
    client = hostile_app.test_client()
    where = stops(hostile_app)
    met = {}

    @settings(max_examples=REQUESTS // 4, deadline=None)
    @given(st.sampled_from(where), st.data())
    def send(stop, data):
        cookies, token, names = stop
        typed = st.sampled_from([*GIVEN, *GIVEN, *NASTY])
        few = st.lists(
            st.tuples(st.sampled_from(names), typed), max_size=6, unique_by=lambda f: f[0]
        )
        fields = [*data.draw(few, label=str(names)), ("csrf_token", token)]
        own = {"Sec-Fetch-Site": "same-origin"}
        client.set_cookie("note-80", "non")
        for part in cookies.split("; "):
            client.set_cookie(*part.split("="))
        response = client.post("/q", data=joined(fields), content_type=FORM, headers=own)
        shown = client.get("/q", headers=own)
        assert response.status_code == 303 and response.data == b""
        met[shown.status_code] = met.get(shown.status_code, 0) + 1
        assert shown.status_code in (200, 303, 400, 403, 413)

    send()
    print(f"{sum(met.values())} forms: {dict(sorted(met.items()))}")


def read(response):
    """Return the text of a response, compressed or not."""
    zipped = response.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(response.data) if zipped else response.data).decode()


def environment(sent):
    """Return what a server would hand on; the path is bytes, as Latin-1."""
    found = {
        "PATH_INFO": sent["path"].encode("utf-8", "replace").decode("latin-1"),
        "QUERY_STRING": sent["query"],
        "HTTP_COOKIE": sent["token"].encode("latin-1", "ignore").decode("latin-1"),
        "CONTENT_TYPE": FORM,
    }
    for name, value in sent["headers"].items():
        key = name.upper().replace("-", "_")
        found[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    return found
