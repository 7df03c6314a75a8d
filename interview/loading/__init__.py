"""From YAML files to content that holds together, or every problem with its file and line."""

from importlib import import_module
from typing import TYPE_CHECKING

from interview.loading.cache.kept_files import kept, key_of
from interview.loading.content_files import walk
from interview.loading.content_paths import content_key
from interview.loading.document import (
    ContentError,
    Document,
    Place,
    Problem,
)
from interview.loading.documents import read_file, read_text
from interview.loading.folders import (
    QUESTIONS,
    TRANSLATIONS,
    translations_beside,
)
from interview.loading.starting import KEPT_CONTENT, load

if TYPE_CHECKING:
    from interview.loading.cache.keeping_files import keep_for_starts
    from interview.loading.checks.oddity_checks import EVERY_OTHER
    from interview.loading.contacts_file import read_contacts
    from interview.loading.loader import (
        QuestionsFolder,
        load_anew,
        model_of,
        read,
        rule_id,
        with_changed_file,
    )
    from interview.loading.packed_editions import (
        PACKED_EDITIONS,
        read_packed_editions,
        write_packed_edition,
    )
    from interview.loading.rewriting import rewritten, write_whole

__all__ = [
    "EVERY_OTHER",
    "KEPT_CONTENT",
    "PACKED_EDITIONS",
    "QUESTIONS",
    "TRANSLATIONS",
    "ContentError",
    "Document",
    "Place",
    "Problem",
    "QuestionsFolder",
    "content_key",
    "keep_for_starts",
    "kept",
    "key_of",
    "load",
    "load_anew",
    "model_of",
    "read",
    "read_contacts",
    "read_file",
    "read_packed_editions",
    "read_text",
    "rewritten",
    "rule_id",
    "translations_beside",
    "walk",
    "with_changed_file",
    "write_packed_edition",
    "write_whole",
]

_LATER = {
    "EVERY_OTHER": "checks.oddity_checks",
    "PACKED_EDITIONS": "packed_editions",
    "QuestionsFolder": "loader",
    "keep_for_starts": "cache.keeping_files",
    "load_anew": "loader",
    "model_of": "loader",
    "read": "loader",
    "read_contacts": "contacts_file",
    "read_packed_editions": "packed_editions",
    "rewritten": "rewriting",
    "rule_id": "loader",
    "with_changed_file": "loader",
    "write_packed_edition": "packed_editions",
    "write_whole": "rewriting",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load what no start needs where first somebody asks for it."""
        if name not in _LATER:
            raise AttributeError(f"{__name__} shows no {name}")
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
