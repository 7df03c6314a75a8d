"""From YAML files to content that holds together, or every problem with its file and line."""

from interview.loading.cache.kept_files import keep, kept, key_of
from interview.loading.contacts_file import read_contacts
from interview.loading.content_files import (
    walk,
)
from interview.loading.documents import (
    ContentError,
    Document,
    Place,
    Problem,
    read_file,
    read_text,
)
from interview.loading.folders import (
    QUESTIONS,
    TRANSLATIONS,
    translations_beside,
)
from interview.loading.loader import (
    KEPT_CONTENT,
    QuestionsFolder,
    content_key,
    load,
    load_anew,
    model_of,
    read,
    rule_id,
    with_changed_file,
)
from interview.loading.oddity_checks import EVERY_OTHER
from interview.loading.packed_editions import FILE as PACKED_EDITIONS
from interview.loading.packed_editions import read_packed_editions, write_packed_edition
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
    "keep",
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
