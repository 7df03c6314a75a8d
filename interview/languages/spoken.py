"""The texts of a language that may be shown: as kept at install, or as its file has them."""

from pathlib import Path

from interview.content import SOURCE_LANGUAGE
from interview.languages.catalogs import catalog_file
from interview.loading import kept, key_of


def translations(folder: Path, language: str) -> dict[str, str]:
    """Return the texts of a language that are there and not stale, by their English.

    They come from what was kept at install where not a byte of their file changed.
    """
    if language == SOURCE_LANGUAGE:
        return {}
    found = kept(kept_catalog(language), translations_key(folder, language))
    if isinstance(found, dict):
        return found
    # Whoever starts from what was kept at install waits for no reader of catalogs.
    from interview.languages.po_files import translations_anew

    return translations_anew(folder, language)


def kept_catalog(language: str) -> str:
    """Return the name under which the texts of a language are kept at install."""
    return f"texts_{language}.json"


def translations_key(folder: Path, language: str) -> str | None:
    """Return the key of what `translations` makes of a file; None where there is none."""
    return key_of([(language, catalog_file(folder, language))])
