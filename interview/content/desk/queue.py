"""What the rule of the queue may say: ranks, what urgency is worth, and when a ticket hangs."""

from typing import Annotated

from pydantic import Field, field_validator

from interview.content.model import AnyText, Model, Signable, Text, each_once, every_key
from interview.content.outcomes import URGENCIES

# What presses, and nothing.
PRESSING = (*URGENCIES, "none")


class HangingWords(Model):
    """What is said of a ticket that hangs."""

    quiet: AnyText
    held_long: AnyText
    nobody_can: AnyText


class QueueRule(Signable):
    """Who is called next, and what the board counts; all times are minutes.

    `worth`: by urgency, how much earlier somebody is due. `rule`: the lines for the wall.
    """

    rank_of_now: int
    rank_of_others: int
    worth: Annotated[dict[str, int], Field(json_schema_extra=every_key(PRESSING))]
    urgencies: Annotated[dict[str, AnyText], Field(json_schema_extra=every_key(PRESSING))]
    quiet_minutes: int
    held_minutes: int
    away_minutes: int
    minutes_each: int
    enough_reviews: int
    range_minutes: int
    invitation_minutes: int
    unseen: AnyText
    all_seen: AnyText
    hanging: HangingWords
    rule: tuple[AnyText, ...]

    @field_validator("worth")
    @classmethod
    def _worth_of_each(cls, found: dict[str, int]) -> dict[str, int]:
        return each_once(found, PRESSING)

    @field_validator("urgencies")
    @classmethod
    def _words_of_each(cls, found: dict[str, Text]) -> dict[str, Text]:
        return each_once(found, PRESSING)
