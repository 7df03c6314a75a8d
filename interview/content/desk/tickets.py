"""What the door asks, what stands on a ticket, and how the tally is told."""

from typing import Annotated

from pydantic import Field

from interview.content.model import AnyText, Model, Signable


class DoorQuestion(Model):
    """A question at the door; a yes means that something presses now."""

    id: str
    ask: AnyText


class TallyWords(Model):
    """The words of what is told at the end of a day."""

    title: AnyText
    people: AnyText
    seen: AnyText
    language: AnyText
    urgency: AnyText
    outcome: AnyText
    waits: AnyText
    half: AnyText
    tenth: AnyText
    minutes: AnyText
    few: AnyText
    about: AnyText
    zero: AnyText
    too_few: AnyText
    or_more: AnyText
    not_told: AnyText
    rounded: AnyText


class TicketWords(Signable):
    """What the door asks, and the words that tickets have, by language."""

    questions: Annotated[tuple[DoorQuestion, ...], Field(min_length=1)]
    yes: AnyText
    no: AnyText
    first_spare: int
    most_number: int
    most_place_letters: int
    tally: TallyWords
    words: dict[str, Annotated[tuple[str, ...], Field(min_length=1)]]
