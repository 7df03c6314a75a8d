"""What a language lacks of all that it must say; mostly known since the install."""

from pathlib import Path

from interview.content import SOURCE_LANGUAGE, Content, Languages
from interview.languages.catalogs import catalog_file
from interview.languages.gaps import Gap
from interview.languages.listed import LIST, list_file
from interview.loading import content_key, kept, key_of

KEPT_WHOLE = "whole.json"


def lacking(
    content: Content, questions: Path, folder: Path, language: str, listed: Languages
) -> list[Gap]:
    """Return the texts that a language of the list must have and lacks, in the content's order.

    `content` is what `questions` says: where it is known from install that a language lacks
    nothing of that, nobody looks again.
    """
    if language == SOURCE_LANGUAGE or language in _known_whole(questions, folder, listed):
        return []
    from interview.languages import texts

    return [gap for gap in texts.gaps(content, folder, language) if gap.kind != "unused"]


def _known_whole(questions: Path, folder: Path, listed: Languages) -> tuple[str, ...]:
    found = kept(KEPT_WHOLE, whole_key(questions, folder, listed))
    return found if isinstance(found, tuple) else ()


def whole_key(questions: Path, folder: Path, listed: Languages) -> str | None:
    """Return the key of which languages lack nothing; None where the questions lack a file."""
    content = content_key(questions)
    files = [(LIST, list_file(folder))]
    for language in listed.translated():
        path = catalog_file(folder, language.code)
        files += [(language.code, path)] if path.exists() else []
    return key_of(files, content) if content else None
