"""Copies of the content, and of the product, that a lawyer may change."""

import shutil
from pathlib import Path

import pytest

from interview.loading import QUESTIONS, TRANSLATIONS


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with a copy of the questions and of the translations."""
    shutil.copytree(QUESTIONS, tmp_path / "questions")
    shutil.copytree(TRANSLATIONS, tmp_path / "translations")
    return tmp_path
