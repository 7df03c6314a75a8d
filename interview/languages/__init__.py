"""Every text in the reader's language: the list of languages, their texts, who says them."""

from interview.languages import (
    texts,
    upkeep,
)
from interview.languages.catalogs import (
    catalog_file,
    in_context,
    is_ready,
    known_by,
    message_of,
    read_catalog,
    translations,
    without_context,
)
from interview.languages.confirmations import (
    Confirmations,
    read_confirmations,
    write_confirmations,
)
from interview.languages.dates import babel_locale
from interview.languages.kept_texts import keep_languages, lacking
from interview.languages.language import (
    ENGLISH_BEGINS,
    ENGLISH_ENDS,
    MissingTranslation,
    Tongue,
    tongue_of,
    without_marks,
)
from interview.languages.listed import LIST, read_languages
from interview.languages.pseudo import (
    PSEUDO,
    pseudo_copy,
)
from interview.languages.texts import (
    all_texts,
    named,
    texts_over_time,
)

__all__ = [
    "ENGLISH_BEGINS",
    "ENGLISH_ENDS",
    "LIST",
    "PSEUDO",
    "Confirmations",
    "MissingTranslation",
    "Tongue",
    "all_texts",
    "babel_locale",
    "catalog_file",
    "in_context",
    "is_ready",
    "keep_languages",
    "known_by",
    "lacking",
    "message_of",
    "named",
    "pseudo_copy",
    "read_catalog",
    "read_confirmations",
    "read_languages",
    "texts",
    "texts_over_time",
    "tongue_of",
    "translations",
    "upkeep",
    "without_context",
    "without_marks",
    "write_confirmations",
]
