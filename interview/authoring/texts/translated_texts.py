"""Checks of one language against the English: what is lacking, marks, agreed terms, the guard."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from babel.messages.catalog import Catalog, Message

from interview.authoring.texts import phrases
from interview.authoring.texts.checked_texts import CheckedTexts, short
from interview.authoring.texts.findings import Finding
from interview.authoring.texts.said_texts import PlacedPair, PlacedText
from interview.authoring.texts.translation_checks import guarded, unconfirmed
from interview.content import Glossary, Language, Terms
from interview.languages import (
    catalog_file,
    is_ready,
    known_by,
    message_of,
    read_catalog,
    read_confirmations,
    texts,
    without_context,
)


@dataclass(frozen=True)
class AgreedTerm:
    """A term of the field, and how a language says it; `unless` names other uses of it."""

    english: str
    said: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass
class TranslationChecks:
    """The checks of one language against the English."""

    all: CheckedTexts
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
            message = message_of(self.catalog, english.known_by)
            if message is not None and is_ready(message) and english.known_by not in seen:
                seen.add(english.known_by)
                places = tuple(place for place, _ in message.locations)
                line = message.lineno or 1
                said = PlacedText(str(message.string), self.po, line, english.rule)
                yield PlacedPair(english, said, places)

    def terms(self) -> tuple[AgreedTerm, ...]:
        """The listed terms, and each other word of the glossary with its own translation."""
        models: Any = self.all.reading.models
        listed: Terms | None = models.get("spanish_terms")
        glossary: Glossary | None = models.get("glossary")
        code = self.language.code
        terms = tuple(
            AgreedTerm(term.english, said, term.unless)
            for term in (listed.terms if listed else ())
            if (said := term.by_language().get(code))
        )
        known = {term.english.lower() for term in terms}
        words = [word.word.to_self for word in glossary.words] if glossary else []
        found = [(word, self.catalog.get(word)) for word in words if word.lower() not in known]
        return terms + tuple(
            AgreedTerm(word, (phrases.bare_term(str(message.string)),))
            for word, message in found
            if message is not None and is_ready(message)
        )

    def both_languages(self, pair: PlacedPair, terms: tuple[AgreedTerm, ...]) -> Iterator[Finding]:
        """What does not stand in both: what is put in, marks, agreed terms."""
        english, other = pair.english.text, pair.translated
        wanted, given = phrases.placeholders(english), phrases.placeholders(other.text)
        if wanted != given:
            yield other.finding(
                "placeholder",
                f"the English has {_listed(wanted)}, and this has {_listed(given)}",
                f"Use the same ones: {short(english)}",
            )
        if phrases.bold_marks(english) != phrases.bold_marks(other.text):
            yield other.finding(
                "markdown", "the two languages do not have the same ** marks",
                f"Mark the same words: {short(english)}",
            )  # fmt: skip
        for term in terms:
            if phrases.names_term(english, term.english, term.unless) and not any(
                phrases.says_term(other.text, agreed, term.english) for agreed in term.said
            ):
                yield other.finding(
                    "term", f'"{term.english}" is not said as agreed',
                    f"Say {' or '.join(term.said)}, or agree on more in spanish_terms.yaml:"
                    f" {short(other.text)}",
                )  # fmt: skip

    def translation(self) -> Iterator[Finding]:
        """Texts that a language lacks or has in a stale form, and those that nothing needs."""
        wanted = {said.known_by for said in self.all.english}
        unused = [known_by(m) for m in self.catalog if m.id and known_by(m) not in wanted]
        seen: set[str] = set()
        for said in self.needed():
            message = message_of(self.catalog, said.known_by)
            if said.known_by not in seen and (message is None or not is_ready(message)):
                seen.add(said.known_by)
                yield self.lacking(said, message, unused)
        if not self.all.whole:
            return
        for text in unused:
            found = message_of(self.catalog, text)
            line = (found.lineno if found else None) or 1
            yield Finding(
                self.po, line, "", "unused_text",
                f"no text is left for {short(without_context(text))}",
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
        return [said for said in english if said.known_by in wanted]

    def lacking(self, said: PlacedText, message: Message | None, unused: list[str]) -> Finding:
        """Say that a text is not there, or that it is there for an earlier English."""
        name = self.language.name
        if message is not None and message.fuzzy:
            stale = PlacedText(said.text, self.po, message.lineno or 1, said.rule)
            return stale.finding(
                "stale_translation",
                f"what stands in {name} is of an earlier wording: {short(said.text)}",
                'Mend it, and take the line "#, fuzzy" out.',
            )  # fmt: skip
        if message is None and difflib.get_close_matches(said.text, unused, n=1, cutoff=0.8):
            return said.finding(
                "stale_translation",
                f"the English changed, and what stands in {name} did not: {short(said.text)}",
                f"Run: interview texts. Then mend what is marked fuzzy in {self.po}.",
            )
        return said.finding(
            "missing_translation", f"there is nothing in {name} for {short(said.text)}",
            f"Run: interview texts. Then write it in {self.po}.",
        )  # fmt: skip


def _listed(items: list[str]) -> str:
    return ", ".join(items) or "none"
