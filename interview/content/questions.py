"""What the files of questions may say."""

from typing import Literal

from pydantic import PrivateAttr

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
    """One answer that a question offers."""

    id: str
    label: AnyText
    hint: MaybeText = None


class Question(Sourced):
    """One fact, one question, one form field; `values` are those that its file lists."""

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
    intro: AnyText
    questions: tuple[Question, ...]


class Interview(Signable):
    """The order of the parts, of the programs, and of the facts in a result."""

    name: AnyText
    parts: tuple[str, ...]
    programs: tuple[str, ...]
    facts_order: tuple[str, ...]


class States(Signable):
    """The states and territories, by their two letters."""

    states: tuple[Value, ...]


class Oddity(Signable):
    """Two answers that hardly fit together: asked back once, then taken."""

    id: str
    about: str
    condition: AnyCondition
    text: AnyText


class OddityList(Model):
    """Every oddity."""

    oddities: tuple[Oddity, ...]
