"""Starts from the content that was kept at install, or reads the questions anew."""

from pathlib import Path

from interview.content import Content
from interview.loading.cache.kept_files import kept
from interview.loading.content_paths import content_key

KEPT_CONTENT = "content.json"


def load(folder: Path) -> Content:
    """Return the content of a questions folder; raise ContentError with every problem in it.

    It comes from what was kept at install where that was made of the very same files.
    """
    found = kept(KEPT_CONTENT, content_key(folder))
    if isinstance(found, Content):
        return found
    # Whoever starts from what was kept waits for no reader of YAML and for no check.
    from interview.loading.loader import load_anew

    return load_anew(folder)
