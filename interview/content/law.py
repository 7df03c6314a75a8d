"""What the files on the law over time, its words and its documents may say."""

from typing import Annotated, Literal

from pydantic import Field

from interview.content.model import (
    AnyText,
    DatedText,
    Day,
    MaybeDatedText,
    MaybeText,
    Model,
    Sourced,
)

Status = Literal[
    "announced", "open", "renewals_only", "accepted_not_decided", "blocked", "ended", "replaced"
]


class Event(Sourced):
    """Something that happened to a program or memo, and its effect on a person.

    `sets` are later days that the event itself sets.
    """

    date: Day
    event: DatedText
    effect: DatedText
    status: Status | None = None
    headline: MaybeDatedText = None
    sets: tuple[Day, ...] = ()


class Timeline(Model):
    id: str
    name: AnyText
    events: Annotated[tuple[Event, ...], Field(min_length=1)]


class Law(Model):
    """The dated events of every program and memo, and the date of the last legal check."""

    last_legal_check: Day
    stale_after_days: int
    last_check_text: AnyText
    stale_text: AnyText
    timelines: tuple[Timeline, ...]


class Word(Sourced):
    id: str
    word: AnyText
    meaning: AnyText


class Glossary(Model):
    words: tuple[Word, ...]


class Document(Model):
    """A document that rules come from.

    `cited_as`: the short name before its places; without one, its places are whole citations.
    `own_words`: its places are described in this product's words, so they are translated.
    """

    id: str
    title: AnyText
    cited_as: MaybeText = None
    own_words: bool = False
    author: MaybeText = None
    date: str | None = None
    note: MaybeText = None


class Sources(Model):
    sources: tuple[Document, ...]
