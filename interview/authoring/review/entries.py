"""The rows of the page that a lawyer signs: what each says, and where it stands."""

from dataclasses import dataclass, field

from interview.authoring.review.editions import Since
from interview.authoring.review.signatures import SignRow
from interview.loading import Place
from interview.summary import ConditionText


@dataclass(frozen=True)
class SaidText:
    """One text, and the key that it stands under."""

    key: str
    words: str


@dataclass(frozen=True)
class SaidCondition:
    """One condition in one language."""

    language: str
    key: str
    words: ConditionText


@dataclass
class ReviewEntry:
    """One question or rule: a row of the page."""

    id: str
    where: str
    changed: str
    row: SignRow
    since: Since | None = None
    place: Place = ()
    english: list[SaidText] = field(default_factory=list)
    translated: list[SaidText] = field(default_factory=list)
    conditions: list[SaidCondition] = field(default_factory=list)
    settings: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class File:
    """One content file, with its rows."""

    name: str
    entries: list[ReviewEntry]
