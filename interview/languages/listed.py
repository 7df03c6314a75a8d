"""The list of languages, `languages.yaml` of a translations folder."""

from pathlib import Path

from interview.content import Languages
from interview.loading import TRANSLATIONS, kept, key_of

LIST = "languages.yaml"
KEPT_LIST = "languages.json"


def list_file(folder: Path) -> Path:
    """Return the list of a translations folder, or the product's own where it has none."""
    path = folder / LIST
    return path if path.exists() else TRANSLATIONS / LIST


def read_languages(folder: Path) -> Languages:
    """Return the list of a translations folder, or the product's own where it has none.

    Raise ContentError with everything that is wrong with it. It comes from what was kept at install
    where not a byte of it changed.
    """
    found = kept(KEPT_LIST, list_key(folder))
    if isinstance(found, Languages):
        return found
    from interview.languages.checked_list import read_languages_anew

    return read_languages_anew(list_file(folder))


def list_key(folder: Path) -> str | None:
    """Return the key of what `read_languages` makes of a folder; None where there is no list."""
    return key_of([(LIST, list_file(folder))])
