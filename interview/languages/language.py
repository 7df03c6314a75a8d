"""What the product says, in the reader's language and voice; a missing text is never guessed."""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from babel.dates import format_date, format_skeleton
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from interview.content import Text, Voice
from interview.loading import ContentError, Problem

LANGUAGES = ("en", "es")
SOURCE_LANGUAGE = "en"


class MissingTranslation(KeyError):
    """A text that its language does not have, or has only in a stale form."""


@dataclass(frozen=True)
class Tongue:
    """A language and a voice; says the texts of the content."""

    language: str
    voice: Voice
    translations: dict[str, str]

    def say(self, text: Text) -> str:
        """Return a text in this language and voice; raise MissingTranslation."""
        return self.translate(text.said_to(self.voice))

    def translate(self, english: str) -> str:
        """Return an English sentence in this language; raise MissingTranslation."""
        if self.language == SOURCE_LANGUAGE:
            return english
        try:
            return self.translations[english]
        except KeyError:
            raise MissingTranslation(english) from None

    def date(self, date: datetime.date) -> str:
        """Write a date in words: June 15, 2012 or 15 de junio de 2012."""
        return format_date(date, format="long", locale=self.language)

    def month(self, date: datetime.date) -> str:
        """Write a month in words: June 2012 or junio de 2012."""
        return format_skeleton("yMMMM", date, locale=self.language)


def catalog_file(folder: Path, language: str) -> Path:
    """Return where a language's texts stand in a translations folder."""
    return folder / language / "messages.po"


def read_catalog(folder: Path, language: str) -> Catalog:
    """Read a language's texts; a missing file is an empty catalog. Raise ContentError."""
    path = catalog_file(folder, language)
    if not path.exists():
        return Catalog(locale=language)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise _error(path, 1, "the file is not UTF-8 text. Save it as UTF-8") from None
    for number, line in enumerate(lines, start=1):
        if not _WHOLE_LINE.fullmatch(line):
            raise _error(path, number, _whats_wrong(line))
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True)
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


def translations(folder: Path, language: str) -> dict[str, str]:
    """Return the texts of a language that are there and not stale, by their English."""
    if language == SOURCE_LANGUAGE:
        return {}
    return {
        str(message.id): str(message.string)
        for message in read_catalog(folder, language)
        if is_ready(message)
    }
