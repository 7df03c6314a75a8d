"""Made-up people of whom one other answer changes what comes out: so a question matters."""

import datetime
from collections.abc import Iterator, Sequence

from interview.authoring.crowd import Crowd, WrittenAnswers
from interview.authoring.prover import Edition
from interview.content import Content

_PEOPLE, _SEED, _OTHER_ANSWERS = 150, 20_150_318, 12


def without_witness(content: Content, as_of: datetime.date, facts: Sequence[str]) -> list[str]:
    """Return the questions that mattered to none of some made-up people; others surely matter."""
    people = list(Crowd(content).people(_PEOPLE, _SEED, as_of))
    edition = Edition(content)
    other_answers = {fact: _answers(people, fact) for fact in facts}
    left = list(facts)
    for person in people:
        if not left:
            break
        outcome = _outcome(edition, person, as_of)
        for fact in tuple(left):
            changed = ({**person, fact: answer} for answer in other_answers[fact])
            if any(_outcome(edition, other, as_of) != outcome for other in changed):
                left.remove(fact)
    return left


def _answers(people: Sequence[WrittenAnswers], fact: str) -> list[str | list[str]]:
    found: list[str | list[str]] = []
    for person in people:
        if fact in person and person[fact] not in found:
            found.append(person[fact])
    return found[:_OTHER_ANSWERS]


def _outcome(edition: Edition, person: WrittenAnswers, as_of: datetime.date) -> dict[str, object]:
    return dict(_told(edition.conclude(person, as_of)))


def _told(concluded: dict[str, str | frozenset[str]]) -> Iterator[tuple[str, object]]:
    """What a person reads; which facts are missing changes with any answer and says nothing."""
    for name, value in concluded.items():
        if name != "missing" and not name.startswith("flag "):
            yield name, value
