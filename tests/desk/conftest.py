"""Days on both stores: a file of their own, and a database of their own on Debian's PostgreSQL."""

import itertools
from pathlib import Path

import pytest
from cluster import POSTGRES, running_cluster
from days import PLAN, Team


@pytest.fixture(scope="session")
def cluster():
    with running_cluster("fsync=off") as running:
        yield running


@pytest.fixture(scope="session")
def _database_names():
    return (f"day{number}" for number in itertools.count())


@pytest.fixture(params=["sqlite", POSTGRES])
def database(request, _database_names):
    """Where a day is stored: None for a file, or the address of a fresh database."""
    if request.param == "sqlite":
        return None
    return request.getfixturevalue("cluster").make_database(next(_database_names))


@pytest.fixture
def make_team(tmp_path: Path, content, database):
    """Open days; all are shut at the end."""
    made = []

    def make(plan=PLAN, name="day") -> Team:
        made.append(Team(tmp_path / name, content, plan, database))
        return made[-1]

    yield make
    for team in made:
        team.stop()


@pytest.fixture
def team(make_team) -> Team:
    return make_team()
