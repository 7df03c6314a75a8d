"""The real content, loaded once, for every test that needs it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from audited import AUDIT
from click.testing import CliRunner
from hypothesis import settings

from interview.content import Content
from interview.loading import load
from interview.loading.folders import QUESTIONS
from interview.screening.answers import AnswerReader
from interview.screening.screening import Screening
from interview.summary.summarizer import Summarizer

# The same examples on every machine, so that a red run can be repeated.
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable")


# The tests that read the shipped content and take no browser, no proof and no copy of the product:
# tests/lawyer runs them in a copy in which the law was changed.
_OF_THE_CONTENT = (
    "content", "files", "languages", "loading", "oracle", "rules", "screening", "summary", "web",
    "cli", "test_face.py",
)  # fmt: skip
_NOT_OF_THE_CONTENT = ("browser",)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "sampled(every): of this table, one row of so many; `make audit` runs them all"
    )
    config.addinivalue_line("markers", "audit: too slow for every day; `make audit` runs it")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--share", type=int, default=1, help="run one test of so many, in order")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests of the content; of the tests that a run takes, keep a share."""
    here = Path(__file__).parent
    for item in items:
        room = item.path.relative_to(here).parts[0]
        marks = {mark.name for mark in item.iter_markers()}
        if room in _OF_THE_CONTENT and marks.isdisjoint(_NOT_OF_THE_CONTENT):
            item.add_marker("content")
    items[:] = _without(config, items, set() if AUDIT else set(_left_for_an_audit(items)))
    share = config.getoption("--share")
    if share > 1:
        config.hook.pytest_deselected(items=[t for n, t in enumerate(items) if n % share])
        items[:] = items[::share]


def _left_for_an_audit(items: list[pytest.Item]) -> Iterator[str]:
    """The rows of long tables that only an audit has the time for."""
    seen: Counter[tuple[Path, str]] = Counter()
    for item in items:
        if item.get_closest_marker("audit"):
            yield item.nodeid
        mark = item.get_closest_marker("sampled")
        if mark is None:
            continue
        table = (item.path, getattr(item, "originalname", item.name))
        if seen[table] % mark.args[0]:
            yield item.nodeid
        seen[table] += 1


def _without(config: pytest.Config, items: list[pytest.Item], left: set[str]) -> list[pytest.Item]:
    if left:
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid in left])
    return [item for item in items if item.nodeid not in left]


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
