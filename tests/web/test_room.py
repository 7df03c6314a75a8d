"""A room full of people: everybody is served, whatever the quiet and the slow ones do."""

import contextlib
import datetime
import http.client
import ssl
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from browser import in_a_browser, launched
from certificates import made_certificate
from room import closed_within, dripping, is_closed, line, opened, raw, status
from visitor import made

from interview.web import encryption
from interview.web.listening import connections, server
from interview.web.listening.connections import household

PEOPLE, DRIPPING = 150, 100
many_addresses = pytest.mark.skipif(
    sys.platform != "linux", reason="this machine has one address of its own only"
)


@pytest.fixture(scope="module")
def app():
    found = made()
    found.testing = False
    return found


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory):
    """What a server encrypts with, and what a browser does that trusts it."""
    certificate, key = made_certificate(tmp_path_factory.mktemp("certificate"))
    return encryption(certificate, key, datetime.date.today()), ssl.create_default_context(
        cafile=certificate
    )


@pytest.fixture(params=["http", "https"])
def served(request, app, encrypted):
    with opened(app, *(encrypted if request.param == "https" else ())) as found:
        yield found


@pytest.fixture
def hurried(monkeypatch):
    monkeypatch.setattr(connections, "SECONDS_FOR_A_REQUEST", 1)
    monkeypatch.setattr(connections, "SECONDS_FOR_AN_ANSWER", 1)


def encrypted_line(served):
    """The socket of a browser that has shaken hands, where the server wants it."""
    return line(served).sock


# ---------------------------------------------------------------- everybody is served


def test_150_people_with_two_connections_each_are_served_beside_100_that_drip(served):
    with contextlib.ExitStack() as closing:
        drips = [closing.enter_context(encrypted_line(served)) for _ in range(DRIPPING)]
        closing.enter_context(dripping(drips))
        room = [(line(served), line(served)) for _ in range(PEOPLE)]
        for one, other in room:
            closing.callback(one.close)
            closing.callback(other.close)
        with ThreadPoolExecutor(20) as asking:
            for page in ("/", "/privacy"):
                both = [connection for pair in room for connection in pair]
                statuses = list(asking.map(lambda one, page=page: status(one, page), both))
                assert statuses == [200] * 2 * PEOPLE


@pytest.mark.parametrize("silent", [150, 650])
def test_the_next_person_is_served_at_once_beside_many_that_say_nothing(served, silent):
    with contextlib.ExitStack() as closing:
        for _ in range(silent):
            closing.enter_context(raw(served))
        began = time.monotonic()
        one = line(served)
        closing.callback(one.close)
        assert status(one) == 200
        assert time.monotonic() - began < 2


# ---------------------------------------------------------------- nobody lives for ever

GREETING = b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "


def _with_a_head(served):
    found = encrypted_line(served)
    found.send(GREETING)
    return found


