"""The web application on the real content, and visitors of it."""

import datetime

import pytest
from playwright.sync_api import sync_playwright
from real_browser import CHROMIUM, picture_folder, serving
from visitor import Visitor

from interview.web import create_app
from interview.web.settings import Settings

AS_OF = datetime.date(2026, 10, 2)


def made(**settings):
    app = create_app(Settings(as_of=AS_OF, **settings))
    app.testing = True
    return app


@pytest.fixture(scope="session")
def app():
    return made()


@pytest.fixture
def visitor(app):
    return Visitor(app.test_client())


@pytest.fixture
def make_visitor(app):
    return lambda: Visitor(app.test_client())


@pytest.fixture(scope="module")
def served():
    app = made()
    with serving(app) as base:
        yield app, base


@pytest.fixture(scope="module")
def chromium():
    assert CHROMIUM, "Chromium is needed in CI: install Debian's package chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    return picture_folder(tmp_path_factory.mktemp("pictures"))
