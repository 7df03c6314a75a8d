"""Made-up people and what they may answer; nobody among them is real."""

import datetime
from dataclasses import dataclass

from interview.content import Content, Question

# Answers as a facts file has them: a value, a date as far as it is known, or a list of values.
WrittenAnswers = dict[str, str | list[str]]
# A question, with the values that may answer it.
Answerable = tuple[Question, tuple[str, ...]]


@dataclass(frozen=True)
class MadeUpPerson:
    """Somebody's answers, and the day (local) as of which they are screened.

    `reached`: the facts that they came to, before the end; None at the end.
    """

    answers: WrittenAnswers
    as_of: datetime.date
    reached: frozenset[str] | None = None


@dataclass(frozen=True)
class Span:
    """Days (local), the first and the last among them."""

    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        """Return how many days that are."""
        return (self.last - self.first).days + 1

    @property
    def last_day(self) -> "Span":
        """Return the last day alone."""
        return Span(self.last, self.last)

    @property
    def in_words(self) -> str:
        """Return the days as a report names them."""
        return str(self.first) if self.days == 1 else f"every day from {self.first} to {self.last}"


def whole_span(content: Content, today: datetime.date) -> Span:
    """Return every day from the first event of the law to today (local), or to its last event."""
    days = [event.date for timeline in content.law.timelines for event in timeline.events]
    return Span(min(*days, today), max(*days, today))


def answerable(content: Content) -> list[Answerable]:
    """Return every question with the values that may answer it."""
    return [(question, question.value_ids) for question in content.questions]


def usual(values: tuple[str, ...]) -> str | None:
    """Return the value that says there is nothing to report, if there is one."""
    return next((value for value in ("no", "none") if value in values), None)
