"""A real browser: where it is, what it needs, and someone who uses the pages in it."""

import contextlib
import os
import shutil
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
IN_CI = os.environ.get("CI") == "true"
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PICTURES = os.environ.get("NEXT_STEPS_PICTURES")
NEEDS_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not IN_CI, reason="there is no Chromium here"),
    # The drivers of the browser leave their own event loop to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
# What a page may not have: parts beyond its sides, sideways scroll, text cut off.
BEYOND = """[...document.querySelectorAll('body *')].filter(one => {
        const box = one.getBoundingClientRect();
        return one.checkVisibility() && !one.closest('.hidden, .skip, .keys, .roll > *')
            && box.width > 0
            && (box.left < -1 || box.right > window.innerWidth + 1); })
    .map(one => one.outerHTML.slice(0, 80))"""
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
WIDE = "document.documentElement.scrollWidth - window.innerWidth"
CUT_OFF = """[...document.querySelectorAll('a, button, label, legend, h1, h2, h3, p, summary, dd')]
    .filter(one => one.checkVisibility() && !one.matches('.skip, .hidden')
        && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
    .map(one => one.outerHTML.slice(0, 80))"""
CONTINUE = "main form button >> nth=0"


def in_a_browser(test):
    """Mark one test of a module whose other tests need no browser."""
    for mark in NEEDS_CHROMIUM:
        test = mark(test)
    return test


class Silent(WSGIRequestHandler):
    def log(self, *_):
        """Keep the test's output clean."""


@contextlib.contextmanager
def serving(app):
    """Serve an application on a free port; gives its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextlib.contextmanager
def launched(*arguments, **options):
    """Launch Chromium."""
    assert CHROMIUM, "Chromium is needed in CI: install Debian's package chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", *arguments], **options
        )
        yield browser
        browser.close()


def remembering():
    """Launch a browser that keeps left pages for Back; test tools turn that off unless told."""
    return launched(ignore_default_args=["--disable-back-forward-cache"])


def picture_folder(made_folder):
    """The folder that was asked for, or a temporary one."""
    folder = Path(PICTURES) if PICTURES else made_folder
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def hand_over(context, base, visitor):
    """Give a browser the cookies of a visitor, so that it need not type everything."""
    port = urlsplit(base).port
    context.clear_cookies()
    same = {"url": base, "sameSite": "Lax"}
    context.add_cookies(
        [
            {"name": f"{name}-{port}", "value": value, "httpOnly": name != "half", **same}
            for name, value in visitor.cookies.items()
        ]
    )


def show(page, base, visitor, address):
    """Show a browser what a visitor comes to at an address, or at a page that is called so."""
    visitor.open(address)
    hand_over(page.context, base, visitor)
    page.goto(base + visitor.path)


def path_of(page):
    """The path of a browser's page."""
    return urlsplit(page.url).path


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


def press(page, what=CONTINUE):
    """Press something, and wait for what follows: a new page, or a new body of this one."""
    page.evaluate("document.body.dataset.old = '1'")
    page.click(what)
    page.wait_for_selector("body:not([data-old])", state="attached")


class Person:
    """Someone at a browser, who answers as told and looks at each page."""

    def __init__(self, page, base, language, width, pictures):
        self.page, self.base, self.pictures = page, base, pictures
        self.ending = f"{language}-{width}"
        self.language = language
        self.width = width
        self.foreign = []
        page.set_default_timeout(15_000)
        page.on("request", lambda r: self.foreign.append(r.url) if base not in r.url else None)

    def look(self, name):
        """Find nothing wrong with the page, and take a picture where somebody wants one."""
        if PICTURES:
            self.page.screenshot(path=self.pictures / f"{name}-{self.ending}.png", full_page=True)
        self.no_sideways_scroll(name)
        found = Axe().run(self.page, options={"runOnly": AXE_RULES})
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"

    def no_sideways_scroll(self, name):
        self.page.wait_for_load_state()
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.width, f"{name} is {wide} wide"

    def answer(self, answers, default="no"):
        """Fill in the question page that is open, and continue."""
        page = self.page
        names = page.eval_on_selector_all(
            "main form [name]:not([type=hidden]):not(button)",
            "found => [...new Set(found.map(f => f.name))]",
        )
        for name in names:
            self.set(name, answers, default)
        press(page)

    def set(self, name, answers, default):
        fact, _, part = name.partition("-")
        given = answers.get(fact, default)
        if part:
            parts = dict(zip(("year", "month", "day"), given.split("-"), strict=False))
            if part == "unsure":
                if not parts["year"].isdigit():
                    self.page.check(f'[name="{name}"]')
            elif part == "month":
                self.page.select_option(f'[name="{name}"]', parts.get(part, "").lstrip("0"))
            else:
                self.page.fill(f'[name="{name}"]', parts.get(part, ""))
            return
        for value in given if isinstance(given, list) else [given]:
            self.choose(name, value)
        if given == []:
            self.choose(name, "none")

    def choose(self, name, value):
        boxes = self.page.locator(f'[name="{name}"][data-value="{value}"]')
        select = self.page.locator(f'select[name="{name}"]')
        if select.count():
            option = select.locator(f'[data-value="{value}"]')
            select.select_option(option.get_attribute("value"))
        elif boxes.count():
            boxes.check()
        else:
            self.page.check(f'[name="{name}"][data-value="unsure"]')
