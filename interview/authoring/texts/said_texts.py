"""Every English text of the content, both voices, with the line where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from interview.authoring.texts.findings import Finding
from interview.content import Citation, Text
from interview.loading import Document, Place, Reading, rule_id, walk


@dataclass(frozen=True)
class Said:
    """A text as one language says it, and where that stands."""

    text: str
    file: str
    line: int
    rule: str

    def finding(self, check: str, problem: str, remedy: str) -> Finding:
        return Finding(self.file, self.line, self.rule, check, problem, remedy)


@dataclass(frozen=True)
class Pair:
    """An English text, its Spanish, and the names of the places that say it."""

    english: Said
    spanish: Said
    places: tuple[str, ...]


def english_texts(reading: Reading) -> list[Said]:
    """Return every English text of the files that can be read, both voices, with its line."""
    own_words = _own_words(reading)
    return [
        said
        for name, found in reading.models.items()
        for place, value in walk(found)
        for said in _said(reading.documents[name], place, value, own_words)
    ]


def _own_words(reading: Reading) -> set[str]:
    sources: Any = reading.models.get("sources")
    return {document.id for document in sources.sources if document.own_words} if sources else set()


def _said(document: Document, place: Place, value: Any, own_words: set[str]) -> Iterator[Said]:
    if isinstance(value, Text):
        for voice, text in (("self", value.to_self), ("client", value.to_client)):
            if voice == "self" or text != value.to_self:
                yield _said_at(document, (*place, voice), text)
    elif isinstance(value, Citation) and value.document in own_words:
        yield _said_at(document, place, value.place)


def _said_at(document: Document, place: Place, text: str) -> Said:
    present = _present(document.data, place)
    return Said(text, document.file, document.line(present), rule_id(document.data, present))


def _present(data: Any, place: Place) -> Place:
    """Leave out what a file does not write: the two voices of a text that has only one."""
    if place[-1] in ("self", "client"):
        inner = _written_at(data, place[:-1])
        return place if isinstance(inner, dict) else place[:-1]
    return place


def _written_at(data: Any, place: Place) -> Any:
    for step in place:
        data = data[step]
    return data
