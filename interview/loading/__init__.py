"""From YAML files to content that holds together, or every problem with its file and line."""

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
    QuestionsFolder,
    load,
    model_of,
    read,
    rule_id,
    with_changed_file,
)
from interview.loading.oddity_checks import EVERY_OTHER
from interview.loading.rewriting import rewritten, write_whole

__all__ = [
    "EVERY_OTHER",
    "QUESTIONS",
    "TRANSLATIONS",
    "ContentError",
    "Document",
    "Place",
    "Problem",
    "QuestionsFolder",
    "load",
    "model_of",
    "read",
    "read_contacts",
    "read_file",
    "read_text",
    "rewritten",
    "rule_id",
    "translations_beside",
    "walk",
    "with_changed_file",
    "write_whole",
]
