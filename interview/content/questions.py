"""What the files of questions may say."""

from typing import Annotated, Literal

from pydantic import Field, PrivateAttr

from interview.content.model import (
    AnyCondition,
    AnyText,
    MaybeCondition,
    MaybeText,
    Model,
    Signable,
    Sourced,
    Text,
)


class Value(Model):
    """One answer that a question offers; `hint` stands beside it, `more` in the help."""

    id: str
    label: AnyText
    hint: MaybeText = None
    more: MaybeText = None


class Question(Sourced):
    """One fact, one question, one form field; `values` are those that its file lists.

    `hint` is one line under the question; `more`, `why` and the rest stand in the help below.
    `differs` is what stands under the heading of a shared page, in place of the whole question.
    """

    id: str
    type: Literal["yes_no", "choice", "choices", "date", "state"]
    short: AnyText
    ask: AnyText
    differs: MaybeText = None
    hint: MaybeText = None
    more: MaybeText = None
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
    _taken: tuple[Value, ...] = PrivateAttr(default=())

    def with_values(self, yes_no: tuple[Value, ...], states: tuple[Value, ...]) -> "Question":
        """Return the question with the values that it takes, also where its file lists none."""
        found = self.model_copy()
        found._taken = {"yes_no": yes_no, "state": states}.get(self.type, self.values)
        return found

    @property
    def values_taken(self) -> tuple[Value, ...]:
        """The values that the question takes, unsure apart; none where it takes a date."""
        return self._taken

    @property
    def value_ids(self) -> tuple[str, ...]:
        """The ids of the values that the question takes."""
        return tuple(value.id for value in self._taken)

    def label(self, value: str) -> Text:
        """Return what a value is called."""
        return next(taken.label for taken in self._taken if taken.id == value)


class Part(Signable):
    """The questions of one part, in the order of asking."""

    title: AnyText
    intro: MaybeText = None
    questions: tuple[Question, ...]


class Interview(Signable):
    """The order of the parts, of the programs, and of the facts in a result.

    `usual` are answers that most people give: with them the pages that are left are guessed.
    """

    name: AnyText
    parts: tuple[str, ...]
    programs: tuple[str, ...]
    facts_order: tuple[str, ...]
    usual: dict[str, str] = Field(default_factory=dict)


class States(Signable):
    """The states and territories, by their two letters."""

    states: tuple[Value, ...]


class Oddity(Signable):
    """Answers that hardly fit together, or a date that hardly can be: asked back once, then taken.

    In its text, {first_arrival_date} is the date that was given, in words.
    """

    id: str
    about: str
    condition: AnyCondition
    text: AnyText


class NoOddity(Model):
    """Facts of which any two answers fit together, and why; with `beside`, each beside each of it.

    `every_other` beside them is every other fact.
    """

    facts: Annotated[tuple[str, ...], Field(min_length=1)]
    beside: tuple[str, ...] = ()
    why: str


class OddityList(Model):
    """Every oddity, and the pairs of facts that need none."""

    oddities: tuple[Oddity, ...]
    no_oddity: tuple[NoOddity, ...] = ()
