"""The deadlines of a result in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview.summary import SummaryContext, day_in_words, deadlines_found


@dataclass(frozen=True)
class DeadlineDays:
    """A deadline of a result: its id, its name, and its day or days in words."""

    id: str
    name: str
    days: str


def deadline_days(context: SummaryContext) -> Iterator[DeadlineDays]:
    """Return the deadlines of a result, each with its days in words."""
    for deadline, found in deadlines_found(context):
        days = dict.fromkeys((found.date.first, found.date.last))
        said = " – ".join(day_in_words(context, day) for day in days)
        yield DeadlineDays(deadline.id, context.say(deadline.name), said)
