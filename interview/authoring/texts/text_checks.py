"""Checks of every text in both languages: words, reading level, marks, terms, translation."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message

from interview.authoring.texts import phrases, readability
from interview.authoring.texts.findings import Finding, warn
from interview.authoring.texts.readability import Language
from interview.authoring.texts.said_texts import PlacedPair, PlacedText, english_texts
from interview.authoring.texts.translation_checks import guarded, unconfirmed
from interview.content import BannedWords, Glossary, Term, Terms, Waivers
from interview.languages import (
    Confirmations,
    catalog_file,
    is_ready,
    read_catalog,
    read_confirmations,
)
from interview.loading import QuestionsFolder

SPANISH: Language = "es"


class TextChecks:
    """The checks of one reading's texts against one translations folder."""

    def __init__(self, reading: QuestionsFolder, translations: Path) -> None:
        models: Any = reading.models
        self.reading = reading
        self.documents = reading.documents
        self.english = english_texts(reading)
        self.banned: BannedWords | None = models.get("banned_words")
        self.waivers: Waivers = models.get("readability_waivers") or Waivers()
        self.po = f"{translations.name}/{SPANISH}/{catalog_file(translations, SPANISH).name}"
        self.catalog: Catalog = read_catalog(translations, SPANISH)
        self.terms = _terms(models.get("spanish_terms"), models.get("glossary"), self.catalog)
        self.confirmations: Confirmations = read_confirmations(translations, SPANISH)
        self.whole = not reading.problems

    def run(self) -> Iterator[Finding]:
        """Yield everything that is wrong with the texts."""
        pairs = list(self.pairs())
        for said in self.english:
            yield from self.one_language(said, "en", said.text)
        for pair in pairs:
            yield from self.one_language(pair.spanish, SPANISH, pair.english.text)
            yield from self.both_languages(pair)
        yield from guarded(pairs, self.reading, SPANISH)
        yield from unconfirmed(pairs, self.confirmations)
        yield from self.translation()
        yield from self.waivers_used()

    def pairs(self) -> Iterator[PlacedPair]:
        seen: set[str] = set()
        for english in self.english:
            message = self.catalog.get(english.text)
            if message is not None and is_ready(message) and english.text not in seen:
                seen.add(english.text)
                places = tuple(message.auto_comments)
                yield PlacedPair(english, self.spanish(message, english.rule), places)

    def spanish(self, message: Message, rule: str) -> PlacedText:
        return PlacedText(str(message.string), self.po, message.lineno or 1, rule)

    # ------------------------------------------------------------ one language

    def one_language(self, said: PlacedText, language: Language, english: str) -> Iterator[Finding]:
        words = getattr(self.banned, language) if self.banned else ()
        own = phrases.own_words(said.text) if language == SPANISH else said.text
        for word in phrases.banned(own, words):
            yield said.finding("banned_word", f'"{word.word}" is not said here: {word.why}',
                               f"Write it otherwise: {_short(said.text)}")  # fmt: skip
        if not self.is_waived(english, language):
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

    def is_waived(self, english: str, language: Language) -> bool:
        return any(_one_line(waiver.text) == english for waiver in getattr(self.waivers, language))

    def waivers_used(self) -> Iterator[Finding]:
        """Waivers for texts that are no longer there."""
        known = {said.text for said in self.english}
        for language in ("en", "es"):
            for number, waiver in enumerate(getattr(self.waivers, language)):
                if self.whole and _one_line(waiver.text) not in known:
                    yield warn(
                        self.documents["readability_waivers"], (language, number), "",
                        "unused_text",
                        f"no text is left that this waiver is for: {_short(waiver.text)}",
                        "Take the waiver out.",
                    )  # fmt: skip

    # ------------------------------------------------------------ two languages

    def both_languages(self, pair: PlacedPair) -> Iterator[Finding]:
        english, spanish = pair.english.text, pair.spanish
        wanted, given = phrases.placeholders(english), phrases.placeholders(spanish.text)
        if wanted != given:
            yield spanish.finding(
                "placeholder",
                f"the English has {_listed(wanted)}, and the Spanish has {_listed(given)}",
                f"Use the same ones: {_short(english)}",
            )
        if phrases.bold_marks(english) != phrases.bold_marks(spanish.text):
            yield spanish.finding(
                "markdown", "the two languages do not have the same ** marks",
                f"Mark the same words: {_short(english)}",
            )  # fmt: skip
        for term in self.terms:
            if phrases.names_term(english, term.english, term.unless) and not any(
                phrases.says_term(spanish.text, agreed, term.english) for agreed in term.spanish
            ):
                yield spanish.finding(
                    "term", f'"{term.english}" is not said as agreed',
                    f"Say {' or '.join(term.spanish)}, or agree on more in spanish_terms.yaml:"
                    f" {_short(spanish.text)}",
                )  # fmt: skip

    def translation(self) -> Iterator[Finding]:
        """Texts that the Spanish lacks or has in a stale form, and Spanish that nothing needs."""
        wanted = {said.text for said in self.english}
        ids = [str(message.id) for message in self.catalog if message.id]
        unused = [text for text in [*ids, *map(str, self.catalog.obsolete)] if text not in wanted]
        seen: set[str] = set()
        for said in self.english:
            message = self.catalog.get(said.text)
            if said.text not in seen and (message is None or not is_ready(message)):
                seen.add(said.text)
                yield self.lacking(said, message, unused)
        if not self.whole:
            return
        for text in unused:
            found = self.catalog.get(text)
            line = (found.lineno if found else None) or 1
            yield Finding(
                self.po, line, "", "unused_text", f"no text is left for {_short(text)}",
                "Run: interview texts. It takes the unused ones out.", "warning",
            )  # fmt: skip

    def lacking(self, said: PlacedText, message: Message | None, unused: list[str]) -> Finding:
        if message is not None and message.fuzzy:
            stale = PlacedText(said.text, self.po, message.lineno or 1, said.rule)
            return stale.finding(
                "stale_spanish", f"the Spanish is of an earlier wording: {_short(said.text)}",
                'Mend it, and take the line "#, fuzzy" out.',
            )  # fmt: skip
        if message is None and difflib.get_close_matches(said.text, unused, n=1, cutoff=0.8):
            return said.finding(
                "stale_spanish",
                f"the English changed, and the Spanish did not: {_short(said.text)}",
                f"Run: interview texts. Then mend what is marked fuzzy in {self.po}.",
            )
        return said.finding(
            "missing_spanish", f"there is no Spanish for {_short(said.text)}",
            f"Run: interview texts. Then write it in {self.po}.",
        )  # fmt: skip


