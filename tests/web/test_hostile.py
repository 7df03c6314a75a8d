"""Thousands of random and hostile requests, and bytes that are no request: never a fault of ours.

NEXT_STEPS_HOSTILE is how many; `make audit` sends ten thousand.
"""

import gzip
import os
import random
import socket
import string
import threading
import time
from urllib.parse import quote

import pytest
import waitress
from conftest import made
from hypothesis import example, given, settings
from hypothesis import strategies as st
from interview.web.serving import WAITRESS
from test_walks import LONGEST
from visitor import Visitor

from interview.web.visit.sealing import Sealer

REQUESTS = int(os.environ.get("NEXT_STEPS_HOSTILE", "2000"))
SECRET = "s" * 32
FORM = "application/x-www-form-urlencoded"

NASTY = [
    "", "\0", "%00", "../../etc/passwd", "' OR '1'='1", "<script>alert(1)</script>", "{{7*7}}",
    "\u202e", "\ufeff", "\U0001f4a5", "\u0661\u0662", "e\u0301" * 40, "%ff%fe", "${7*7}",
    "%s%n", "\r\nSet-Cookie: a=b", "9" * 5000, "-1", "1e309", "NaN", "x" * 9000, ";", "=", "&",
]  # fmt: skip
PATHS = [
    "/", "/q/2", "/q/3", "/q/0", "/q/9", "/q/30", "/q/99999", "/check", "/next-steps", "/lawyer",
    "/urgent", "/words", "/privacy", "/about", "/map", "/leave", "/leave/en", "/left/es",
    "/lang/es", "/lang/xx", "/stay", "/static/print.js", "/static/x", "//", "/q//2", "/q/",
]  # fmt: skip
METHODS = ["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "get", "X"]
# Stands for a body of a megabyte.
HUGE = b"huge"
nasty = st.sampled_from(NASTY) | st.text(max_size=30)
latin = nasty.map(
    lambda text: text.encode("latin-1", "ignore").decode("latin-1").translate({13: None, 10: None})
)


def walked(app):
    """Return where someone stood on a long way: the cookie, the address, the fields there."""
    visitor = Visitor(app.test_client())
    visitor.begin("es")
    found = []
    while visitor.address != "/check":
        cookie = visitor.client.get_cookie("visit").value
        found.append((cookie, visitor.address, [*visitor.page.fields, "csrf_token"]))
        visitor.press(visitor.fill(LONGEST))
    return [*found, (visitor.client.get_cookie("visit").value, "/q/3", ["detained"])]


def tokens(app):
    """Cookies of every kind: of people on their way, old, of another server, cut, and changed."""
    good = [cookie for cookie, *_ in walked(app)]
    now = int(time.time())
    plain = app.extensions["next_steps"].sealer.open(good[-1], now)
    sealer = Sealer([SECRET], "walk", 3600)
    odd = [sealer.seal(text, now) for text in (b"", b"\xff", b"9en", b"1en", b"1xx\n", plain * 20)]
    old = sealer.seal(plain, now - 7200)
    stranger = Sealer(["o" * 32], "walk", 3600).seal(plain, now)
    cut = [good[-1][:length] for length in (1, 40, 101, 200)]
    return [*good, *odd, old, stranger, *cut, good[-1] + "A", good[-1] * 9, *NASTY]


GIVEN = ["yes", "no", "unsure", "none", "self", "client", "TX", "2000", "2", "31"]
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
    facts = [question.id for question in app.extensions["next_steps"].content.questions]
    dates = [f"{fact}-{part}" for fact in facts for part in ("day", "month", "year", "unsure")]
    names = st.sampled_from([*facts, *dates, "skip", "csrf_token"])
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


def one(path="/q/2", method="GET", **headers):
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
                assert 'lang="en"' in text and 'lang="es"' in text

    send()
    print(f"{sum(met.values())} requests: {dict(sorted(met.items()))}")
    assert sum(met.values()) >= REQUESTS
    assert {200, 303, 400, 403, 404, 405, 410, 413, 415} <= set(met)


def test_odd_values_in_a_pages_own_fields_never_meet_a_fault_of_ours(hostile_app):
    client = hostile_app.test_client(use_cookies=False)
    places = walked(hostile_app)
    met = {}

    @settings(max_examples=REQUESTS // 4, deadline=None)
    @given(st.sampled_from(places), st.data())
    def send(place, data):
        cookie, address, names = place
        typed = st.sampled_from([*GIVEN, *GIVEN, *NASTY])
        few = st.lists(
            st.tuples(st.sampled_from(names), typed), max_size=6, unique_by=lambda f: f[0]
        )
        fields = data.draw(few, label=address)
        response = client.post(
            address,
            data=joined(fields),
            content_type=FORM,
            headers={"Sec-Fetch-Site": "same-origin", "Cookie": f"visit={cookie}"},
        )
        met[response.status_code] = met.get(response.status_code, 0) + 1
        assert response.status_code in (200, 303, 400, 413)

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
        "HTTP_COOKIE": f"visit={sent['token'].encode('latin-1', 'ignore').decode('latin-1')}",
        "CONTENT_TYPE": FORM,
    }
    for name, value in sent["headers"].items():
        key = name.upper().replace("-", "_")
        found[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    return found


# ---------------------------------------------------------------- below the application


@pytest.fixture(scope="module")
def server(hostile_app):
    """The server that `interview serve` runs."""
    found = waitress.create_server(hostile_app, host="127.0.0.1", port=0, **WAITRESS)
    threading.Thread(target=found.run, daemon=True).start()
    yield found.effective_port
    found.close()


def bytes_from(port, sent):
    """Return what comes back, and whether a reset cut it short."""
    found = b""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        try:
            line.sendall(sent)
            line.shutdown(socket.SHUT_WR)
            while chunk := line.recv(65536):
                found += chunk
        except TimeoutError:
            raise
        except OSError:
            return found, True
    return found, False


def answer_to(port, sent):
    """Return the status and the text of what comes back; an empty status where nothing does."""
    # What was not read to its end ends in a reset, which can overtake the answer.
    for _ in range(5):
        found, is_reset = bytes_from(port, sent)
        if found or not is_reset:
            break
    head = found.split(b"\r\n", 1)[0].split(b" ")
    return head[1].decode() if len(head) > 1 else "", found.decode("utf-8", "replace")


HOST = b"Host: localhost\r\n"
POST = b"POST /q/2 HTTP/1.1\r\n" + HOST
RAW = {
    "NUL in the path": (b"GET /\0 HTTP/1.1\r\n" + HOST + b"\r\n", "404"),
    "bytes in the path": (b"GET /\xff\xfe HTTP/1.1\r\n" + HOST + b"\r\n", "400"),
    "NUL in a header": (b"GET / HTTP/1.1\r\n" + HOST + b"X: a\0b\r\n\r\n", "400"),
    "a header without a name": (b"GET / HTTP/1.1\r\n" + HOST + b": x\r\n\r\n", "400"),
    "a header 300 KB long": (
        b"GET / HTTP/1.1\r\n" + HOST + b"Cookie: visit=" + b"A" * 300_000 + b"\r\n\r\n", "431"),
    "two lengths": (POST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400"),
    "a length that is no number": (POST + b"Content-Length: x\r\n\r\n", "400"),
    "a length below nothing": (POST + b"Content-Length: -1\r\n\r\n", "400"),
    "chunks that are none": (POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "400"),
    "a strange transfer": (POST + b"Transfer-Encoding: x\r\n\r\n", "501"),
    "no version": (b"GET\r\n\r\n", "400"),
    "another host in the line": (b"GET http://x.example/ HTTP/1.1\r\n" + HOST + b"\r\n", "200"),
    "a host that is none": (b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "400"),
}  # fmt: skip


@pytest.mark.parametrize(("sent", "status"), RAW.values(), ids=RAW)
def test_bytes_that_no_browser_sends_are_refused_without_a_word_of_the_inside(server, sent, status):
    found, text = answer_to(server, sent)
    assert found == status
    assert "Traceback" not in text and "waitress" not in text and ".py" not in text


def test_noise_on_the_line_never_meets_a_fault_of_ours(server, caplog):
    chance = random.Random(2014)
    letters = string.printable.encode() + bytes(range(256))
    for _ in range(100):
        noise = bytes(chance.choices(letters, k=chance.randint(1, 400)))
        start = chance.choice(
            [b"", b"GET /", b"POST / HTTP/1.1\r\n" + HOST, b"GET / HTTP/1.1\r\nA: "]
        )
        found, _ = answer_to(server, start + noise + b"\r\n\r\n")
        assert found == "" or found < "500", noise
    assert "Traceback" not in caplog.text
    assert (
        answer_to(server, b"GET / HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")[0] == "200"
    )


def test_a_proxy_on_this_machine_may_say_that_the_connection_is_encrypted(server):
    line = b"GET / HTTP/1.1\r\n" + HOST + b"Connection: close\r\nX-Forwarded-Proto: "
    _, plain = answer_to(server, line + b"http\r\n\r\n")
    _, encrypted = answer_to(server, line + b"https\r\n\r\n")
    assert "Set-Cookie: visit=" in plain and "Strict-Transport-Security" not in plain
    assert "Set-Cookie: __Host-visit=" in encrypted and "Secure; HttpOnly" in encrypted
    assert "Strict-Transport-Security: max-age=31536000" in encrypted
