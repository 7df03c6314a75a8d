"""Chromium as people have it, with pages kept for Back, and a server of our pages for it."""

import contextlib
import os
import shutil
import threading

import pytest
from conftest import made
from playwright.sync_api import Error, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and os.environ.get("CI") != "true", reason="there is no Chromium here"
    ),
    # The drivers of the browser leave their own event loop to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


class Silent(WSGIRequestHandler):
    def log(self, *_):
        """Keep the test's output clean."""


@contextlib.contextmanager
def serving(**settings):
    """Serve the pages; the application and its address."""
    app = made(**settings)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield app, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextlib.contextmanager
def remembering_chromium():
    """A browser that keeps left pages for Back; test tools turn that off unless told."""
    assert CHROMIUM, "Chromium is needed in CI: install Debian's package chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox"],
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield browser
        browser.close()


def with_answers(context, base, client):
    """Give a browser the visit of someone who answered already."""
    value = client.get_cookie("visit").value
    context.add_cookies(
        [{"name": "visit", "value": value, "url": base, "httpOnly": True, "sameSite": "Lax"}]
    )


def settle(page):
    """Wait for a page that may come back without a load event."""
    page.wait_for_timeout(250)
    for _ in range(20):
        try:
            page.content()
        except Error:
            page.wait_for_timeout(100)
        else:
            return
    raise AssertionError(f"never at rest: {page.url}")


def step(page, which):
    """Go back or forward; a page from the browser's memory loads nothing."""
    # There may be nothing further, or no load event.
    with contextlib.suppress(Error):
        getattr(page, which)(wait_until="commit", timeout=1_500)
    settle(page)
