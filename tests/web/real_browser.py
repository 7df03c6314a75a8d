"""A real browser: where it is, what it needs, and how someone comes to a page with answers."""

import os
import shutil
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from visitor import Visitor

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
IN_CI = os.environ.get("CI") == "true"
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PICTURES = os.environ.get("NEXT_STEPS_PICTURES")
NEEDS_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not IN_CI, reason="there is no Chromium here"),
    # The drivers of the browser leave their own event loop to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


class Silent(WSGIRequestHandler):
    def log_message(self, *_):
        """Keep the test's output clean."""


@contextmanager
def serving(app):
    """Serve an application on a free port; gives its address."""
    server = make_server("127.0.0.1", 0, app, handler_class=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def picture_folder(made_folder):
    """The folder that was asked for, or a temporary one."""
    folder = Path(PICTURES) if PICTURES else made_folder
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def answered(app, answers, language):
    """Go through the interview without a browser; return the visitor, at the next steps."""
    visitor = Visitor(app.test_client())
    visitor.next_steps(answers, language)
    return visitor


def otherwise_no(app, answers):
    """The answers, and no to every question that they leave out."""
    questions = app.extensions["next_steps"].content.questions
    said = {"yes_no": "no", "choices": []}
    return {q.id: said[q.type] for q in questions if q.type in said} | answers


def hand_over(context, base, visitor):
    """Give a browser the sealed cookie of a visitor, so that it need not type everything."""
    cookie = visitor.client.get_cookie("visit")
    context.clear_cookies()
    context.add_cookies([{"name": "visit", "value": cookie.value, "url": base}])


def path_of(page):
    """The path of a browser's page."""
    return urlsplit(page.url).path
