"""The real content, loaded once, for every test that needs it."""

import pytest
from click.testing import CliRunner
from hypothesis import settings

from interview.content import Content
from interview.loading.folders import QUESTIONS
from interview.loading.loader import load
from interview.screening.answers import AnswerReader
from interview.screening.screening import Screening
from interview.summary.summarizer import Summarizer

# The same examples on every machine, so that a red run can be repeated.
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def content() -> Content:
    """The product's own questions and rules."""
    return load(QUESTIONS)


@pytest.fixture(scope="session")
def screening(content: Content) -> Screening:
    return Screening(content)


@pytest.fixture(scope="session")
def reader(content: Content) -> AnswerReader:
    return AnswerReader(content)


@pytest.fixture(scope="session")
def summarizer(screening: Screening) -> Summarizer:
    return Summarizer(screening)


@pytest.fixture
def runner() -> CliRunner:
    """Runs the command line inside the test's own process."""
    return CliRunner()
