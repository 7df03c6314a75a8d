"""The smallest person whose result changes from one screening to another, in a given way."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from interview.authoring.crowd import MadeUpPerson, Span
from interview.authoring.diff.differences import shared_questions
from interview.authoring.prover import (
    Cast,
    ChoiceAnswer,
    ChoicesAnswer,
    Disagreement,
    Edition,
    EncodedPerson,
    Formula,
    OpenAnswers,
    every,
    is_value,
    negation,
    smallest,
    some,
)

NOTHING, YES_WORD, NO_WORD = "none", "yes", "no"


class Wanted(NamedTuple):
    """A way to change: a conclusion of the prover's, or an item of a list of its, and the states.

    Of an item the states are yes and no; of a list of which one item holds, that item or none.
    """

    name: str
    before: str
    after: str
    item: str = ""


class TwoScreenings:
    """Two editions, each as of a day (local) of its own, and anybody screened by both."""

    def __init__(self, sides: Sequence[tuple[Edition, datetime.date]]) -> None:
        self._sides = sides
        editions = [edition for edition, _ in sides]
        last = sides[-1][1]
        self._last = last
        self._cast = Cast(shared_questions(*editions), Span(last, last))
        self._people = [
            self._cast.person_as_of(edition.content, self._answers(edition), day)
            for edition, day in sides
        ]

    def _answers(self, edition: Edition) -> OpenAnswers:
        asked = {question.id for question in edition.content.questions}
        return {fact: answer for fact, answer in self._cast.answers.items() if fact in asked}

    def smallest(self, wanted: Wanted) -> MadeUpPerson | None:
        """Return the person with the fewest answers who changes so; None where nobody does.

        Raise Disagreement where the evaluators do not find the same.
        """
        states = (wanted.before, wanted.after)
        formulas = [
            _is_so(person, wanted, state)
            for person, state in zip(self._people, states, strict=True)
        ]
        if any(formula is None for formula in formulas):
            return None
        likely = self._cast.likely(self._people[-1], self._sides[-1][0].content)
        formula = every(one for one in formulas if one is not None)
        answers = self._cast.answers
        world = smallest(self._cast, [answers], formula, self._last, likely)
        if world is None:
            return None
        person = self._cast.found(answers, world)
        if list(self._seen(person, wanted)) != [True, True]:
            raise Disagreement(f"{wanted}: not so for {person}")
        return person

    def _seen(self, person: MadeUpPerson, wanted: Wanted) -> Iterator[bool]:
        """Ask the real evaluators."""
        states = (wanted.before, wanted.after)
        for (edition, day), state in zip(self._sides, states, strict=True):
            told = edition.conclude(person.answers, day)[wanted.name]
            if isinstance(told, str):
                yield told == state
            elif wanted.item:
                yield (wanted.item in told) == (state == YES_WORD)
            else:
                yield told == (frozenset() if state == NOTHING else frozenset((state,)))


def _is_so(person: EncodedPerson, wanted: Wanted, state: str) -> Formula | None:
    """Return when a conclusion is in a state; None where it cannot be."""
    answer = person.answers.get(wanted.name)
    if isinstance(answer, ChoiceAnswer):
        return is_value(answer, state) if state in answer.values else None
    if not isinstance(answer, ChoicesAnswer):
        return None
    if wanted.item:
        holds = is_value(answer, wanted.item)
        return holds if state == YES_WORD else negation(holds)
    if state == NOTHING:
        return negation(some(answer.values.values()))
    return is_value(answer, state) if state in answer.values else None
