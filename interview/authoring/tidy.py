"""A found person made plausible: usual answers and round dates wherever they do as well.

The number of answers stays; the real evaluator judges every step.
"""

import datetime
from collections.abc import Callable, Iterator

from interview.authoring.crowd import usual
from interview.authoring.editions import Edition
from interview.authoring.open_answers import values_of
from interview.authoring.people import Person
from interview.content import Question
from interview.oddities import Oddities

_YEARS_BACK = 30


def tidied(person: Person, edition: Edition, still: Callable[[Person], bool]) -> Person:
    """Return a person with plainer answers for whom it still holds, with no odder pairs of them."""
    oddities = Oddities(edition.screening)

    def odd(one: Person) -> int:
        return len(oddities.of(edition.screen(one.answers, one.as_of)))

    for question in edition.content.questions:
        if question.id not in person.answers:
            continue
        for answer in _plainer(question, person, edition):
            plain = Person({**person.answers, question.id: answer}, person.as_of)
            if still(plain) and odd(plain) <= odd(person):
                person = plain
                break
    return person


def _plainer(question: Question, person: Person, edition: Edition) -> Iterator[str | list[str]]:
    if question.type == "date":
        now = person.as_of.year
        for year in range(now - _YEARS_BACK, now + 2):
            yield datetime.date(year, 1, 1).isoformat()
        return
    values = values_of(question, edition.content)
    if question.type == "choices":
        yield from ([], *([value] for value in values))
        return
    first = usual(question, values)
    yield from (value for value in (first, *values) if value is not None)
