"""An event served in its room: TLS by a name, a kiosk's pinned key, and nothing in the clear."""

import contextlib
import datetime
import ssl
import threading

import pytest
from browser import in_a_browser, launched

from interview.desk.serving import Serving, event_server, make_certificate, read_certificate
from interview.web import SettingsError

pytestmark = pytest.mark.content
NAME, TODAY = "desk.internal", datetime.date.today()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_certificate(tmp_path_factory.mktemp("certificate"), NAME, TODAY)


@contextlib.contextmanager
def served(event, **how):
    server = event_server(event.desk, Serving(port=0, **how))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield server.ports[0]
    server.close()
    thread.join(10)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])
def test_plain_http_beyond_this_machine_is_refused(event, host):
    with pytest.raises(SettingsError, match="plain http beyond this machine"):
        event_server(event.desk, Serving(host=host, port=0))


def test_a_certificate_is_of_one_name_and_its_authority_signs_no_other(made):
    assert read_certificate(made.certificate) == (NAME, made.pin)
    context = ssl.create_default_context(cafile=made.authority)
    assert context.verify_mode == ssl.CERT_REQUIRED
    for path in (made.certificate, made.key, made.authority):
        assert path.stat().st_mode & 0o077 == 0


def _in_a_room(port, *more):
    return launched(f"--host-resolver-rules=MAP {NAME} 127.0.0.1:{port}", *more)


@in_a_browser
def test_a_kiosk_with_the_pinned_key_gets_the_pages_and_keeps_their_cookies(event, made):
    with (
        served(event, certificate=made.certificate, key=made.key) as port,
        _in_a_room(port, f"--ignore-certificate-errors-spki-list={made.pin}") as browser,
    ):
        page = browser.new_page()
        page.goto(f"https://{NAME}/desk")
        page.fill("#code", event.card("door").code)
        page.keyboard.press("Enter")
        page.wait_for_url("**/desk-door")
        assert page.evaluate("isSecureContext")
        names = {cookie["name"] for cookie in page.context.cookies()}
        assert {"__Host-desk-443", "__Host-deskhalf-443"} <= names


@in_a_browser
def test_without_the_pin_and_the_authority_a_browser_stops(event, made):
    with (
        served(event, certificate=made.certificate, key=made.key) as port,
        _in_a_room(port) as browser,
        pytest.raises(Exception, match="ERR_CERT_AUTHORITY_INVALID"),
    ):
        browser.new_page().goto(f"https://{NAME}/desk")


@in_a_browser
def test_leaving_works_without_a_network(event, made):
    with (
        served(event, certificate=made.certificate, key=made.key) as port,
        _in_a_room(port, f"--ignore-certificate-errors-spki-list={made.pin}") as browser,
    ):
        page = browser.new_page()
        page.goto(f"https://{NAME}/desk")
        page.fill("#code", event.card("helper").code)
        page.keyboard.press("Enter")
        page.wait_for_url("**/desk-floor")
        page.context.set_offline(True)
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url("about:blank")
        page.context.set_offline(False)
        page.goto(f"https://{NAME}/desk-floor")
        assert page.url.endswith("/desk")


@in_a_browser
def test_a_page_that_was_left_does_not_come_back(event, made):
    with (
        served(event, certificate=made.certificate, key=made.key) as port,
        _in_a_room(port, f"--ignore-certificate-errors-spki-list={made.pin}") as browser,
    ):
        page = browser.new_page()
        page.goto(f"https://{NAME}/desk")
        page.fill("#code", event.card("door").code)
        page.keyboard.press("Enter")
        page.wait_for_url("**/desk-door")
        page.click(".leave")
        page.wait_for_url("**/left/en")
        page.go_back()
        page.wait_for_load_state()
        assert (
            "/desk-door" not in page.url or page.locator("form[action='/desk-door']").count() == 0
        )
