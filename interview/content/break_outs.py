"""What is said before the end: at once where a flag of now comes up, and so far where one stops."""

from typing import Annotated

from pydantic import Field, field_validator

from interview.content.model import (
    AnyText,
    DatedText,
    MaybeCondition,
    MaybeDatedText,
    Model,
    Signable,
    each_once,
    every_key,
)
from interview.content.outcomes import LANES, Lane
from interview.content.rules import TextForSome
from interview.content.scalars import Day


class Deed(Model):
    """One thing to do, in a few words and at most a sentence more, for those to whom it `applies`.

    It is said from the day `from` on.
    """

    first_day: Day | None = Field(default=None, alias="from")
    applies: MaybeCondition = None
    name: DatedText
    what: MaybeDatedText = None


class BreakOut(Signable):
    """What to do today for one flag of now; of `do_not`, the first that applies is said."""

    flag: str
    headline: DatedText
    why: DatedText
    deeds: Annotated[tuple[Deed, ...], Field(min_length=1)]
    do_not: Annotated[tuple[TextForSome, ...], Field(min_length=1)]


class BreakOutWords(Signable):
    """The words around a break-out; {reasons} are the others that came up at the same time."""

    chip: AnyText
    do_today: AnyText
    also: AnyText
    find: AnyText
    others: AnyText
    answer_more: AnyText
    answer_more_hint: AnyText
    see: AnyText
    see_hint: AnyText


class LaneSoFar(Model):
    """What to do in a lane where no flag of now says it."""

    deeds: Annotated[tuple[Deed, ...], Field(min_length=1)]
    do_not: Annotated[tuple[TextForSome, ...], Field(min_length=1)]


class SoFarWords(Signable):
    """The words of what can be said so far."""

    link: AnyText
    why: AnyText
    do_now: AnyText
    found: AnyText
    not_asked: AnyText
    more: AnyText
    go_on: AnyText
    lanes: Annotated[dict[Lane, LaneSoFar], Field(json_schema_extra=every_key(LANES))]

    @field_validator("lanes")
    @classmethod
    def _say_every_lane(cls, lanes: dict[Lane, LaneSoFar]) -> dict[Lane, LaneSoFar]:
        each_once(list(lanes), LANES)
        return lanes


class BreakOuts(Model):
    """What is said before the end: a break-out for each flag of now."""

    words: BreakOutWords
    so_far: SoFarWords
    break_outs: tuple[BreakOut, ...]
