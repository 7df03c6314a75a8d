"""Every text in the reader's language: the list of languages, their texts, who says them."""

from importlib import import_module
from typing import TYPE_CHECKING

from interview.languages.catalogs import (
    catalog_file,
    in_context,
    without_context,
)
from interview.languages.gaps import Gap
from interview.languages.language import (
    ENGLISH_BEGINS,
    ENGLISH_ENDS,
    MissingTranslation,
    Tongue,
    tongue_of,
    without_marks,
)
from interview.languages.listed import LIST, read_languages
from interview.languages.spoken import translations
from interview.languages.wholeness import lacking

if TYPE_CHECKING:
    from interview.languages import (
        texts,
        upkeep,
    )
    from interview.languages.babel_dates import babel_locale
    from interview.languages.confirmations import (
        Confirmations,
        read_confirmations,
        write_confirmations,
    )
    from interview.languages.keeping import keep_languages
    from interview.languages.po_files import (
        is_ready,
        known_by,
        message_of,
        read_catalog,
    )
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
    "Gap",
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

_LATER = {
    "PSEUDO": "pseudo",
    "Confirmations": "confirmations",
    "all_texts": "texts",
    "babel_locale": "babel_dates",
    "is_ready": "po_files",
    "keep_languages": "keeping",
    "known_by": "po_files",
    "message_of": "po_files",
    "named": "texts",
    "pseudo_copy": "pseudo",
    "read_catalog": "po_files",
    "read_confirmations": "confirmations",
    "texts_over_time": "texts",
    "write_confirmations": "confirmations",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load what no start needs where first somebody asks for it."""
        if name not in _LATER:
            raise AttributeError(f"{__name__} shows no {name}")
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
