"""What the files of questions may say."""

from typing import Literal

from interview.content.model import (
    AnyCondition,
    AnyText,
    MaybeCondition,
    MaybeText,
    Model,
    Sourced,
)


class Value(Model):
    """One answer that a question offers."""

    id: str
    label: AnyText
    hint: MaybeText = None


class Question(Sourced):
    """One fact, one question, one form field."""

    id: str
    type: Literal["yes_no", "choice", "choices", "date", "state"]
    short: AnyText
    ask: AnyText
    hint: AnyText
    why: AnyText
    when_unsure: AnyText
    find_out: AnyText
    asked_if: MaybeCondition = None
    values: tuple[Value, ...] = ()
    precision: Literal["day", "month"] = "day"
    unsure: bool = True
    page: str | None = None
    sensitive: bool = False
    remember: MaybeText = None
    words: tuple[str, ...] = ()


class Part(Model):
    """The questions of one part, in the order of asking."""

    title: AnyText
    intro: AnyText
    questions: tuple[Question, ...]


class Interview(Model):
    """The order of the parts, of the programs, and of the facts in a result."""

    name: AnyText
    parts: tuple[str, ...]
    programs: tuple[str, ...]
    facts_order: tuple[str, ...]


class States(Model):
    """The states and territories, by their two letters."""

    states: tuple[Value, ...]


class Oddity(Model):
    """Two answers that hardly fit together: asked back once, then taken."""

    id: str
    about: str
    condition: AnyCondition
    text: AnyText


class Oddities(Model):
    oddities: tuple[Oddity, ...]
