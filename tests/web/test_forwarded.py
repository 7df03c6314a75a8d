"""What a proxy says of the browser's connection: believed of those that were named, and refused."""

import datetime
import http.client
import re
import shutil
import socket
import ssl
import subprocess

import pytest
from certificates import DAY, made_certificate
from room import opened
from visitor import made

from interview.content.folders import ROOT
from interview.web import Settings, SettingsError, encryption, https_required_from, networks
from interview.web.listening.forwarded import Forwarded

HTTPS, HTTP = "https", "http"


def scheme_of(address, trusted=(), **headers):
    """The scheme that an application behind Forwarded sees, or the status of a refusal."""
    seen = {}

    def application(environ, start_response):
        seen.update(environ)
        return []

    environ = {"REMOTE_ADDR": address, "wsgi.url_scheme": HTTP, **headers}
    answer = Forwarded(application, networks(trusted))(
        environ, lambda status, headers: seen.update(refused=status)
    )
    assert not [name for name in seen if "FORWARDED" in name]
    return seen["refused"] if answer else seen["wsgi.url_scheme"]


SAID = "HTTP_X_FORWARDED_PROTO"


@pytest.mark.parametrize(
    ("address", "trusted", "said", "scheme"),
    [
        ("127.0.0.1", [], "https", HTTPS),
        ("127.0.0.9", [], "https", HTTPS),
        ("::1", [], "https", HTTPS),
        ("127.0.0.1", [], "http", HTTP),
        ("127.0.0.1", [], "HTTPS", HTTPS),
        # Two proxies: the first says what the browser's own connection was.
        ("127.0.0.1", [], "https,http", HTTPS),
        ("127.0.0.1", [], "https, http", HTTPS),
        ("127.0.0.1", [], "http, https", HTTP),
        ("127.0.0.1", [], "https, https", HTTPS),
        ("127.0.0.1", [], '"https"', HTTPS),
        ("127.0.0.1", [], "", "400 Bad Request"),
        ("127.0.0.1", [], "https,", "400 Bad Request"),
        ("127.0.0.1", [], "wss", "400 Bad Request"),
        ("127.0.0.1", [], "https, ftp", "400 Bad Request"),
        # Others only where they were named.
        ("10.0.0.5", [], "https", HTTP),
        ("10.0.0.5", ["10.0.0.5"], "https", HTTPS),
        ("10.0.0.5", ["10.0.0.0/24"], "https", HTTPS),
        ("10.0.0.5", ["10.0.0.5/24"], "https", HTTPS),
        ("10.0.1.5", ["10.0.0.0/24"], "https", HTTP),
        ("10.0.1.5", ["10.0.0.5", "10.0.1.5"], "https", HTTPS),
        ("2001:db8::7", ["2001:db8::/32"], "https", HTTPS),
        ("fe80::1%eth0", ["fe80::/10"], "https", HTTPS),
        ("10.0.0.5", [], "wss", HTTP),
        ("", [], "https", HTTP),
        ("localhost", [], "https", HTTP),
    ],
)
def test_what_a_proxy_says_is_believed_of_those_that_were_named(address, trusted, said, scheme):
    assert scheme_of(address, trusted, **{SAID: said}) == scheme


def test_nothing_else_that_a_proxy_says_reaches_the_application():
    others = {f"HTTP_X_FORWARDED_{name}": "x" for name in ("FOR", "HOST", "PORT", "BY")}
    assert scheme_of("127.0.0.1", **others, HTTP_FORWARDED="proto=https") == HTTP


def test_a_header_that_is_ignored_is_said_once_and_without_the_address(caplog):
    application = Forwarded(lambda *_: [], ())
    for address in ("203.0.113.9", "203.0.113.8"):
        application({"REMOTE_ADDR": address, SAID: "https"}, print)
    [told] = caplog.records
    assert "--trusted-proxy" in told.getMessage()
    assert "203.0.113" not in caplog.text


@pytest.mark.parametrize("said", [{}, {"HTTP_X_FORWARDED_FOR": "198.51.100.1"}])
def test_nothing_is_said_of_requests_that_claim_nothing(said, caplog):
    Forwarded(lambda *_: [], ())({"REMOTE_ADDR": "203.0.113.9", **said}, print)
    assert caplog.records == []


