"""What the product says, in the reader's language and voice; a missing text is never guessed."""

import datetime
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from interview.content import SOURCE_LANGUAGE, Direction, Language, Languages, Text, Voice
from interview.languages.catalogs import in_context, without_context
from interview.languages.dates import Dates, dates_of
from interview.languages.spoken import translations

# What stands around English that has no translation: an editor's own signs for "left to right".
ENGLISH_BEGINS, ENGLISH_ENDS = "\u2066", "\u2069"
_MARKS = re.compile(f"[*{ENGLISH_BEGINS}{ENGLISH_ENDS}]")


class MissingTranslation(KeyError):
    """A text that its language does not have, or has only in a stale form."""


@dataclass(frozen=True)
class Tongue:
    """A language and a voice; says the texts of the content.

    `listed` is the language as the list has it; without it, a complete one that Babel knows.
    """

    language: str
    voice: Voice
    translations: dict[str, str]
    listed: Language | None = None

    @cached_property
    def about(self) -> Language:
        """What the list of languages says of this one."""
        return self.listed or Language(code=self.language, name=self.language)

    @property
    def direction(self) -> Direction:
        """Where its lines begin: ltr at the left, rtl at the right."""
        return self.about.direction

    @property
    def is_partial(self) -> bool:
        """Say whether it is English where it lacks a text."""
        return not self.about.complete

    @cached_property
    def dates(self) -> Dates:
        """How it writes dates."""
        return dates_of(self.about)

    def say(self, text: Text) -> str:
        """Return a text in this language and voice; raise MissingTranslation."""
        return self.translate(in_context(text.said_to(self.voice), text.context))

    def translate(self, text: str) -> str:
        """Return an English sentence, by what it is known by, in this language.

        Raise MissingTranslation.

        A language that is not complete says in English what it lacks, between marks.
        """
        if self.language == SOURCE_LANGUAGE:
            return without_context(text)
        try:
            return self.translations[text]
        except KeyError:
            if self.is_partial:
                return f"{ENGLISH_BEGINS}{without_context(text)}{ENGLISH_ENDS}"
            raise MissingTranslation(without_context(text)) from None

    def date(self, date: datetime.date) -> str:
        """Write a date in words: June 15, 2012 or 15 de junio de 2012."""
        return self.dates.day(date)

    def month(self, date: datetime.date) -> str:
        """Write a month in words: June 2012 or junio de 2012."""
        return self.dates.month(date)


def tongue_of(folder: Path, languages: Languages, code: str, voice: Voice) -> Tongue:
    """Return a language of the list with the texts of a translations folder. Raise ContentError.

    What a language does not say of being partly in English, it says in English.
    """
    about = languages[code]
    in_english = about.in_english or languages[SOURCE_LANGUAGE].in_english
    about = about.model_copy(update={"in_english": in_english})
    return Tongue(code, voice, translations(folder, code), about)


def without_marks(text: str) -> str:
    """Return a text without marks, as a title, an attribute or a terminal takes it."""
    return _MARKS.sub("", text)
