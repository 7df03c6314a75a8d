"""Every English text of the content, both voices, with the line where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from interview.authoring.texts.findings import Finding
from interview.content import Citation, Text
from interview.languages import in_context
from interview.loading import Document, Place, QuestionsFolder, rule_id, walk


@dataclass(frozen=True)
class PlacedText:
    """A text as one language says it, and where that stands."""

    text: str
    file: str
    line: int
    rule: str
    context: str = ""

    @property
    def known_by(self) -> str:
        """What a translation finds it by."""
        return in_context(self.text, self.context)

    def finding(self, check: str, problem: str, remedy: str) -> Finding:
        return Finding(self.file, self.line, self.rule, check, problem, remedy)


@dataclass(frozen=True)
class PlacedPair:
    """An English text, its translation, and the names of the places that say it."""

    english: PlacedText
    translated: PlacedText
    places: tuple[str, ...]


def english_texts(reading: QuestionsFolder) -> list[PlacedText]:
    """Return every English text of the files that can be read, both voices, with its line."""
    own_words = _own_words(reading)
    return [
        said
        for name, found in reading.models.items()
        for place, value in walk(found)
        for said in _said(reading.documents[name], place, value, own_words)
    ]


def _own_words(reading: QuestionsFolder) -> set[str]:
    sources: Any = reading.models.get("sources")
    return {document.id for document in sources.sources if document.own_words} if sources else set()


def _said(
    document: Document, place: Place, value: Any, own_words: set[str]
) -> Iterator[PlacedText]:
    if isinstance(value, Text):
        for number, variant in enumerate(value.variants()):
            for voice, text in (("self", variant.to_self), ("client", variant.to_client)):
                if voice == "self" or text != variant.to_self:
                    at = _written_place(document, place, number, voice)
                    yield replace(_said_at(document, at, text), context=variant.context)
    elif isinstance(value, Citation) and value.document in own_words:
        yield _said_at(document, place, value.pinpoint)


def _said_at(document: Document, place: Place, text: str) -> PlacedText:
    return PlacedText(text, document.file, document.line(place), rule_id(document.data, place))


def _written_place(document: Document, place: Place, number: int, voice: str) -> Place:
    """Where a variant's sentence is written: in a list or not, under its voice, text or neither."""
    place, written = _written_at(document.data, place)
    if isinstance(written, list):
        place, written = (*place, number), written[number]
    if isinstance(written, dict):
        return (*place, voice if voice in written else "text")
    return place


def _written_at(data: Any, place: Place) -> tuple[Place, Any]:
    """What is written at a place; a text that may be written alone has no key of its own then."""
    for nth, step in enumerate(place):
        try:
            data = data[step]
        except (KeyError, TypeError):
            return place[:nth], data
    return place, data
