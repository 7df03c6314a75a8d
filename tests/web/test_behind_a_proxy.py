"""Behind Debian's nginx, with the very lines that deploy/README.md gives to an operator."""

import contextlib
import gzip
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
import zlib

import pytest
from certificates import made_certificate
from room import dripping, line, opened
from servers import Connection
from visitor import Visitor, made

from interview.content.folders import ROOT

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
pytestmark = pytest.mark.skipif(
    NGINX is None and os.environ.get("CI") != "true", reason="there is no nginx here"
)
NAME = "steps.example.org"
AROUND = """
worker_processes 1; daemon off; pid {folder}/pid; error_log stderr crit;
events {{ worker_connections 1024; }}
http {{
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  access_log {folder}/access.log;
  {server}
}}
"""


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _documented(port, behind, certificate, key):
    """The lines of the operator's page, with the places of this test."""
    text = (ROOT / "deploy" / "README.md").read_text("utf-8")
    [lines] = re.findall(r"^```nginx\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    places = {
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "/etc/next-steps/certificate.pem": str(certificate),
        "/etc/next-steps/key.pem": str(key),
        "http://127.0.0.1:8000": f"http://127.0.0.1:{behind}",
    }
    for documented, here in places.items():
        assert documented in lines
        lines = lines.replace(documented, here)
    return lines


@contextlib.contextmanager
def nginx(folder, behind):
    """Run nginx in front of a port of this machine; gives its port and what trusts it."""
    assert NGINX, "nginx is needed in CI: install Debian's package nginx-light"
    certificate, key = made_certificate(folder)
    port = _free_port()
    settings = folder / "nginx.conf"
    server = _documented(port, behind, certificate, key)
    settings.write_text(AROUND.format(folder=folder, server=server))
    process = subprocess.Popen([NGINX, "-p", folder, "-c", settings])
    try:
        yield _answering(process, port), ssl.create_default_context(cafile=certificate)
    finally:
        process.terminate()
        process.wait(10)


def _answering(process, port):
    until = time.monotonic() + 10
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return port
        time.sleep(0.05)
    raise AssertionError("nginx does not start with these lines")


@pytest.fixture(scope="module")
def app():
    found = made(hosts=(NAME,), is_https_required=True)
    found.testing = False
    return found


@pytest.fixture
def proxied(app, tmp_path):
    """The product behind nginx; its port, and what browsers encrypt with."""
    with opened(app) as (behind, _), nginx(tmp_path, behind) as found:
        yield found


def asked(served, page="/", **headers):
    """Return the answer to a request through the proxy, and its body."""
    one = line(served)
    one.request("GET", page, headers={"Host": NAME, **headers})
    answer = one.getresponse()
    body = answer.read()
    one.close()
    return answer, body


def test_pages_come_encrypted_with_a_cookie_for_encrypted_connections_only(proxied):
    answer, body = asked(proxied)
    assert (answer.status, b"<html" in body) == (200, True)
    assert answer.getheader("Strict-Transport-Security") == "max-age=31536000"
    cookies = answer.msg.get_all("Set-Cookie")
    assert cookies and all(one.startswith("__Host-") and "Secure" in one for one in cookies)


class EncryptedBrowser(Connection):
    """A browser's connection that is encrypted."""

    def __init__(self, served):
        super().__init__(f"https://127.0.0.1:{served[0]}")
        self._served = served

    def _opened(self):
        return line(self._served)


def test_somebody_begins_and_answers_page_after_page(proxied):
    visitor = Visitor(EncryptedBrowser(proxied))
    visitor.headers = {"Host": NAME, "Origin": f"https://{NAME}", "Sec-Fetch-Site": "same-origin"}
    visitor.begin()
    headings = [visitor.press(visitor.fill({})).heading for _ in range(5)]
    assert [page.status for _, page in visitor.seen] == [200] * len(visitor.seen)
    assert len(set(headings)) == 5


def test_what_a_browser_says_of_its_connection_does_not_count(proxied):
    answer, _ = asked(proxied, **{"X-Forwarded-Proto": "http"})
    assert answer.status == 200


def test_nothing_is_kept_of_a_request(proxied, tmp_path):
    asked(proxied, "/privacy")
    written = {path.name: path for path in tmp_path.rglob("*") if path.is_file()}
    assert set(written) == {"nginx.conf", "pid", "room.pem", "room.key", "access.log"}
    assert written["access.log"].read_bytes() == b""


# ---------------------------------------------------------------- lengths survive

LONG = 6_000


def _padded(text):
    """A page as gzip, filled up to one length in the head of the format."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(text) + deflate.flush()
    fill = LONG - len(packed) - 20
    extra = (fill).to_bytes(2, "little") + bytes(fill)
    end = zlib.crc32(text).to_bytes(4, "little") + len(text).to_bytes(4, "little")
    return b"\x1f\x8b\x08\x04" + bytes(4) + b"\x00\xff" + extra + packed + end


BODIES = {
    "padded gzip": (_padded(b"<p>yes</p>" * 400), "gzip"),
    "padded gzip of another page": (_padded(b"<p>no</p>" * 999), "gzip"),
    "blanks": (b"<p>yes</p>".ljust(16_384), None),
    "blanks of another page": (b"<p>unsure</p>".ljust(16_384), None),
}


def test_what_was_padded_goes_through_byte_for_byte(tmp_path):
    def padded(environ, start_response):
        body, encoding = BODIES[environ["HTTP_X_BODY"]]
        coded = [("Content-Encoding", encoding)] if encoding else []
        headers = [("Content-Type", "text/html"), ("Content-Length", str(len(body))), *coded]
        start_response("200 OK", headers)
        return [body]

    with opened(padded) as (behind, _), nginx(tmp_path, behind) as served:
        for name, (body, encoding) in BODIES.items():
            for accepted in ("gzip", "gzip, deflate, br, zstd", "identity"):
                answer, came = asked(served, **{"Accept-Encoding": accepted, "X-Body": name})
                assert (came, answer.getheader("Content-Encoding")) == (body, encoding)
                assert not encoding or (len(came) == LONG and gzip.decompress(came))


def test_a_browser_is_served_through_it_beside_a_hundred_that_drip(proxied):
    with contextlib.ExitStack() as closing:
        drips = [closing.enter_context(line(proxied).sock) for _ in range(100)]
        closing.enter_context(dripping(drips))
        for _ in range(20):
            answer, _ = asked(proxied)
            assert answer.status == 200


def test_plain_http_to_the_port_behind_is_refused_with_a_sentence(app):
    with opened(app) as (behind, _):
        plain = http.client.HTTPConnection("127.0.0.1", behind, timeout=5)
        plain.putrequest("GET", "/", skip_host=True)
        plain.putheader("Host", NAME)
        plain.endheaders()
        answer = plain.getresponse()
        assert (answer.status, b"X-Forwarded-Proto: https" in answer.read()) == (403, True)
        plain.close()
