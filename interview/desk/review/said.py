"""A result as a reviewer reads it: of the person, not to them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from interview.languages import Tongue
from interview.screening import Result, Screening
from interview.summary import SummaryContext, day_in_words, deadlines_found


@dataclass(frozen=True)
class DeadlineDays:
    """A deadline of a result: its id, its name, and its day or days in words."""

    id: str
    name: str
    days: str


def client_context(screening: Screening, result: Result, tongue: Tongue) -> SummaryContext:
    """Return what says a result to somebody who looks at it with the person."""
    return SummaryContext(screening, result, replace(tongue, voice="client"), is_for_lawyer=True)


def deadline_days(context: SummaryContext) -> Iterator[DeadlineDays]:
    """Return the deadlines of a result, each with its days in words."""
    for deadline, found in deadlines_found(context):
        days = dict.fromkeys((found.date.first, found.date.last))
        said = " – ".join(day_in_words(context, day) for day in days)
        yield DeadlineDays(deadline.id, context.say(deadline.name), said)
