"""What every piece of content is made of: texts in two voices, conditions, sources."""

import datetime
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
)

from interview.rules import Condition, Rule, parse_condition

Voice = Literal["self", "client"]
Names = TypeVar("Names", bound=Collection[str])


@dataclass(frozen=True)
class Text:
    """A sentence in the two voices: to the person, and to someone who helps the person."""

    to_self: str
    to_client: str

    def said_to(self, voice: Voice) -> str:
        """Return the English sentence for one voice."""
        return self.to_self if voice == "self" else self.to_client

    def both(self) -> tuple[str, ...]:
        """Return the one or two different English sentences."""
        return tuple(dict.fromkeys((self.to_self, self.to_client)))


def _read_text(written: Any) -> Text:
    if isinstance(written, str) and written.strip():
        one = " ".join(written.split())
        return Text(one, one)
    if isinstance(written, dict) and set(written) == {"self", "client"}:
        pair = [written["self"], written["client"]]
        if all(isinstance(text, str) and text.strip() for text in pair):
            return Text(*(" ".join(text.split()) for text in pair))
    raise ValueError("write one sentence for everybody, or two: self: ... and client: ...")


def _read_citation(written: Any) -> "Citation":
    if isinstance(written, dict) and len(written) == 1:
        [(document, pinpoint)] = written.items()
        if isinstance(pinpoint, str) and pinpoint.strip():
            return Citation(document, pinpoint.strip())
    raise ValueError("a source is a document and a place in it, such as {advisory: p. 7}")


@dataclass(frozen=True)
class Citation:
    """Where a rule comes from: a document of sources.yaml, and the page or section in it."""

    document: str
    pinpoint: str


def _only_a_day(written: Any) -> Any:
    """Refuse what pydantic would read as a moment, or as seconds since 1970."""
    if isinstance(written, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        return written
    raise ValueError(f'"{written}" is not a date of the calendar. Write 2007-06-15')


# schemas.py says how each of these is written in a file.
WRITTEN = "written"
_TEXT = WithJsonSchema({WRITTEN: "text"})
_CONDITION = WithJsonSchema({WRITTEN: "condition"})
_CITATION = WithJsonSchema({WRITTEN: "citation"})

AnyText = Annotated[Text, PlainValidator(_read_text), _TEXT]
MaybeText = Annotated[Text | None, PlainValidator(_read_text), _TEXT]
AnyCondition = Annotated[Condition, PlainValidator(parse_condition), _CONDITION]
MaybeCondition = Annotated[Condition | None, PlainValidator(parse_condition), _CONDITION]
Day = Annotated[datetime.date, BeforeValidator(_only_a_day)]
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
    """A piece of content."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Sourced(Model):
    """A piece of content that says where it comes from and how sure that is."""

    source: Source
    certainty: Literal["high", "medium", "unread"] = "high"


class Conditioned(Sourced):
    """A piece of content for those whose answers meet a condition."""

    id: str
    condition: AnyCondition

    @property
    def rule(self) -> Rule:
        """Return the condition, with its unclear_if where it has one."""
        return Rule(self.condition, getattr(self, "unclear_if", None))
