"""The made-up people of a proof: anybody at all, and a second person who differs in a given way."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from interview.authoring.crowd import Answerable, MadeUpPerson, Span
from interview.authoring.prover.asking import Prover
from interview.authoring.prover.calendar_days import (
    MovedDays,
    fixed_day,
    key_at_or_below,
    open_day,
)
from interview.authoring.prover.conclusions import concluded_of, encode, encode_with_missing
from interview.authoring.prover.encoding import EncodedPerson
from interview.authoring.prover.open_answers import (
    ChoiceAnswer,
    ChoicesAnswer,
    OpenAnswer,
    OpenAnswers,
    as_of_in,
    may_become,
    open_answers,
    write,
)
from interview.authoring.prover.so_far import PersonSoFar, Reached
from interview.authoring.prover.solver import (
    TRUE,
    Formula,
    World,
    every,
    implied,
    negation,
    open_formula,
    some,
)
from interview.authoring.prover.written_dates import WrittenDate, fixed_date, whole_day
from interview.content import Content
from interview.rules import day


class Cast:
    """Whom a proof is about: one prover, one day chosen from a span, and any people."""

    def __init__(self, questions: Sequence[Answerable], span: Span) -> None:
        self.questions, self.span = questions, span
        self.moves = MovedDays()
        self.as_of, limits = _any_day(span)
        self.prover = Prover(limits)
        self.answers = self.new_answers("anybody")
        self._ordered = self._summed = 0
        self._known: dict[int, EncodedPerson] = {}

    def new_answers(self, name: str) -> OpenAnswers:
        """Return the answers of one more person."""
        answers, limits = open_answers(self.questions, name)
        self.prover.know(*limits)
        return answers

    def person(self, content: Content, answers: OpenAnswers) -> EncodedPerson:
        """Return a person with these answers, screened by these rules."""
        person = encode(content, answers, self.as_of, self.moves)
        self._know_moved_days()
        return person

    def person_as_of(
        self, content: Content, answers: OpenAnswers, as_of: datetime.date
    ) -> EncodedPerson:
        """Return a person screened by these rules as of a day (local) of their own."""
        person = encode(content, answers, fixed_date(day(as_of)), self.moves)
        self._know_moved_days()
        return person

    def person_so_far(
        self, content: Content, answers: OpenAnswers, reached: Reached
    ) -> EncodedPerson:
        """Return a person before the end, of whom what is reached is said."""
        person = PersonSoFar(content, answers, self.as_of, self.moves, reached)
        concluded_of(content, person)
        self._know_moved_days()
        return person

    def anybody(self, content: Content) -> EncodedPerson:
        """Return the first person, screened by these rules; worked out once for each rules."""
        if id(content) not in self._known:
            self._known[id(content)] = self.person(content, self.answers)
        return self._known[id(content)]

    def person_with_missing(self, content: Content, answers: OpenAnswers) -> EncodedPerson:
        """Return a person about whom it can also be asked which facts are missing."""
        person = encode_with_missing(content, answers, self.as_of, self.moves)
        self._know_moved_days()
        return person

    def _know_moved_days(self) -> None:
        self.prover.know(*self.moves.order[self._ordered :])
        self.prover.know_exactly(*self.moves.sums[self._summed :])
        self._ordered, self._summed = len(self.moves.order), len(self.moves.sums)

    def is_on(self, day: datetime.date) -> Formula:
        """Hold where the screening is as of this day."""
        fixed = fixed_day(day.toordinal())
        later = key_at_or_below(fixed, self.as_of.first)
        return every((later, key_at_or_below(self.as_of.first, fixed)))

    def likely(self, person: EncodedPerson, content: Content) -> Formula:
        """Hold where no two answers are an odd pair."""
        return every(negation(person.truth(odd.condition).yes) for odd in content.oddities)

    def found(
        self, answers: OpenAnswers, world: World, reached: Reached | None = None
    ) -> MadeUpPerson:
        """Return who somebody is in a world, with the answers to what is reached."""
        written, as_of = write(answers, world), as_of_in(self.as_of, world)
        if reached is None:
            return MadeUpPerson(written, as_of)
        come_to = frozenset(fact for fact, holds in reached.items() if world.holds(holds))
        said = {fact: given for fact, given in written.items() if fact in come_to}
        return MadeUpPerson(said, as_of, come_to)


def _any_day(span: Span) -> tuple[WrittenDate, list[Formula]]:
    first, last = (fixed_day(day.toordinal()) for day in (span.first, span.last))
    if span.days == 1:
        return whole_day(first), []
    open_, exists = open_day("as_of")
    return whole_day(open_), [exists, key_at_or_below(first, open_), key_at_or_below(open_, last)]


# ---------------------------------------------------------------- a second person


def learns(less: EncodedPerson, more: EncodedPerson) -> Formula:
    """Hold where one person says all that the other says, and perhaps what the other leaves open.

    No answer that is given stops to apply; answers off the path count for neither.
    """
    return every(
        every(
            (
                implied(less.asked[fact], may_become(less.answers[fact], more.answers[fact])),
                implied(every((less.asked[fact], less.answers[fact].known)), more.asked[fact]),
            )
        )
        for fact in _facts(less)
    )


def _facts(person: EncodedPerson) -> Sequence[str]:
    return tuple(person.asked_if)


def with_value(answer: OpenAnswer, value: str) -> OpenAnswer:
    """Return the answer that is this value instead."""
    assert isinstance(answer, ChoiceAnswer)
    return ChoiceAnswer({value: TRUE}, TRUE)


def with_more(answer: OpenAnswer, name: str) -> tuple[OpenAnswer, Formula]:
    """Return a list with more values, and what makes it have more."""
    assert isinstance(answer, ChoicesAnswer)
    gained = {value: open_formula(f"{name}.{value}") for value in answer.values}
    values = {value: some((held, gained[value])) for value, held in answer.values.items()}
    new = (every((gained[v], negation(held))) for v, held in answer.values.items())
    return replace(answer, values=values), some(new)
