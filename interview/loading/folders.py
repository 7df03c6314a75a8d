"""Where the questions and their translations lie."""

from pathlib import Path

from interview.content import ROOT

QUESTIONS = ROOT / "questions"
TRANSLATIONS = ROOT / "translations"


def translations_beside(questions: Path, chosen: Path | None = None) -> Path:
    """Return the translations that belong to a questions folder: beside it, or the product's."""
    beside = questions.resolve().parent / "translations"
    return chosen or (beside if beside.is_dir() else TRANSLATIONS)
