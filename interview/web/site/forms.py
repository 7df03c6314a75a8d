"""Reads a posted question page: WTForms fields made from the questions, one a fact."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from wtforms import Field
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from interview.content import Question
from interview.rules import dates

UNSURE, NONE = "unsure", "none"
DATE_PARTS = ("day", "month", "year")
LONGEST_BOXES = {"day": 2, "month": 2, "year": 4}
# A letter that is no digit may be sent as four bytes, each with three signs.
_ENCODED_LETTER = 12
# The token of the form, the button that was pressed, and the filling itself.
_BESIDE = 120
# Which box of a date a mistake is about.
BOX = {
    "date_missing": "year",
    "year_wrong": "year",
    "day_wrong": "day",
    "month_missing": "month",
    "no_such_day": "day",
}


class Posted(Protocol):
    """The fields of a form as they were posted."""

    def getlist(self, key: str) -> list[str]: ...


class Mistake(NamedTuple):
    """What is wrong with the answer to a question: a name in the content's mistakes."""

    fact: str
    kind: str


class Filled(NamedTuple):
    """What stands in a question's fields: the ticked values, or what stands in a date's boxes."""

    chosen: frozenset[str] = frozenset()
    typed: Mapping[str, str] = {}


class PageAnswers(NamedTuple):
    """A posted page: the answers that could be read, the mistakes, and what to show again."""

    answers: dict[str, str]
    mistakes: list[Mistake]
    filled: dict[str, Filled]


class ChoiceField(Field):
    """One of the values of a question; `meanings` are the values by the code that is posted."""

    kind = "choose_one"

    def __init__(self, meanings: Mapping[str, str], **options: Any) -> None:
        super().__init__(**options)
        self.meanings = meanings

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = self.meanings.get(valuelist[0], "") if valuelist else ""

    def pre_validate(self, form: BaseForm) -> None:
        if not self.data:
            raise ValidationError(self.kind)

    def filled(self) -> Filled:
        return Filled(frozenset((self.data,)) if self.data else frozenset())


class StateField(ChoiceField):
    """A state or territory."""

    kind = "choose_state"


