"""Where the content, the translations and the static files lie: in a checkout, or in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
# A wheel carries the folders inside the package; a checkout has them beside it.
ROOT = PACKAGE / "_content" if (PACKAGE / "_content").exists() else PACKAGE.parent
QUESTIONS = ROOT / "questions"
TRANSLATIONS = ROOT / "translations"
STATIC = ROOT / "static"


def translations_beside(questions: Path, chosen: Path | None = None) -> Path:
    """Return the translations that belong to a questions folder: beside it, or the product's."""
    beside = questions.resolve().parent / "translations"
    return chosen or (beside if beside.is_dir() else TRANSLATIONS)
