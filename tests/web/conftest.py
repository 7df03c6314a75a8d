"""The web application on the real content, and visitors of it."""

import contextlib
import sys
from pathlib import Path

import pytest
from browser import hand_over, launched, picture_folder, serving
from visitor import Visitor, made, site_of

from interview.web.visit import clock

sys.path.append(str(Path(__file__).parents[1] / "audit"))
sys.path.append(str(Path(__file__).parents[1] / "bench"))


@pytest.fixture(scope="session")
def app():
    return made()


@pytest.fixture(scope="session")
def site(app):
    return site_of(app)


@pytest.fixture
def visitor(app):
    return Visitor(app.test_client())


@pytest.fixture
def make_visitor(app):
    return lambda: Visitor(app.test_client())


@pytest.fixture
def later(monkeypatch):
    """Let the server's clock be ahead: later(seconds)."""

    def ahead(seconds):
        monkeypatch.setattr(clock, "since_boot", lambda: since_boot() + seconds)

    since_boot = clock.since_boot

    return ahead


@pytest.fixture(scope="module")
def base(app):
    """The address of the served pages."""
    with serving(app) as address:
        yield address


@pytest.fixture(scope="module")
def chromium():
    with launched() as browser:
        yield browser


@pytest.fixture
def new_page(base, chromium):
    """A page in a browser window of its own: new_page(visitor, address, **options)."""
    with contextlib.ExitStack() as closing:

        def opened(visitor=None, address=None, **options):
            context = chromium.new_context(base_url=base, **options)
            closing.callback(context.close)
            if visitor is not None:
                hand_over(context, base, visitor)
            page = context.new_page()
            if address is not None:
                page.goto(address)
            return page

        yield opened


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    return picture_folder(tmp_path_factory.mktemp("pictures"))
