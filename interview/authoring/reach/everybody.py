"""Questions about everybody at once, put to one prover: can this be, for anybody, on any day?

Anybody may be unsure and may know only part of a date, wherever a question takes that.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from interview.authoring.crowd import Span, answerable
from interview.authoring.prover import (
    Cast,
    EncodedPerson,
    Formula,
    OpenAnswers,
    are_same,
    at_most,
    every,
    negation,
    same,
    some,
)
from interview.authoring.reach.outcomes import outcomes
from interview.authoring.reach.witnesses import sides_seen, without_witness
from interview.content import Content
from interview.rules import NO, YES, Condition
from interview.screening import Screening

K = TypeVar("K")


@dataclass(frozen=True)
class Range:
    """The fewest and the most that anybody meets."""

    fewest: int
    most: int


class Everybody:
    """All people of one content, screened as of any day of a span."""

    def __init__(self, content: Content, span: Span) -> None:
        self.content, self._span = content, span
        cast = Cast(answerable(content), span)
        self._prover = cast.prover
        self._prover.expect_worlds()
        self._prover.know(can_be_given(content, cast.answers))
        self._anybody = cast.anybody(content)
        self._asked = _put_to(self._anybody, Screening(content).path.urgent)
        self._prover.know(_nothing_else_said(self._anybody, self._asked))
        self.outcomes = outcomes(content, self._anybody)
        knows_all = every(answer.fully_known for answer in cast.answers.values())
        self._who_knows = self._prover.switch(knows_all)

    def sides(self, conditions: Iterable[Condition]) -> tuple[set[Condition], set[Condition]]:
        """Return the conditions that are never YES, and those that are never NO."""
        pairs = {condition: self._anybody.truth(condition) for condition in conditions}
        seen = sides_seen(self.content, pairs, self._span)
        yes = {one: pair.yes for one, pair in pairs.items() if one not in seen[YES]}
        no = {one: pair.no for one, pair in pairs.items() if one not in seen[NO]}
        return set(self._met_by_nobody(yes)), set(self._met_by_nobody(no))

    def never_asked(self, who_knows: bool = False) -> list[str]:
        """Return the questions that nobody is asked, or nobody who knows every answer."""
        return self._met_by_nobody(self._asked, *self._limit(who_knows))

    def always_asked(self) -> list[str]:
        """Return the questions that everybody is asked."""
        return self._met_by_nobody({fact: negation(asked) for fact, asked in self._asked.items()})

    def dead_ends(self) -> list[str]:
        """Return the questions that somebody is asked and has no answer to give."""
        never = self.never_asked()
        return [fact for fact in _without_answer(self.content) if fact not in never]

    def out_of_reach(
        self, who_knows: bool = False, among: Collection[str] | None = None
    ) -> list[str]:
        """Return the outcomes that nobody reaches, or nobody who knows every answer."""
        wanted = {n: holds for n, holds in self.outcomes.items() if among is None or n in among}
        return self._met_by_nobody(wanted, *self._limit(who_knows))

    def questions_asked(self) -> Range:
        """Return how many questions people are asked."""
        return self._range(list(self._asked.values()))

    def pages_seen(self) -> Range:
        """Return how many pages people see; a page is seen when one of its questions is asked."""
        pages = Screening(self.content).path.pages
        return self._range([some(self._asked[q.id] for q in page) for page in pages])

    def _limit(self, who_knows: bool) -> tuple[Formula, ...]:
        return (self._who_knows,) if who_knows else ()

    def _met_by_nobody(self, wanted: Mapping[K, Formula], *limits: Formula) -> list[K]:
        """Look for somebody for one after another, and leave out what those found meet too."""
        switches = {name: self._prover.switch(holds) for name, holds in wanted.items()}
        left, lost = list(wanted), []
        while left:
            world = self._prover.find_on(switches[left[0]], *limits)
            if world is None:
                lost.append(left.pop(0))
            else:
                left = [name for name in left if not world.holds(wanted[name])]
        return lost

    def _range(self, counted: list[Formula]) -> Range:
        spared = [negation(one) for one in counted]
        return Range(self._fewest(counted), len(counted) - self._fewest(spared))

    def _fewest(self, counted: list[Formula]) -> int:
        below, fewest = -1, len(counted)
        while below + 1 < fewest:
            middle = (below + fewest) // 2
            world = self._prover.find(at_most(middle, counted))
            if world is None:
                below = middle
            else:
                fewest = sum(map(world.holds, counted))
        return fewest


def can_be_given(content: Content, answers: OpenAnswers) -> Formula:
    """Hold where nobody is unsure of a question that does not take it."""
    lacking = _without_answer(content)
    sure = (q.id for q in content.questions if not q.unsure and q.id not in lacking)
    return every(answers[fact].fully_known for fact in sure)


def _put_to(person: EncodedPerson, urgent: Collection[str]) -> dict[str, Formula]:
    """When each question is asked of somebody; what is left open is passed over, if not urgent."""
    return {
        fact: negation(asked_if.no) if fact in urgent else asked_if.yes
        for fact, asked_if in person.asked_if.items()
    }


def _nothing_else_said(person: EncodedPerson, asked: Mapping[str, Formula]) -> Formula:
    """Hold where nobody tells what was passed over."""
    return every(
        some((holds, asked_if.no, negation(person.answers[fact].known)))
        for (fact, holds), asked_if in zip(asked.items(), person.asked_if.values(), strict=True)
    )


def _without_answer(content: Content) -> list[str]:
    """Questions that take no answer at all."""
    return [
        question.id
        for question, values in answerable(content)
        if question.type not in ("date", "choices") and not values and not question.unsure
    ]


def idle_questions(content: Content, span: Span, apart_from: Collection[str]) -> list[str]:
    """Return the questions of which no answer changes what comes out for anybody.

    Most are shown to matter by somebody made up; the prover is asked about the others alone.
    """
    asked = [question.id for question in content.questions if question.id not in apart_from]
    doubtful = without_witness(content, span.last, asked)
    return _proved_idle(content, span, doubtful) if doubtful else []


def _proved_idle(content: Content, span: Span, doubtful: Sequence[str]) -> list[str]:
    """For any other there are two people, alike but for this answer, who differ in an outcome."""
    cast = Cast(answerable(content), span)
    one, other = cast.answers, cast.new_answers("the other")
    people = cast.anybody(content), cast.person(content, other)
    before, after = (outcomes(content, person) for person in people)
    cast.prover.know(
        can_be_given(content, one),
        can_be_given(content, other),
        some(negation(same(before[name], after[name])) for name in before),
    )
    alike = {fact: cast.prover.switch(are_same(one[fact], other[fact])) for fact in one}
    spoken_of = people[0].spoken_of

    def is_idle(fact: str) -> bool:
        rest = (switch for other_fact, switch in alike.items() if other_fact != fact)
        return fact not in spoken_of or cast.prover.find_on(*rest) is None

    return [fact for fact in doubtful if is_idle(fact)]
