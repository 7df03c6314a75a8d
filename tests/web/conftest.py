"""The web application on the real content, and visitors of it."""

import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from browser import launched, picture_folder, serving
from visitor import Visitor, made, site_of

sys.path.append(str(Path(__file__).parents[1] / "audit"))


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
        clock = SimpleNamespace(time=lambda: time.time() + seconds)
        monkeypatch.setattr("interview.web.visit.visits.time", clock)

    return ahead


@pytest.fixture(scope="module")
def served():
    with serving() as found:
        yield found


@pytest.fixture(scope="module")
def chromium():
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    return picture_folder(tmp_path_factory.mktemp("pictures"))
