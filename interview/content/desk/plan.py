"""What the settings of a day may say, and what an event says where it refuses something."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from interview.content.model import AnyText, Model, Signable, Text, each_once, every_key

ResultsShown = Literal["at_once", "after_review"]
Seating = Literal["seated", "stations"]
REASONS = (
    "not_allowed", "no_such_ticket", "not_this_move", "taken", "not_open", "closed_to_new",
    "no_calls", "no_card", "used_card", "too_soon", "busy", "wrong_slip", "no_visit", "no_words",
    "locked", "already_signed", "own_second_look", "cannot_take", "holds_one", "extended_before",
    "too_long", "same_number", "no_language", "no_slot",
)  # fmt: skip


class PlanDefaults(Model):
    """What a plan says where nobody says anything else; hours are local, such as 09:00."""

    opens: str
    closes: str
    languages: tuple[str, ...]
    results: ResultsShown
    seating: Seating
    reviewers: int
    helpers: int
    doors: int
    exits: int
    students: int
    smallest: int


class ResultsWords(Model):
    """When a person sees the result."""

    at_once: AnyText
    after_review: AnyText


class SeatingWords(Model):
    """Whether people go to the team, or the team to them."""

    seated: AnyText
    stations: AnyText


class PlanWords(Signable):
    """The settings of a day and their words; `refusals` by the reason why."""

    defaults: PlanDefaults
    longest_extension_minutes: int
    results: ResultsWords
    seating: SeatingWords
    practice: AnyText
    sync_folders: tuple[str, ...]
    refusals: Annotated[dict[str, AnyText], Field(json_schema_extra=every_key(REASONS))]

    @field_validator("refusals")
    @classmethod
    def _a_word_for_each(cls, found: dict[str, Text]) -> dict[str, Text]:
        return each_once(found, REASONS)
