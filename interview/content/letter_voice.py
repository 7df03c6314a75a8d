"""The third voice: what a lawyer writes to an office, of a person whom it names nowhere."""

from dataclasses import replace
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from interview.content.model import WRITTEN, AnyCondition, Model, Sourced, Text, text_as_written


def _read_letter_text(written: Any) -> Text:
    if isinstance(written, dict) and not isinstance(written.get("text"), str):
        raise ValueError("a letter has one voice. Write one sentence, in the third person")
    return replace(text_as_written(written), is_legal=True)


_TEXT = WithJsonSchema({WRITTEN: "letter_text"})
LetterText = Annotated[Text, PlainValidator(_read_letter_text), _TEXT]
MaybeLetterText = Annotated[Text | None, PlainValidator(_read_letter_text), _TEXT]


class LetterPoint(Model):
    """A few words of a letter for those to whom they `applies`."""

    applies: AnyCondition
    text: LetterText


class FactorInLetter(Model):
    """A good factor as a letter says it; `memos` are those that name it."""

    title: LetterText
    text: LetterText
    points: tuple[LetterPoint, ...] = ()
    memos: tuple[str, ...] = ()


class AskInLetter(Model):
    """The one thing that a letter asks for, and the office that decides it."""

    ask: LetterText
    office: str


class Office(Sourced):
    """An office to which a letter can be written; `memos` are those that speak of its powers."""

    id: str
    letter: LetterText
    memos: tuple[str, ...] = ()
