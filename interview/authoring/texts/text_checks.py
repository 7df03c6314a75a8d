"""Checks of every text in every language: words, reading level, marks, terms, translation."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message

from interview.authoring.texts import phrases, readability
from interview.authoring.texts.findings import Finding, warn
from interview.authoring.texts.said_texts import PlacedPair, PlacedText, english_texts
from interview.authoring.texts.translation_checks import guarded, unconfirmed
from interview.content import (
    SOURCE_LANGUAGE,
    BannedWord,
    Glossary,
    Language,
    Languages,
    Term,
    Terms,
)
from interview.languages import (
    catalog_file,
    is_ready,
    read_catalog,
    read_confirmations,
    read_languages,
    texts,
)
from interview.loading import Place, QuestionsFolder

# What the checks know of a language by its code, and each of these must be one of the list.
_BY_LANGUAGE = ("banned_words", "readability_waivers")
# Terms are agreed on in one language so far.
_TERMS_OF = "es"


class TextChecks:
    """The checks of one reading's texts against one translations folder."""

    def __init__(self, reading: QuestionsFolder, translations: Path) -> None:
        self.reading = reading
        self.folder = translations
        self.documents = reading.documents
        self.english = english_texts(reading)
        self.languages: Languages = read_languages(translations)
        self.whole = not reading.problems
        self.rules = _OneLanguage(reading)

    def run(self) -> Iterator[Finding]:
        """Yield everything that is wrong with the texts."""
        for said in self.english:
            yield from self.rules.findings(said, SOURCE_LANGUAGE, said.text)
        for language in self.languages.translated():
            yield from TranslationChecks(self, language).run()
        yield from self._waivers_used()
        yield from self._strange_languages()

    def pairs(self, language: str) -> list[PlacedPair]:
        """Return every text of a language that may be shown, with its English."""
        return list(TranslationChecks(self, self.languages[language]).pairs())

    def _waivers_used(self) -> Iterator[Finding]:
        """Waivers for texts that are no longer there."""
        known = {said.text for said in self.english}
        for language, waivers in self.rules.waivers.items():
            for number, waiver in enumerate(waivers):
                if self.whole and _one_line(waiver.text) not in known:
                    yield warn(
                        self.documents["readability_waivers"], (language, number), "",
                        "unused_text",
                        f"no text is left that this waiver is for: {_short(waiver.text)}",
                        "Take the waiver out.",
                    )  # fmt: skip

    def _strange_languages(self) -> Iterator[Finding]:
        """What the checks know of languages that nobody speaks here."""
        places: list[tuple[str, Place]] = [
            (name, (code,))
            for name in _BY_LANGUAGE if name in self.reading.models
            for code in dict(self.reading.models[name])
        ]  # fmt: skip
        places += [(name, ()) for name in self.reading.models if name.startswith("guard/")]
        for name, place in places:
            code = str(place[0]) if place else name.partition("/")[2]
            if code not in self.languages:
                yield warn(
                    self.documents[name], place, "", "unused",
                    f'there is no language "{code}"',
                    "Correct the code, or add it to translations/languages.yaml.",
                )  # fmt: skip


# ---------------------------------------------------------------- one language


class _OneLanguage:
    """What is asked of a text by itself, in any language."""

    def __init__(self, reading: QuestionsFolder) -> None:
        models: Any = reading.models
        banned, waivers = models.get("banned_words"), models.get("readability_waivers")
        self.banned: dict[str, tuple[BannedWord, ...]] = banned.by_language() if banned else {}
        self.waivers = waivers.by_language() if waivers else {}
        self._waived = {
            language: {_one_line(waiver.text) for waiver in listed}
            for language, listed in self.waivers.items()
        }

    def findings(self, said: PlacedText, language: str, english: str) -> Iterator[Finding]:
        """Yield what is wrong with a text; `english` is what it translates."""
        own = said.text if language == SOURCE_LANGUAGE else phrases.own_words(said.text)
        for word in phrases.banned(own, self.banned.get(language, ())):
            yield said.finding("banned_word", f'"{word.word}" is not said here: {word.why}',
                               f"Write it otherwise: {_short(said.text)}")  # fmt: skip
        if english not in self._waived.get(language, ()):
            yield from _reading(said, language)
        if phrases.has_open_mark(said.text):
            yield said.finding(
                "markdown", "a * is opened and not closed", "Close it, or take it out."
            )
        for target in phrases.links(said.text):
            yield said.finding(
                "link", f'a text holds no links, and "{target}" is one',
                "Say it in words, or list the word under words:.",
            )  # fmt: skip


def _reading(said: PlacedText, language: str) -> Iterator[Finding]:
    for sentence in readability.sentences(said.text):
        length = len(readability.words_of(sentence))
        if length > readability.LONGEST_SENTENCE:
            yield said.finding(
                "long_sentence",
                f"a sentence has {length} words, at most {readability.LONGEST_SENTENCE}",
                f"Make two of it: {_short(sentence)}",
            )
    if problem := readability.too_hard(said.text, language):
        yield said.finding(
            "reading_level", problem,
            "Use shorter words and sentences, or give a reason in readability_waivers.yaml: "
            f"{_short(said.text)}",
        )  # fmt: skip


# ---------------------------------------------------------------- a translation


