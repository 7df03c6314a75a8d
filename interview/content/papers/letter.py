"""What the file of the draft of a letter may say."""

from typing import Annotated, get_args

from pydantic import Field, field_validator

from interview.content.letter_voice import LetterText
from interview.content.model import AnyText, Model, Signable, Text, each_once, every_key
from interview.content.outcomes import MemoStatus

_STATUSES: tuple[str, ...] = get_args(MemoStatus)


class LetterGaps(Model):
    """What stands before each gap that somebody fills in by hand."""

    day: LetterText
    office: LetterText
    address: LetterText
    name: LetterText
    number: LetterText
    attorney: LetterText
    signature: LetterText


class LetterTable(Model):
    """The headings of the columns of the two tables of a letter."""

    memo: LetterText
    status: LetterText
    exhibit: LetterText
    shows: LetterText
    papers: LetterText


class NoLetter(Model):
    """Why there is no letter, said to the person; {asks} are those to choose from."""

    not_now: AnyText
    no_ask: AnyText
    not_this: AnyText
    which: AnyText


class HangsOnMore(Model):
    """An option whose offer hangs on a fact that is kept out, and why its letter may stand."""

    ask: str
    why: str


class KeptOut(Model):
    """What no letter speaks of: groups of facts, factors, and words for either."""

    facts: dict[str, Annotated[tuple[str, ...], Field(min_length=1)]]
    factors: tuple[str, ...]
    words: tuple[str, ...]


class Letter(Signable):
    """The words of the draft of a letter, and what it may speak of.

    `factors` stand in the letter in this order, with no other. What it says hangs on the facts of
    `speaks_of` alone; only its ask may hang on those of `stage_facts`. `memos` stand in every one.
    """

    title: LetterText
    draft: AnyText
    copy_to_read: AnyText
    gaps: LetterGaps
    ask: LetterText
    concedes: LetterText
    reasons: LetterText
    reasons_intro: LetterText
    exhibit: LetterText
    namely: LetterText
    other_reasons: LetterText
    to_decide: LetterText
    guidance: LetterText
    guidance_intro: LetterText
    statuses: Annotated[dict[MemoStatus, LetterText], Field(json_schema_extra=every_key(_STATUSES))]
    exhibits: LetterText
    table: LetterTable
    closing: LetterText
    no_letter: NoLetter
    factors: Annotated[tuple[str, ...], Field(min_length=1)]
    memos: tuple[str, ...]
    speaks_of: Annotated[tuple[str, ...], Field(min_length=1)]
    stage_facts: Annotated[tuple[str, ...], Field(min_length=1)]
    kept_out: KeptOut
    although: tuple[HangsOnMore, ...] = ()

    @field_validator("statuses")
    @classmethod
    def _name_each(cls, said: dict[str, Text]) -> dict[str, Text]:
        return each_once(said, _STATUSES)
