"""What the file of federal appeals courts, and of what they have said of bond, may say."""

from typing import Annotated, get_args

from pydantic import Field, field_validator

from interview.content.model import (
    AnyCondition,
    DatedText,
    MaybeDatedText,
    Signable,
    Sourced,
    Text,
    each_once,
    every_key,
)
from interview.content.outcomes import Bond
from interview.content.rules import TextFor
from interview.content.scalars import Day

BONDS = get_args(Bond)


class Circuit(Signable):
    """A federal appeals court, and the states and territories under it."""

    court: str
    name: DatedText
    states: tuple[str, ...]


class Decision(Sourced):
    """From this day on, what a court had said of bond for people who came in uninspected.

    `beside` is read beside it.
    """

    event: DatedText
    court: str
    date: Day
    bond: Bond
    beside: MaybeDatedText = None


class Circuits(Signable):
    """`condition`: for whom; `place_of_custody` and `otherwise`: which facts say where; `begins`:
    the day on which the question arose; `under_none`: the places that no such court is over;
    `texts` are for those to whom the rulings `applies`, after `if_place_not_known` where only
    `otherwise` is known; `others` are for all the other held."""

    condition: AnyCondition
    place_of_custody: str
    otherwise: str
    begins: Day = Field(alias="from")
    circuits: tuple[Circuit, ...]
    under_none: tuple[str, ...] = ()
    decisions: tuple[Decision, ...]
    applies: AnyCondition
    texts: Annotated[dict[Bond, DatedText], Field(json_schema_extra=every_key(BONDS))]
    if_place_not_known: DatedText
    others: tuple[TextFor, ...] = ()

    @field_validator("texts")
    @classmethod
    def _say_every_answer(cls, texts: dict[Bond, Text]) -> dict[Bond, Text]:
        return each_once(texts, BONDS)
