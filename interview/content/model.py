"""What every piece of content is made of: texts in two voices, conditions, sources."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)

from interview.content.scalars import Day, Digest, Signer
from interview.rules import Condition, NoSuchDate, Rule, parse_condition, parse_day, within

Voice = Literal["self", "client"]
Names = TypeVar("Names", bound=Collection[str])


@dataclass(frozen=True)
class Text:
    """A sentence in the two voices: to the person, and to someone who helps the person.

    A dated text says something else as of later days: `since` is the day it is said from, None for
    always, and `later` are the texts that take its place, in order. `context` tells it apart from
    the same English elsewhere, where another language needs other words for it. `is_legal`: an
    office reads it, in a letter by a lawyer.
    """

    to_self: str
    to_client: str
    since: datetime.date | None = None
    later: "tuple[Text, ...]" = ()
    context: str = ""
    is_legal: bool = False

    @property
    def is_dated(self) -> bool:
        """Say whether what is said hangs on the day."""
        return self.since is not None or bool(self.later)

    def said_to(self, voice: Voice) -> str:
        """Return the English sentence for one voice; take a dated text `on` a day first."""
        if self.is_dated:
            raise TypeError(f"what this says hangs on the day: {self.to_self}")
        return self.to_self if voice == "self" else self.to_client

    def on(self, as_of: datetime.date) -> "Text | None":
        """Return what is said as of a local date, or None where it is not said yet."""
        if not self.is_dated:
            return self
        said = [text for text in self.variants() if text.since is None or text.since <= as_of]
        return replace(said[-1], since=None, later=()) if said else None

    def variants(self) -> "tuple[Text, ...]":
        """Return what is said over time, the earliest first."""
        return (self, *self.later)

    def both(self) -> tuple[str, ...]:
        """Return every English sentence of the two voices and of all days, each once."""
        pairs = ((text.to_self, text.to_client) for text in self.variants())
        return tuple(dict.fromkeys(sentence for pair in pairs for sentence in pair))


def text_as_written(written: Any) -> Text:
    """Read one text, not dated, as a file writes it; raise ValueError."""
    if isinstance(written, str) and written.strip():
        one = " ".join(written.split())
        return Text(one, one)
    if isinstance(written, dict) and "context" in written:
        return _in_context(written)
    if isinstance(written, dict) and set(written) == {"self", "client"}:
        pair = [written["self"], written["client"]]
        if all(isinstance(text, str) and text.strip() for text in pair):
            to_self, to_client = (" ".join(text.split()) for text in pair)
            return Text(to_self, to_client)
    raise ValueError("write one sentence for everybody, or two: self: ... and client: ...")


def _in_context(written: dict[str, Any]) -> Text:
    said = {key: text for key, text in written.items() if key != "context"}
    context, alone = written["context"], said.get("text")
    if not isinstance(context, str) or not context.strip():
        raise ValueError("context: write a word that tells this text from the same one elsewhere")
    is_alone = set(said) == {"text"} and isinstance(alone, str)
    return replace(text_as_written(alone if is_alone else said), context=context)


def _read_dated(written: Any) -> Text:
    """Read one text, or a list of texts with the day from which each is said."""
    if isinstance(written, dict) and "from" in written:
        return _read_variant(written)
    if not isinstance(written, list):
        return text_as_written(written)
    if not written:
        raise ValueError("a dated text is a list of at least one text")
    read = [_read_variant(entry) for entry in written]
    days = [text.since or datetime.date.min for text in read]
    if any(text.since is None for text in read[1:]) or sorted(set(days)) != days:
        raise ValueError("each text after the first has a from: day, later than the one before")
    return replace(read[0], later=tuple(read[1:]))


def _read_variant(entry: Any) -> Text:
    if not isinstance(entry, dict):
        raise ValueError("a dated text lists from: DATE with text:, or with self: and client:")
    said = {key: value for key, value in entry.items() if key != "from"}
    text = text_as_written(said["text"] if set(said) == {"text"} else said)
    return replace(text, since=_read_day(entry.get("from")))


def _read_citation(written: Any) -> "Citation":
    if isinstance(written, dict) and len(written) - ("from" in written) == 1:
        since = _read_day(written.get("from"))
        [(document, pinpoint)] = ((key, part) for key, part in written.items() if key != "from")
        if isinstance(pinpoint, str) and pinpoint.strip():
            return Citation(document, pinpoint.strip(), since)
    raise ValueError(
        "a source is a document and a place in it, such as {advisory: p. 7}; from: says since when"
    )


def _read_day(written: Any) -> datetime.date | None:
    try:
        return None if written is None else parse_day(written)
    except NoSuchDate as error:
        raise ValueError(f"from: {error}") from None


@dataclass(frozen=True)
class Citation:
    """Where a rule comes from: a document of sources.yaml, and the page or section in it.

    `since`: the day (local) from which it can be cited; None where any day can cite it.
    """

    document: str
    pinpoint: str
    since: datetime.date | None = None


# schemas.py says how each of these is written in a file.
WRITTEN = "written"
_TEXT = WithJsonSchema({WRITTEN: "text"})
_DATED_TEXT = WithJsonSchema({WRITTEN: "dated_text"})
_CONDITION = WithJsonSchema({WRITTEN: "condition"})
_CITATION = WithJsonSchema({WRITTEN: "citation"})

AnyText = Annotated[Text, PlainValidator(text_as_written), _TEXT]
MaybeText = Annotated[Text | None, PlainValidator(text_as_written), _TEXT]
DatedText = Annotated[Text, PlainValidator(_read_dated), _DATED_TEXT]
BeginningText = Annotated[Text, PlainValidator(_read_dated), _DATED_TEXT]
MaybeDatedText = Annotated[Text | None, PlainValidator(_read_dated), _DATED_TEXT]
AnyCondition = Annotated[Condition, PlainValidator(parse_condition), _CONDITION]
MaybeCondition = Annotated[Condition | None, PlainValidator(parse_condition), _CONDITION]
Source = Annotated[
    tuple[Annotated[Citation, PlainValidator(_read_citation), _CITATION], ...],
    Field(min_length=1),
]


def each_once(found: Names, wanted: Sequence[str]) -> Names:
    """Return what was found; raise ValueError where it is not exactly what is wanted."""
    if sorted(found) != sorted(wanted):
        raise ValueError(f"there must be one each for {', '.join(wanted)}, and no other")
    return found


def spellings(value: str) -> list[str | int]:
    """Return a value as this product reads it, and as a number where others read one."""
    return [value, int(value)] if value.isdecimal() else [value]


def every_key(wanted: Sequence[str]) -> dict[str, Any]:
    """Say in JSON Schema that a group has exactly these keys."""
    return {"required": [*wanted], "propertyNames": {"enum": [*wanted]}}


def one_each(key: str, wanted: Sequence[str]) -> dict[str, Any]:
    """Say in JSON Schema that a list has one entry for each of these values of a key."""
    each = [
        {"contains": {"properties": {key: {"enum": spellings(value)}}, "required": [key]}}
        for value in wanted
    ]
    return {"minItems": len(wanted), "maxItems": len(wanted), "allOf": each}


class Model(BaseModel):
    """A piece of content: whatever it must say, it says on every day that it exists."""

    # Built when first something is checked: what was kept at install is made without any check.
    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )

    @model_validator(mode="after")
    def _say_something_every_day(self) -> "Model":
        begins = getattr(self, "first_day", None)
        for name, field in type(self).model_fields.items():
            text = getattr(self, name)
            if not (isinstance(text, Text) and text.since and field.is_required()):
                continue
            if begins is None or text.since > begins:
                raise ValueError(
                    f"{name}: something must be said on every day. Leave out from: in the "
                    "first entry"
                )
        return self


class Signature(Model):
    """Who read a piece of content and found it right, when (local date), and what they read.

    `of` is the digest of what they read; without one, nobody can tell whether it has changed.
    """

    by: Signer
    on: Day
    of: Digest | None = None

    def __str__(self) -> str:
        return f"{self.by}, on {self.on}"


class Signable(Model):
    """A piece of content that a lawyer can sign: a row of the review page."""

    reviewed: Signature | None = None


class Sourced(Signable):
    """A piece of content that says where it comes from and how sure that is."""

    source: Source
    certainty: Literal["high", "medium", "unread"] = "high"


class Timed(Sourced):
    """A piece of content that exists as of some days only: from `from`, and before `until`."""

    first_day: Day | None = Field(default=None, alias="from")
    until: Day | None = None

    @model_validator(mode="after")
    def _begin_before_the_end(self) -> "Timed":
        if self.first_day and self.until and self.until <= self.first_day:
            raise ValueError(f"until: {self.until} is not after from: {self.first_day}")
        return self

    def exists_on(self, as_of: datetime.date) -> bool:
        """Say whether it exists as of a local date."""
        if self.first_day is not None and as_of < self.first_day:
            return False
        return self.until is None or as_of < self.until


class Conditioned(Timed):
    """A piece of content for those whose answers meet a condition."""

    id: str
    condition: AnyCondition

    @property
    def rule(self) -> Rule:
        """Return the condition with its unclear_if; on a day without it, it is NO."""
        rule = Rule(self.condition, getattr(self, "unclear_if", None))
        return within(rule, self.first_day, self.until)
