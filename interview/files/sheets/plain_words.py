"""Words as they are compared: whoever types them minds no case, no accent and no punctuation."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from interview.content import SOURCE_LANGUAGE, Content, Languages, Text
from interview.languages import in_context, without_marks

# The texts of the languages that are complete, by their English; English has none.
TextsByLanguage = dict[str, dict[str, str]]
_NO_LETTERS = re.compile(r"[\W_]+")


def as_compared(text: str) -> str:
    """Return a text in small letters without accents, its words one space apart."""
    apart = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", ""))
    letters = "".join(
        c for c in apart if (not unicodedata.combining(c) and c.isprintable()) or c.isspace()
    )
    return _NO_LETTERS.sub(" ", letters.casefold()).strip()


def ways_to_say(text: Text, translated: TextsByLanguage) -> Iterator[str]:
    """Yield every way to say a text: in both voices, at all times, in every complete language."""
    for variant in text.variants():
        for english in {variant.to_self, variant.to_client}:
            yield english
            for texts in translated.values():
                found = texts.get(in_context(english, variant.context))
                if found:
                    yield found


class Lookup:
    """What plain words stand for; the same words may stand for more than one thing."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, None]] = {}

    def add(self, words: str, meant: str) -> None:
        """Note that words stand for something."""
        if key := as_compared(words):
            self._found.setdefault(key, {})[meant] = None

    def add_all(self, many: Iterable[str], meant: str) -> None:
        """Note that each of many words stands for something."""
        for words in many:
            self.add(words, meant)

    def of(self, words: str) -> tuple[str, ...]:
        """Return all that words may stand for."""
        return tuple(self._found.get(as_compared(words), ()))

    @property
    def words(self) -> tuple[str, ...]:
        """All words, as they are compared."""
        return tuple(self._found)


def headings_of(content: Content, translated: TextsByLanguage) -> Lookup:
    """Return what each heading asks for: an id, or a question in short or in whole."""
    lookup = Lookup()
    for question in content.questions:
        lookup.add(question.id, question.id)
        for text in (question.short, question.ask):
            lookup.add_all(ways_to_say(text, translated), question.id)
    return lookup


def shown(text: Text) -> str:
    """Return a text as a message shows it: in English, to a helper, as it was last written."""
    return without_marks(text.variants()[-1].to_client)


def ways_to_ask(content: Content, translated: TextsByLanguage) -> dict[str, list[str]]:
    """Return all the ways to ask each question, by its id."""
    return {
        question.id: [
            way for text in (question.short, question.ask) for way in ways_to_say(text, translated)
        ]
        for question in content.questions
    }


def in_any_language(written: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return what clinics write for something, in any language, as it is compared."""
    return frozenset(as_compared(words) for many in written.values() for words in many)


def complete_languages(languages: Languages) -> tuple[str, ...]:
    """Return the codes of the languages that people may write in, besides English."""
    return tuple(
        one.code for one in languages.languages if one.complete and one.code != SOURCE_LANGUAGE
    )
