"""The files of translations: how they are read, and what in them may be shown."""

import io
import re
import unicodedata
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from interview.languages.catalogs import (
    catalog_file,
    context_of,
    in_context,
    without_context,
)
from interview.loading import ContentError, Problem


def known_by(message: Message) -> str:
    """Return what the English of a message is known by."""
    return in_context(str(message.id), message.context or "")


def message_of(catalog: Catalog, text: str) -> Message | None:
    """Return the message of a text in a catalog, by what it is known by."""
    return catalog.get(without_context(text), context_of(text))


def read_catalog(folder: Path, language: str) -> Catalog:
    """Read a language's texts; a missing file is an empty catalog. Raise ContentError."""
    path, locale = catalog_file(folder, language), language.replace("-", "_")
    if not path.exists():
        return Catalog(locale=locale)
    try:
        # A byte order mark, and letters and accents apart, are only other ways to write the same.
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise _error(path, 1, "the file is not UTF-8 text. Save it as UTF-8") from None
    for number, line in enumerate(text.splitlines(), start=1):
        if not _WHOLE_LINE.fullmatch(line):
            raise _error(path, number, _whats_wrong(line))
    try:
        return read_po(io.BytesIO(text.encode()), locale=locale, abort_invalid=True)
    except PoFileError as error:
        line_number = getattr(error, "lineno", 0) + 1
        message = f"this is not a translation file ({error}). Look at the lines above"
        raise _error(path, line_number, message) from None


def _error(path: Path, line: int, message: str) -> ContentError:
    return ContentError([Problem(str(path), line, message)])


# A comment, or a text in quotes that are closed, after its key or going on from the line above.
_WHOLE_LINE = re.compile(r'\s*(#.*|((msgid|msgstr|msgctxt)\s*)?"([^"\\]|\\.)*"\s*|)')


def _whats_wrong(line: str) -> str:
    if re.match(r"<{7}|={7}|>{7}", line):
        return "a merge was not finished here. Keep one side, and no marks"
    return 'a line is msgid "..." or msgstr "...", or goes on with "...". Look at the quotes'


def is_ready(message: Message) -> bool:
    """Say whether a text may be shown: it is there, and not stale."""
    return bool(message.id and str(message.string).strip(" .…") and not message.fuzzy)


def translations_anew(folder: Path, language: str) -> dict[str, str]:
    """Read the texts of a language that are there and not stale, by their English."""
    return {
        known_by(message): str(message.string)
        for message in read_catalog(folder, language)
        if is_ready(message)
    }