@dataclass
class TranslationChecks:
    """The checks of one language against the English."""

    all: TextChecks
    language: Language
    catalog: Catalog = field(init=False)
    po: str = field(init=False)

    def __post_init__(self) -> None:
        folder, code = self.all.folder, self.language.code
        self.catalog = read_catalog(folder, code)
        file = catalog_file(folder, code).relative_to(folder).as_posix()
        self.po = f"{folder.name}/{file}"

    def run(self) -> Iterator[Finding]:
        """Yield everything that is wrong with the texts of a language."""
        code, reading = self.language.code, self.all.reading
        pairs = list(self.pairs())
        terms = self.terms()
        for pair in pairs:
            yield from self.all.rules.findings(pair.translated, code, pair.english.text)
            yield from self.both_languages(pair, terms)
        yield from guarded(pairs, reading, code)
        yield from unconfirmed(pairs, read_confirmations(self.all.folder, code))
        yield from self.translation()

    def pairs(self) -> Iterator[PlacedPair]:
        """Yield each text that may be shown, with its English."""
        seen: set[str] = set()
        for english in self.all.english:
            message = self.catalog.get(english.text)
            if message is not None and is_ready(message) and english.text not in seen:
                seen.add(english.text)
                places = tuple(place for place, _ in message.locations)
                line = message.lineno or 1
                said = PlacedText(str(message.string), self.po, line, english.rule)
                yield PlacedPair(english, said, places)

    def terms(self) -> tuple[Term, ...]:
        """The listed terms, and each other word of the glossary with its own translation."""
        models: Any = self.all.reading.models
        listed: Terms | None = models.get("spanish_terms")
        glossary: Glossary | None = models.get("glossary")
        terms = listed.terms if listed and self.language.code == _TERMS_OF else ()
        known = {term.english.lower() for term in terms}
        words = [word.word.to_self for word in glossary.words] if glossary else []
        found = [(word, self.catalog.get(word)) for word in words if word.lower() not in known]
        return terms + tuple(
            Term(english=word, spanish=(phrases.bare_term(str(message.string)),))
            for word, message in found
            if message is not None and is_ready(message)
        )

    def both_languages(self, pair: PlacedPair, terms: tuple[Term, ...]) -> Iterator[Finding]:
        """What does not stand in both: what is put in, marks, agreed terms."""
        english, other = pair.english.text, pair.translated
        wanted, given = phrases.placeholders(english), phrases.placeholders(other.text)
        if wanted != given:
            yield other.finding(
                "placeholder",
                f"the English has {_listed(wanted)}, and this has {_listed(given)}",
                f"Use the same ones: {_short(english)}",
            )
        if phrases.bold_marks(english) != phrases.bold_marks(other.text):
            yield other.finding(
                "markdown", "the two languages do not have the same ** marks",
                f"Mark the same words: {_short(english)}",
            )  # fmt: skip
        for term in terms:
            if phrases.names_term(english, term.english, term.unless) and not any(
                phrases.says_term(other.text, agreed, term.english) for agreed in term.spanish
            ):
                yield other.finding(
                    "term", f'"{term.english}" is not said as agreed',
                    f"Say {' or '.join(term.spanish)}, or agree on more in spanish_terms.yaml:"
                    f" {_short(other.text)}",
                )  # fmt: skip

    def translation(self) -> Iterator[Finding]:
        """Texts that a language lacks or has in a stale form, and those that nothing needs."""
        wanted = {said.text for said in self.all.english}
        unused = [str(m.id) for m in self.catalog if m.id and m.id not in wanted]
        seen: set[str] = set()
        for said in self.needed():
            message = self.catalog.get(said.text)
            if said.text not in seen and (message is None or not is_ready(message)):
                seen.add(said.text)
                yield self.lacking(said, message, unused)
        if not self.all.whole:
            return
        for text in unused:
            found = self.catalog.get(text)
            line = (found.lineno if found else None) or 1
            yield Finding(
                self.po, line, "", "unused_text", f"no text is left for {_short(text)}",
                "Run: interview texts. It keeps what nothing says as obsolete.", "warning",
            )  # fmt: skip

    def needed(self) -> list[PlacedText]:
        """The English that a language must have: all of it, or that of the urgent page."""
        content, english = self.all.reading.content, self.all.english
        if self.language.complete:
            return english
        if content is None:
            return []
        wanted = texts.needed(content, self.all.languages, self.language.code)
        return [said for said in english if said.text in wanted]

    def lacking(self, said: PlacedText, message: Message | None, unused: list[str]) -> Finding:
        """Say that a text is not there, or that it is there for an earlier English."""
        name = self.language.name
        if message is not None and message.fuzzy:
            stale = PlacedText(said.text, self.po, message.lineno or 1, said.rule)
            return stale.finding(
                "stale_translation",
                f"what stands in {name} is of an earlier wording: {_short(said.text)}",
                'Mend it, and take the line "#, fuzzy" out.',
            )  # fmt: skip
        if message is None and difflib.get_close_matches(said.text, unused, n=1, cutoff=0.8):
            return said.finding(
                "stale_translation",
                f"the English changed, and what stands in {name} did not: {_short(said.text)}",
                f"Run: interview texts. Then mend what is marked fuzzy in {self.po}.",
            )
        return said.finding(
            "missing_translation", f"there is nothing in {name} for {_short(said.text)}",
            f"Run: interview texts. Then write it in {self.po}.",
        )  # fmt: skip


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    return f'"{text}"' if len(text) <= 70 else f'"{text[:69]}…"'


def _listed(items: list[str]) -> str:
    return ", ".join(items) or "none"
