"""An event on the real content, opened for each test."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "web"))

from open_event import opened


@pytest.fixture
def event(tmp_path):
    found = opened(tmp_path / "day")
    yield found
    found.desk.shut()