def _terms(listed: Terms | None, glossary: Glossary | None, catalog: Catalog) -> tuple[Term, ...]:
    """The listed terms, and each other word of the glossary with its own translation."""
    terms = listed.terms if listed else ()
    known = {term.english.lower() for term in terms}
    words = [word.word.to_self for word in glossary.words] if glossary else []
    found = [(word, catalog.get(word)) for word in words if word.lower() not in known]
    return terms + tuple(
        Term(english=word, spanish=(phrases.bare_term(str(message.string)),))
        for word, message in found
        if message is not None and is_ready(message)
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _reading(said: PlacedText, language: Language) -> Iterator[Finding]:
    for sentence in readability.sentences(said.text):
        length = len(readability.words_of(sentence))
        if length > readability.LONGEST_SENTENCE:
            yield said.finding(
                "long_sentence",
                f"a sentence has {length} words, at most {readability.LONGEST_SENTENCE}",
                f"Make two of it: {_short(sentence)}",
            )
    if len(readability.words_of(said.text)) < readability.SHORTEST_TEXT:
        return
    remedy = (
        "Use shorter words and sentences, or give a reason in readability_waivers.yaml: "
        f"{_short(said.text)}"
    )
    if (
        language == "en"
        and (grade := readability.flesch_kincaid(said.text)) > readability.HARDEST_ENGLISH
    ):
        problem = f"reads at grade {grade:.1f}, at most {readability.HARDEST_ENGLISH:.0f}"
        yield said.finding("reading_level", problem, remedy)
    if (
        language == "es"
        and (score := readability.szigriszt_pazos(said.text)) < readability.HARDEST_SPANISH
    ):
        problem = (
            f"reads at {score:.0f} on the Szigriszt-Pazos scale, "
            f"at least {readability.HARDEST_SPANISH:.0f}"
        )
        yield said.finding("reading_level", problem, remedy)


def _short(text: str) -> str:
    return f'"{text}"' if len(text) <= 70 else f'"{text[:69]}…"'


def _listed(items: list[str]) -> str:
    return ", ".join(items) or "none"
