"""What the file of federal appeals courts, and of what they have said of bond, may say."""

from typing import Annotated, get_args

from pydantic import Field, field_validator

from interview.content.model import (
    AnyCondition,
    DatedText,
    Signable,
    Sourced,
    Text,
    each_once,
    every_key,
)
from interview.content.outcomes import Bond
from interview.content.scalars import Day

BONDS = get_args(Bond)


class Circuit(Signable):
    """A federal appeals court, and the states and territories under it."""

    court: str
    name: DatedText
    states: tuple[str, ...]


class Decision(Sourced):
    """From this day on, what a court had said of bond for people who came in uninspected."""

    event: DatedText
    court: str
    date: Day
    bond: Bond


class Circuits(Signable):
    """`condition`: for whom; `held_in` and `otherwise`: the facts that say where; `begins`: the
    day on which the question arose; `under_none`: the places that no such court is over."""

    condition: AnyCondition
    held_in: str
    otherwise: str
    begins: Day = Field(alias="from")
    circuits: tuple[Circuit, ...]
    under_none: tuple[str, ...] = ()
    decisions: tuple[Decision, ...]
    texts: Annotated[dict[Bond, DatedText], Field(json_schema_extra=every_key(BONDS))]

    @field_validator("texts")
    @classmethod
    def _say_every_answer(cls, texts: dict[Bond, Text]) -> dict[Bond, Text]:
        return each_once(texts, BONDS)
