"""What is kept of the languages at install: their list, their texts, and which of them lack none."""

from collections.abc import Iterator
from pathlib import Path

from interview.content import SOURCE_LANGUAGE, Content, Languages
from interview.languages import texts
from interview.languages.catalogs import (
    catalog_file,
    kept_catalog,
    translations_anew,
    translations_key,
)
from interview.languages.listed import KEPT_LIST, LIST, list_file, list_key, read_languages_anew
from interview.loading import content_key, keep, kept, key_of

_KEPT_WHOLE = "whole.json"


def lacking(
    content: Content, questions: Path, folder: Path, language: str, listed: Languages
) -> list[texts.Gap]:
    """Return the texts that a language of the list must have and lacks, in the content's order.

    `content` is what `questions` says: where it is known from install that a language lacks
    nothing of that, nobody looks again.
    """
    if language == SOURCE_LANGUAGE or language in _known_whole(questions, folder, listed):
        return []
    return [gap for gap in texts.gaps(content, folder, language) if gap.kind != "unused"]


def _known_whole(questions: Path, folder: Path, listed: Languages) -> tuple[str, ...]:
    try:
        key = _whole_key(questions, folder, listed)
        found = kept(_KEPT_WHOLE, key) if key else None
    except OSError:
        found = None
    return found if isinstance(found, tuple) else ()


def _whole_key(questions: Path, folder: Path, listed: Languages) -> str | None:
    """The key of which languages are whole; None where the questions lack a file."""
    content = content_key(questions)
    files = [(LIST, list_file(folder))]
    for language in listed.translated():
        path = catalog_file(folder, language.code)
        files += [(language.code, path)] if path.exists() else []
    return key_of(files, content) if content else None


def keep_languages(content: Content, questions: Path, folder: Path) -> Iterator[Path]:
    """Keep the list of languages, the texts of each, and which lack none; yield the files.

    Raise ContentError where they cannot be used, OSError where nothing can be written.
    """
    listed = read_languages_anew(folder)
    yield keep(KEPT_LIST, list_key(folder), listed)
    whole = []
    for language in (language.code for language in listed.translated()):
        gaps = texts.gaps(content, folder, language)
        whole += [language] if all(gap.kind == "unused" for gap in gaps) else []
        if catalog_file(folder, language).exists():
            key = translations_key(folder, language)
            yield keep(kept_catalog(language), key, translations_anew(folder, language))
    if key := _whole_key(questions, folder, listed):
        yield keep(_KEPT_WHOLE, key, tuple(whole))
