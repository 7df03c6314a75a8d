"""What the public face hands back: a result in ids and words, and its summary in plain language."""

import copy
import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from interview.content import (
    Bond,
    Lane,
    LevelFound,
    MemoStatus,
    ProgramResult,
    Status,
    Urgency,
    Voice,
)
from interview.summary import Blocks, Section, html, plain_text


@dataclass(frozen=True)
class ProgramOutcome:
    """How one program's criteria compare with the answers.

    `result` is "matches", "may_match" or "does_not_match"; a match is never a promise.
    `criteria` has "yes", "no" or "unknown" for the id of each criterion, in the program's order.
    """

    result: ProgramResult
    criteria: Mapping[str, str]


@dataclass(frozen=True)
class Priority:
    """Where the answers stand in the list of enforcement priorities.

    `level` is "1", "2", "3", "none" or "unknown"; `grounds` are the ids of those that hold,
    `possible` of those of which nobody can say.
    """

    level: LevelFound
    grounds: tuple[str, ...]
    possible: tuple[str, ...]


@dataclass(frozen=True)
class RaisedFlag:
    """A reason to see a lawyer: "now" is today, "soon" within days, "before" before any step."""

    id: str
    urgency: Urgency


@dataclass(frozen=True)
class FactorsFound:
    """The ids of the good factors and of those that weigh against a person."""

    positive: tuple[str, ...]
    adverse: tuple[str, ...]


@dataclass(frozen=True)
class FittingMemo:
    """A memo that fits the answers, and how it stood on the day; None is not settled then."""

    id: str
    status: MemoStatus | None


@dataclass(frozen=True)
class EscalationFound:
    """Whether a refusal may be taken further, and the ids of the steps, in order."""

    shown: bool
    steps: tuple[str, ...]


@dataclass(frozen=True)
class DeadlineFound:
    """A date that follows from the answers, the id of its deadline, and the days it may be.

    `first` and `last` are local days as 2015-06-15, the same one where the day is known; texts,
    for a date that follows from another one may fall after the year 9999.
    """

    id: str
    first: str
    last: str


@dataclass(frozen=True)
class CircuitFound:
    """What the appeals court over the place of custody had said of bond, and since which day."""

    court: str
    bond: Bond
    since: datetime.date


@dataclass(frozen=True)
class Summary:
    """A result in plain language, in one language and voice.

    `blocks` are its sections in the order of telling: headings, sentences, bullets and cards.

    >>> import datetime, interview
    >>> result = interview.load().screen({"detained": "yes"}, datetime.date(2015, 6, 15))
    >>> summary = result.summary(voice="client")
    >>> summary.language, summary.blocks[0].id
    ('en', 'flags')
    """

    _said: Blocks = field(repr=False)

    @property
    def language(self) -> str:
        """The language's code, such as "es"."""
        return self._said.language

    @property
    def headline(self) -> str:
        """The first thing that a person is told: one sentence."""
        return self._said.headline

    @property
    def blocks(self) -> tuple[Section, ...]:
        """The sections, in the order of telling."""
        return self._said.sections

    def text(self, brief: bool = False) -> str:
        """Return plain text in lines of at most 78 characters, as `--format text` prints it.

        `brief`: what to do now and what not, and the titles of all the rest.
        """
        return plain_text.render(self._said, brief)

    def html(self) -> str:
        """Return one HTML page that needs no other file, as `--format html` prints it."""
        return html.render(self._said)


