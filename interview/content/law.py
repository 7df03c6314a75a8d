"""What the files on the law over time, its words and its documents may say."""

from typing import Annotated

from pydantic import Field

from interview.content.model import (
    AnyText,
    DatedText,
    MaybeDatedText,
    MaybeText,
    Model,
    Signable,
    Sourced,
)
from interview.content.outcomes import Status
from interview.content.rules import TextFor
from interview.content.scalars import Day


class Event(Sourced):
    """Something that happened to a program or memo, and its effect on a person.

    `sets` are later days that the event itself sets. Of `where`, the first that applies is said in
    place of the effect.
    """

    date: Day
    event: DatedText
    effect: DatedText
    status: Status | None = None
    headline: MaybeDatedText = None
    sets: tuple[Day, ...] = ()
    where: tuple[TextFor, ...] = ()


class Timeline(Model):
    """The dated events of a program, of the priorities or of a memo."""

    id: str
    name: AnyText
    events: Annotated[tuple[Event, ...], Field(min_length=1)]


class Law(Signable):
    """The dated events of every program and memo, and the date of the last legal check."""

    last_legal_check: Day
    stale_after_days: int
    last_check_text: AnyText
    stale_text: AnyText
    timelines: tuple[Timeline, ...]


class Word(Sourced):
    """A word of the law, explained."""

    id: str
    word: AnyText
    meaning: AnyText


class Glossary(Model):
    """Every explained word."""

    words: tuple[Word, ...]


class SourceDocument(Signable):
    """A document that rules come from.

    `cited_as`: the short name before its pinpoints; without one, they are whole citations.
    `own_words`: its pinpoints are described in this product's words, so they are translated.
    """

    id: str
    title: AnyText
    cited_as: MaybeText = None
    own_words: bool = False
    author: MaybeText = None
    date: str | None = None
    note: MaybeText = None


class Sources(Model):
    """Every document that rules come from."""

    sources: tuple[SourceDocument, ...]
