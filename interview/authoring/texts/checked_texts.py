"""The texts at hand, and what is asked of one by itself: words, reading level, marks, links."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from interview.authoring.texts import phrases, readability
from interview.authoring.texts.findings import Finding
from interview.authoring.texts.said_texts import PlacedText, english_texts
from interview.content import SOURCE_LANGUAGE, BannedWord, Languages
from interview.languages import read_languages
from interview.loading import QuestionsFolder


class CheckedTexts:
    """The English of one reading, the languages of a translations folder, and the rules for all."""

    def __init__(self, reading: QuestionsFolder, folder: Path) -> None:
        self.reading = reading
        self.folder = folder
        self.english = english_texts(reading)
        self.languages: Languages = read_languages(folder)
        self.whole = not reading.problems
        self.rules = OneLanguage(reading)


class OneLanguage:
    """What is asked of a text by itself, in any language."""

    def __init__(self, reading: QuestionsFolder) -> None:
        models: Any = reading.models
        banned, waivers = models.get("banned_words"), models.get("readability_waivers")
        self.banned: dict[str, tuple[BannedWord, ...]] = banned.by_language() if banned else {}
        self.waivers = waivers.by_language() if waivers else {}
        self._waived = {
            language: {one_line(waiver.text) for waiver in listed}
            for language, listed in self.waivers.items()
        }

    def findings(self, said: PlacedText, language: str, english: str) -> Iterator[Finding]:
        """Yield what is wrong with a text; `english` is what it translates."""
        own = said.text if language == SOURCE_LANGUAGE else phrases.own_words(said.text)
        for word in phrases.banned(own, self.banned.get(language, ())):
            yield said.finding("banned_word", f'"{word.word}" is not said here: {word.why}',
                               f"Write it otherwise: {short(said.text)}")  # fmt: skip
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
                f"Make two of it: {short(sentence)}",
            )
    if problem := readability.too_hard(said.text, language):
        yield said.finding(
            "reading_level", problem,
            "Use shorter words and sentences, or give a reason in readability_waivers.yaml: "
            f"{short(said.text)}",
        )  # fmt: skip


def one_line(text: str) -> str:
    """Return a text without its line breaks."""
    return " ".join(text.split())


def short(text: str) -> str:
    """Return a text in quotes, or its beginning."""
    return f'"{text}"' if len(text) <= 70 else f'"{text[:69]}…"'
