"""Every text in the reader's language: catalogs of translations, and a tongue that says them."""

from interview.languages import (
    texts,
)
from interview.languages.confirmations import (
    Confirmations,
    read_confirmations,
    write_confirmations,
)
from interview.languages.language import (
    LANGUAGES,
    SOURCE_LANGUAGE,
    MissingTranslation,
    Tongue,
    catalog_file,
    is_ready,
    read_catalog,
    translations,
)
from interview.languages.texts import (
    all_texts,
    named,
    texts_over_time,
)

__all__ = [
    "LANGUAGES",
    "SOURCE_LANGUAGE",
    "Confirmations",
    "MissingTranslation",
    "Tongue",
    "all_texts",
    "catalog_file",
    "is_ready",
    "named",
    "read_catalog",
    "read_confirmations",
    "texts",
    "texts_over_time",
    "translations",
    "write_confirmations",
]