class ChoicesField(ChoiceField):
    """Any of the values of a question; `none` stands alone."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.ticked = [value for code, value in self.meanings.items() if code in valuelist]
        self.unknown = set(valuelist) - set(self.meanings)
        self.data = ";".join(self.ticked)

    def pre_validate(self, form: BaseForm) -> None:
        if not self.ticked or self.unknown:
            raise ValidationError("choose_some")
        if NONE in self.ticked and len(self.ticked) > 1:
            raise ValidationError("none_and_more")

    def filled(self) -> Filled:
        return Filled(frozenset(self.ticked))


class DateField(Field):
    """A date as far as it is known: four fields, <fact>-day, -month, -year and -unsure."""

    def __init__(self, boxes: Sequence[str], **options: Any) -> None:
        super().__init__(**options)
        self.boxes = boxes

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        self.process_errors = []
        self.typed = {box: _first(formdata, f"{self.name}-{box}").strip() for box in self.boxes}
        self.is_unsure = bool(_first(formdata, f"{self.name}-{UNSURE}"))
        self.data = UNSURE if self.is_unsure else ""

    def prefer_typed(self) -> None:
        """Take a date that was added to a box that was ticked already: it is what is new."""
        if any(self.typed.values()):
            self.is_unsure, self.data = False, ""

    def pre_validate(self, form: BaseForm) -> None:
        if not self.is_unsure:
            self.data = read_date(self.typed)

    def filled(self) -> Filled:
        return Filled(frozenset((UNSURE,)) if self.is_unsure else frozenset(), self.typed)


def read_date(typed: Mapping[str, str]) -> str:
    """Join the boxes of a date as far as they are filled in; raise ValidationError."""
    day, month, year = (typed.get(box, "") for box in DATE_PARTS)
    if not (day or month or year):
        raise ValidationError("date_missing")
    if not re.fullmatch(r"[0-9]{4}", year) or year == "0000":
        raise ValidationError("year_wrong")
    if day and not (re.fullmatch(r"[0-9]{1,2}", day) and 1 <= int(day) <= 31):
        raise ValidationError("day_wrong")
    if month and not (re.fullmatch(r"[0-9]{1,2}", month) and 1 <= int(month) <= 12):
        raise ValidationError("month_missing")
    if day and not month:
        raise ValidationError("month_missing")
    written = "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
    try:
        dates.parse(written)
    except dates.NoSuchDate:
        raise ValidationError("no_such_day") from None
    return written


def _first(formdata: Posted, name: str) -> str:
    found = formdata.getlist(name)
    return found[0] if found else ""


class PageForms:
    """Makes and reads the forms of question pages.

    Values are posted as codes of one length: who counts the bytes of an encrypted post must not
    tell yes from no.
    """

    def __init__(self, questions: Sequence[Question]) -> None:
        values = {q.id: _values(q) for q in questions}
        digits = max(2, *(len(str(len(listed) - 1)) for listed in values.values()))
        self.codes = {
            fact: {value: f"{number:0{digits}}" for number, value in enumerate(listed)}
            for fact, listed in values.items()
        }
        self._fields: dict[str, Any] = {q.id: _field(q, self.codes[q.id]) for q in questions}

    def longest_post(self, pages: Iterable[Sequence[Question]]) -> int:
        """Return a length that no filled form of these pages goes beyond, in bytes."""
        return _BESIDE + max(sum(map(self._longest, page)) for page in pages)

    def _longest(self, question: Question) -> int:
        typed = _ENCODED_LETTER * sum(LONGEST_BOXES[box] for box in _boxes(question))
        names = field_names(question)
        if question.type == "date":
            return typed + sum(len(f"&{name}=yes") for name in names)
        ticked = self.codes[question.id].values()
        many = ticked if question.type == "choices" else list(ticked)[:1]
        return sum(len(f"&{question.id}={code}") for code in many)

    def read(
        self, page: Sequence[Question], posted: Posted, before: Mapping[str, object] | None = None
    ) -> PageAnswers:
        """Read a posted page; `before` are the answers that it was sent out with, None not sure."""
        form: Any = BaseForm({question.id: self._fields[question.id] for question in page})
        form.process(posted)
        for field in form:
            if isinstance(field, DateField) and (before or {}).get(field.name, "") is None:
                field.prefer_typed()
        form.validate()
        return PageAnswers(
            answers={field.name: field.data for field in form if not field.errors},
            mistakes=[Mistake(field.name, str(field.errors[0])) for field in form if field.errors],
            filled={field.name: field.filled() for field in form},
        )


def field_names(question: Question) -> list[str]:
    """Return the names of a question's fields: its fact, or one for each box of a date."""
    if question.type != "date":
        return [question.id]
    return [f"{question.id}-{box}" for box in (*_boxes(question), UNSURE)]


def _boxes(question: Question) -> tuple[str, ...]:
    return DATE_PARTS if question.precision == "day" else DATE_PARTS[1:]


def _values(question: Question) -> list[str]:
    """The values that a question's fields can post, in the order in which they stand."""
    if question.type == "date":
        return []
    none = [NONE] if question.type == "choices" else []
    return [*question.value_ids, *none, *([UNSURE] if question.unsure else [])]


def _field(question: Question, codes: Mapping[str, str]) -> Any:
    meanings = {code: value for value, code in codes.items()}
    if question.type == "date":
        return DateField(_boxes(question))
    if question.type == "state":
        return StateField(meanings)
    if question.type == "choices":
        return ChoicesField(meanings)
    return ChoiceField(meanings)


def filled(question: Question, answer: str | None) -> Filled:
    """Return what stands in a question's fields for a kept answer."""
    if answer is None:
        return Filled()
    if question.type != "date" or answer == UNSURE:
        return Filled(frozenset(answer.split(";")))
    year, month, day = (*answer.split("-"), "", "")[:3]
    return Filled(typed={"day": day.lstrip("0"), "month": month.lstrip("0"), "year": year})
