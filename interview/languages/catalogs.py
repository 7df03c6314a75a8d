"""The texts of a language: where they stand, what each is known by, and what may be shown."""

from pathlib import Path

# What gettext puts between a context and the English that it tells apart.
_BETWEEN = "\x04"


def in_context(english: str, context: str) -> str:
    """Return what an English text is known by: itself, after its context where it has one."""
    return f"{context}{_BETWEEN}{english}" if context else english


def without_context(known_by: str) -> str:
    """Return the English of what a text is known by."""
    return known_by.rpartition(_BETWEEN)[2]


def context_of(known_by: str) -> str | None:
    """Return the context of what a text is known by, or None."""
    return known_by.rpartition(_BETWEEN)[0] or None


def language_folder(folder: Path, language: str) -> Path:
    """Return the folder of a language in a translations folder, as gettext names it."""
    return folder / language.replace("-", "_")


def catalog_file(folder: Path, language: str) -> Path:
    """Return where a language's texts stand in a translations folder: where Babel's tools look."""
    return language_folder(folder, language) / "LC_MESSAGES" / "messages.po"
