"""Changed copies of the product's questions, as a lawyer would make them."""

import shutil
from pathlib import Path

from interview.loading.folders import QUESTIONS


def edited(folder: Path, file: str, before: str, after: str) -> Path:
    """Copy the questions and change one place of one file; it must stand there."""
    copy = folder / "questions"
    shutil.copytree(QUESTIONS, copy)
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert before in text, f"{file} no longer has: {before}"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return copy
