"""Checks of every text in every language, and of what the checks themselves go by."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from interview.authoring.texts.checked_texts import CheckedTexts, one_line, short
from interview.authoring.texts.findings import Finding, warn
from interview.authoring.texts.said_texts import PlacedPair
from interview.authoring.texts.translated_texts import TranslationChecks
from interview.content import SOURCE_LANGUAGE
from interview.languages import LIST, all_texts
from interview.loading import Place, QuestionsFolder

# What the checks know of a language by its code, and each of these must be one of the list.
_BY_LANGUAGE = ("banned_words", "readability_waivers")


class TextChecks:
    """The checks of one reading's texts against one translations folder."""

    def __init__(self, reading: QuestionsFolder, translations: Path) -> None:
        self.reading = reading
        self.documents = reading.documents
        self.texts = CheckedTexts(reading, translations)

    def run(self) -> Iterator[Finding]:
        """Yield everything that is wrong with the texts."""
        for said in self.texts.english:
            yield from self.texts.rules.findings(said, SOURCE_LANGUAGE, said.text)
        for language in self.texts.languages.translated():
            yield from TranslationChecks(self.texts, language).run()
        yield from self._waivers_used()
        yield from self._strange_languages()
        yield from self._strange_places()

    def pairs(self, language: str) -> list[PlacedPair]:
        """Return every text of a language that may be shown, with its English."""
        return list(TranslationChecks(self.texts, self.texts.languages[language]).pairs())

    def _waivers_used(self) -> Iterator[Finding]:
        """Waivers for texts that are no longer there."""
        known = {said.text for said in self.texts.english}
        for language, waivers in self.texts.rules.waivers.items():
            for number, waiver in enumerate(waivers):
                if self.texts.whole and one_line(waiver.text) not in known:
                    yield warn(
                        self.documents["readability_waivers"], (language, number), "",
                        "unused_text",
                        f"no text is left that this waiver is for: {short(waiver.text)}",
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
        listed: Any = self.reading.models.get("spanish_terms")
        places += [
            ("spanish_terms", ("terms", number, code))
            for number, term in enumerate(listed.terms if listed else ())
            for code in term.by_language()
        ]
        for name, place in places:
            code = str(place[-1]) if place else name.partition("/")[2]
            if code not in self.texts.languages:
                yield warn(
                    self.documents[name], place, "", "unused",
                    f'there is no language "{code}"',
                    "Correct the code, or add it to translations/languages.yaml.",
                )  # fmt: skip

    def _strange_places(self) -> Iterator[Finding]:
        """Places of the urgent page at which nothing is said."""
        if self.reading.content is None:
            return
        said = {place for _, place in all_texts(self.reading.content)}
        for place in self.texts.languages.urgent_page:
            only = self.texts.languages.model_copy(update={"urgent_page": (place,)})
            if not any(map(only.is_of_urgent_page, said)):
                yield Finding(
                    f"{self.texts.folder.name}/{LIST}", 1, "", "unused",
                    f'nothing is said at "{place}"',
                    "Correct it under urgent_page, or take it out.",
                )  # fmt: skip