@pytest.mark.parametrize(
    "wrong", ["proxy", "10.0.0.5:80", "10.0.0", "300.1.1.1", "", "10.0.0.0/40"]
)
def test_a_proxy_that_is_no_address_is_refused_with_what_to_write(wrong):
    with pytest.raises(SettingsError, match=r"--trusted-proxy: .* Write one such as 192.0.2.7"):
        networks([wrong])


def test_a_refusal_reaches_a_browser_as_a_sentence():
    with opened(made()) as (port, _):
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        line.request("GET", "/", headers={"X-Forwarded-Proto": "gopher"})
        answer = line.getresponse()
        assert answer.status == 400
        assert b"neither http nor https. The operator must mend it" in answer.read()
        line.close()


# ---------------------------------------------------------------- https required


@pytest.mark.parametrize(
    ("written", "required"), [(None, False), ("", False), ("required", True), (" Required ", True)]
)
def test_https_is_required_where_the_environment_says_so(written, required):
    environment = {} if written is None else {"NEXT_STEPS_HTTPS": written}
    assert https_required_from(environment) is required


@pytest.mark.parametrize("written", ["yes", "1", "off", "require"])
def test_another_word_is_refused(written):
    with pytest.raises(SettingsError, match='NEXT_STEPS_HTTPS: write "required"'):
        https_required_from({"NEXT_STEPS_HTTPS": written})


@pytest.fixture(scope="module")
def only_https():
    return made(is_https_required=True)


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
def test_without_https_every_address_is_refused_and_sets_no_cookie(only_https, method):
    for rule in only_https.url_map.iter_rules():
        if method not in rule.methods:
            continue
        address = rule.rule.replace("<int:number>", "1").replace("<path:name>", "x")
        found = only_https.test_client().open(address, method=method)
        assert found.status_code == 403, rule
        assert "Set-Cookie" not in found.headers
        assert method == "HEAD" or "write https:// in front" in found.text


def test_with_https_it_is_served(only_https):
    found = only_https.test_client().get("/", base_url="https://localhost")
    assert found.status_code == 200
    assert Settings().is_https_required is False


# ---------------------------------------------------------------- certificates


TODAY = datetime.date.today()


def _refusal(certificate, key):
    with pytest.raises(SettingsError) as refused:
        encryption(certificate, key, TODAY)
    return str(refused.value)


def test_a_certificate_that_cannot_be_used_is_refused_with_what_is_wrong(tmp_path):
    good, key = made_certificate(tmp_path)
    _, another = made_certificate(tmp_path, "another")
    old, its_key = made_certificate(tmp_path, "old", ends_in=-DAY)
    locked, with_password = made_certificate(tmp_path, "locked", password=b"secret")
    text = tmp_path / "text.pem"
    text.write_text("no certificate")
    assert "the key belongs to another certificate" in _refusal(good, another)
    assert "one of them holds no such thing" in _refusal(text, key)
    assert "one of them holds no such thing" in _refusal(good, text)
    assert "one of them holds no such thing" in _refusal(key, good)
    assert "cannot be read: No such file" in _refusal(tmp_path / "nothing", key)
    assert "ended on" in _refusal(old, its_key)
    assert "the key has a password" in _refusal(locked, with_password)
    assert encryption(good, key, TODAY) is not None


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl here")
def test_the_certificate_of_the_guide_for_a_room_is_one_that_serves(tmp_path):
    guide = (ROOT / "docs" / "room.md").read_text("utf-8")
    [command] = re.findall(r"^ *(openssl req .*?\.2)$", guide, re.DOTALL | re.MULTILINE)
    subprocess.run(command, shell=True, check=True, cwd=tmp_path, capture_output=True)
    made_by_it = tmp_path / "certificate.pem", tmp_path / "key.pem"
    with opened(made(), encryption(*made_by_it, TODAY)) as (port, _):
        trusting = ssl.create_default_context(cafile=made_by_it[0])
        plain = socket.create_connection(("127.0.0.1", port))
        # As a tablet does that has it among those to trust.
        with trusting.wrap_socket(plain, server_hostname="192.168.8.2") as encrypted:
            assert encrypted.version() == "TLSv1.3"