@dataclass(frozen=True, repr=False)
class Result:
    """What a screening concluded of one person on one day; it cannot be changed.

    Every id is one of the content files. Two results are equal when they say the same.

    >>> import datetime, interview
    >>> result = interview.load().screen({"detained": "yes"}, datetime.date(2015, 6, 15))
    >>> result
    Result(as_of=2015-06-15, lane='red')
    >>> result.missing[:2]
    ('in_us_now', 'removal_date_set')
    >>> result.to_dict()["priority"]["level"]
    'unknown'
    """

    _plain: dict[str, Any]
    _summarize: Callable[[str, Voice], Summary] = field(compare=False)

    def __repr__(self) -> str:
        return f"Result(as_of={self.as_of}, lane={self.lane!r})"

    @property
    def as_of(self) -> datetime.date:
        """The local day for which this was concluded."""
        return datetime.date.fromisoformat(self._plain["as_of"])

    @property
    def lane(self) -> Lane:
        """How urgent a lawyer is: "red", "orange", "yellow" or "blue"."""
        lane: Lane = self._plain["lane"]
        return lane

    @property
    def programs(self) -> Mapping[str, ProgramOutcome]:
        """Each program by its id."""
        found = self._plain["programs"].items()
        return MappingProxyType(
            {
                program: ProgramOutcome(one["result"], MappingProxyType({**one["criteria"]}))
                for program, one in found
            }
        )

    @property
    def priority(self) -> Priority:
        """The level and grounds of the enforcement priorities."""
        found = self._plain["priority"]
        return Priority(found["level"], tuple(found["grounds"]), tuple(found["possible"]))

    @property
    def flags(self) -> tuple[RaisedFlag, ...]:
        """The reasons to see a lawyer, in the content's order."""
        return tuple(RaisedFlag(flag["id"], flag["urgency"]) for flag in self._plain["flags"])

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that keep a conclusion unknown, in the content's order."""
        return tuple(self._plain["missing"])

    @property
    def not_reached(self) -> tuple[str, ...]:
        """The facts that may still be asked, before the end; none at the end."""
        return tuple(self._plain.get("not_reached", ()))

    @property
    def factors(self) -> FactorsFound:
        """The good factors and those that weigh against a person."""
        found = self._plain["factors"]
        return FactorsFound(tuple(found["positive"]), tuple(found["adverse"]))

    @property
    def escalation(self) -> EscalationFound:
        """How a refusal can be taken further, where that cannot do harm."""
        found = self._plain["escalation"]
        return EscalationFound(found["shown"], tuple(found["steps"]))

    @property
    def options(self) -> tuple[str, ...]:
        """What could be asked for at this stage of the case."""
        return tuple(self._plain["options"])

    @property
    def memos(self) -> tuple[FittingMemo, ...]:
        """The memos that fit, and how each stood on the day."""
        return tuple(FittingMemo(memo["id"], memo["status"]) for memo in self._plain["memos"])

    @property
    def status(self) -> Mapping[str, Status | None]:
        """How each program and the priorities stood on the day; None before the first event."""
        return MappingProxyType({**self._plain["status"]})

    @property
    def notes(self) -> tuple[str, ...]:
        """What else to know, by the ids of the notes."""
        return tuple(self._plain["notes"])

    @property
    def deadlines(self) -> tuple[DeadlineFound, ...]:
        """The dates that follow from the answers, by their first days."""
        found = self._plain["deadlines"]
        return tuple(DeadlineFound(one["id"], one["from"], one["to"]) for one in found)

    @property
    def today(self) -> tuple[str, ...]:
        """What is true on the day, by the ids of the events: TIMELINE/DATE."""
        return tuple(self._plain["today"])

    @property
    def circuit(self) -> CircuitFound | None:
        """What the court over the place of custody had said of bond; None where none is over it."""
        if (found := self._plain.get("circuit")) is None:
            return None
        since = datetime.date.fromisoformat(found["since"])
        return CircuitFound(found["court"], found["bond"], since)

    def to_dict(self) -> dict[str, Any]:
        """Return a copy in dictionaries, lists, texts and None: the JSON of `--format json`."""
        return copy.deepcopy(self._plain)

    def summary(self, language: str = "en", voice: Voice = "self") -> Summary:
        """Return the result in plain language.

        `language` is a code such as "en" or "es". `voice` is "self", which speaks to the person,
        or "client", which speaks to someone who helps the person.
        Raises LanguageError for a language that is not there, or lacks a text.
        """
        return self._summarize(language, voice)
