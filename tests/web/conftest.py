"""The web application on the real content, and visitors of it."""

import datetime

import pytest
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
