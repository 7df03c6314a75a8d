"""Somebody for whom something holds, found from usual answers of which few are changed.

Left to itself the prover chooses every answer of a large content by trial. Told to keep to usual
ones, it has hardly a choice, and answers at once whether that goes or which answers stand in the
way; those it may then choose. A usual answer is a wish and no more: whoever exists is found.
"""

import datetime
from collections.abc import Iterator, Sequence

from interview.authoring.crowd import Answerable, usual
from interview.authoring.prover.open_answers import (
    ChoicesAnswer,
    OpenAnswer,
    OpenAnswers,
    is_value,
)
from interview.authoring.prover.people import Cast
from interview.authoring.prover.solver import Formula, World, every, negation
from interview.authoring.prover.written_dates import WrittenDate, is_interval
from interview.rules import day as interval_of

# Years before the day of the screening in which something usual was: no edge of a rule is near.
_YEARS_AGO = 20


def near_usual(cast: Cast, people: Sequence[OpenAnswers], wanted: Formula) -> World | None:
    """Return a world in which something holds, or None: it is proved impossible."""
    with cast.prover.supposing(wanted):
        return cast.prover.find_near(_wishes(cast, people))


def _wishes(cast: Cast, people: Sequence[OpenAnswers]) -> Iterator[Formula]:
    last = cast.span.last
    long_ago = datetime.date(last.year - _YEARS_AGO, 1, 1)
    yield cast.is_on(last)
    for person in people:
        for question in cast.questions:
            yield _is_usual(question, person[question[0].id], long_ago)


def _is_usual(question: Answerable, answer: OpenAnswer, long_ago: datetime.date) -> Formula:
    """Hold where an answer is the usual one; the first value where a question has no usual one."""
    _, values = question
    if isinstance(answer, WrittenDate):
        return is_interval(answer, interval_of(long_ago))
    if isinstance(answer, ChoicesAnswer):
        return every(map(negation, (answer.unsure, *answer.values.values())))
    return is_value(answer, usual(values) or values[0])
