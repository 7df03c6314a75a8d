"""Keeps at install what every start needs of the languages."""

from collections.abc import Iterator
from pathlib import Path

from interview.content import Content
from interview.languages import texts
from interview.languages.babel_dates import babel_written
from interview.languages.catalogs import catalog_file
from interview.languages.checked_list import read_languages_anew
from interview.languages.listed import KEPT_LIST, list_file, list_key
from interview.languages.own_dates import dates_key, kept_dates
from interview.languages.po_files import translations_anew
from interview.languages.spoken import kept_catalog, translations_key
from interview.languages.wholeness import KEPT_WHOLE, whole_key
from interview.loading import keep_for_starts


def keep_languages(content: Content, questions: Path, folder: Path) -> Iterator[Path]:
    """Keep the list of languages, texts and dates of each, and which lack none; yield the files.

    Raise ContentError where they cannot be used, OSError where nothing can be written.
    """
    listed = read_languages_anew(list_file(folder))
    yield keep_for_starts(KEPT_LIST, list_key(folder), listed)
    whole = []
    for code in (language.code for language in listed.translated()):
        gaps = texts.gaps(content, folder, code)
        whole += [code] if all(gap.kind == "unused" for gap in gaps) else []
        if catalog_file(folder, code).exists():
            key = translations_key(folder, code)
            yield keep_for_starts(kept_catalog(code), key, translations_anew(folder, code))
    yield keep_for_starts(KEPT_WHOLE, whole_key(questions, folder, listed), tuple(whole))
    for language in listed.languages:
        if (written := babel_written(language)) is not None:
            yield keep_for_starts(kept_dates(language), dates_key(language), written)