def _with_a_body(served):
    found = encrypted_line(served)
    found.send(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n")
    return found


def _with_empty_lines(served):
    found = encrypted_line(served)
    found.send(b"\r\n")
    return found


def _after_an_answer(served):
    found = line(served)
    assert status(found) == 200
    return found.sock


LATE = {
    "says nothing": encrypted_line,
    "says nothing of encryption either": raw,
    "drips its head": _with_a_head,
    "drips its body": _with_a_body,
    "drips from an empty line on": _with_empty_lines,
    "drips its second request": _after_an_answer,
}


@pytest.mark.parametrize("drips", [False, True])
def test_a_connection_that_does_not_send_a_whole_request_in_time_is_closed(hurried, served, drips):
    with contextlib.ExitStack() as closing:
        late = {name: closing.enter_context(begun(served)) for name, begun in LATE.items()}
        closing.enter_context(dripping(late.values() if drips else []))
        for name, one in late.items():
            assert closed_within(one, 5), name


def test_a_browser_that_takes_its_answer_byte_by_byte_is_closed(hurried):
    def huge(environ, start_response):
        start_response("200 OK", [("Content-Length", "16000000")])
        return [bytes(16_000_000)]

    with opened(huge) as served, raw(served) as slow:
        slow.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        taken = 0
        until = time.monotonic() + 3
        while time.monotonic() < until:
            taken += len(slow.recv(100))
            time.sleep(0.01)
        # What was under way when the server closed still comes, and no more.
        with contextlib.suppress(ConnectionResetError):
            while part := slow.recv(1_000_000):
                taken += len(part)
        assert taken < 16_000_000


def test_whoever_asks_again_in_time_keeps_the_connection(hurried, served):
    one = line(served)
    for _ in range(5):
        time.sleep(0.5)
        assert status(one) == 200
    one.close()


FORM = b"<!doctype html><title>Quiet</title><form method=post><button>Go on</button></form>"


@pytest.mark.sampled(2)
@in_a_browser
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_browser_that_was_quiet_until_its_connections_were_closed_posts_all_the_same(
    hurried, encrypted, scheme
):
    posted = []

    def form(environ, start_response):
        if environ["REQUEST_METHOD"] == "POST":
            posted.append(environ["PATH_INFO"])
            start_response("303 See Other", [("Location", "/"), ("Content-Length", "0")])
            return []
        headers = [("Content-Type", "text/html"), ("Content-Length", str(len(FORM)))]
        start_response("200 OK", headers)
        return [FORM]

    with opened(form, encrypted[0] if scheme == "https" else None) as served, launched() as browser:
        page = browser.new_page(ignore_https_errors=True)
        page.goto(f"{scheme}://127.0.0.1:{served[0]}/")
        for times in range(1, 4):
            page.wait_for_timeout(2_500)
            page.click("button")
            page.wait_for_load_state()
            assert (page.title(), posted) == ("Quiet", ["/"] * times)


# ---------------------------------------------------------------- who makes room


@many_addresses
def test_an_address_with_too_many_connections_loses_its_own_longest_waiting(monkeypatch, served):
    monkeypatch.setattr(server, "MOST_OF_A_HOUSEHOLD", 10)
    elsewhere = line(served, "127.0.0.2")
    held = [line(served, "127.0.0.3") for _ in range(30)]
    newest = line(served, "127.0.0.3")
    assert status(newest) == 200
    assert [is_closed(one.sock) for one in held] == [True] * 21 + [False] * 9
    for one in (*held[21:], elsewhere):
        one.sock.settimeout(20)
        assert status(one) == 200
    for one in (elsewhere, newest, *held):
        one.close()


@many_addresses
def test_when_the_room_is_full_the_fullest_address_makes_room(monkeypatch, app):
    monkeypatch.setattr(server, "MOST_CONNECTIONS", 20)
    with opened(app) as served:
        quiet = [line(served, f"127.0.1.{n}") for n in range(1, 10)]
        many = [line(served, "127.0.2.1") for _ in range(30)]
        late = line(served, "127.0.3.1")
        assert [status(one) for one in (*quiet, late)] == [200] * 10
        assert sum(not is_closed(one.sock) for one in many) == 10
        for one in (*quiet, *many, late):
            one.close()


def test_a_request_that_is_worked_out_is_never_closed_to_make_room(monkeypatch):
    monkeypatch.setattr(server, "MOST_OF_A_HOUSEHOLD", 2)

    def slow(environ, start_response):
        time.sleep(1 if environ["PATH_INFO"] == "/slow" else 0)
        start_response("200 OK", [("Content-Length", "2")])
        return [b"ok"]

    with opened(slow) as served, ThreadPoolExecutor(1) as asking:
        first = line(served)
        answer = asking.submit(status, first, "/slow")
        time.sleep(0.3)
        others = [line(served) for _ in range(6)]
        assert status(others[-1]) == 200
        assert answer.result() == 200
        for one in (first, *others):
            one.close()


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("localhost", "localhost"),
    ],
)
def test_a_long_address_counts_as_the_line_that_it_belongs_to(address, counted_as):
    assert household(address) == counted_as


# ---------------------------------------------------------------- encryption


def test_an_encrypted_answer_is_whole_however_long_and_however_it_is_asked_for(encrypted):
    body = bytes(range(256)) * 20_000

    def echo(environ, start_response):
        sent = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        start_response("200 OK", [("Content-Length", str(len(body) + len(sent)))])
        return [body, sent]

    with opened(echo, *encrypted) as served:
        one = line(served)
        for length in (0, 1, 16_383, 16_384, 16_385, 100_000):
            one.request("POST", "/", body[:length])
            assert one.getresponse().read() == body + body[:length]
        one.close()


def test_plain_http_at_an_encrypted_port_is_told_to_write_https(app, encrypted):
    with opened(app, *encrypted) as (port, _):
        plain = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        plain.request("GET", "/")
        answer = plain.getresponse()
        assert (answer.status, answer.read()) == (400, connections._SAY_HTTPS)
        plain.close()


def test_an_encrypted_page_has_a_cookie_for_encrypted_connections_only(app, encrypted):
    with opened(app, *encrypted) as served:
        one = line(served)
        one.request("GET", "/")
        answer = one.getresponse()
        answer.read()
        assert answer.getheader("Strict-Transport-Security") == "max-age=31536000"
        assert "__Host-" in answer.getheader("Set-Cookie", "")
        one.close()


def test_encryption_older_than_ten_years_is_refused(app, encrypted):
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning):
        old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    with opened(app, encrypted[0], old) as served, pytest.raises(ssl.SSLError):
        line(served)
