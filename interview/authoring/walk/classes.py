"""The answers to a question, in classes: two answers are of one class when every comparison of the
rules comes out the same for both.

Dates are taken by samples: the days where a comparison of the content turns, the days around
them, and, where people may be unsure, the months and years around them.
"""

import datetime
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from interview.authoring.walk.sample_dates import Samples
from interview.content import Content, Question
from interview.rules import AS_OF, SKIPPED, UNSURE, Answer, Judge, Truth, compile_condition, dates
from interview.rules import conditions as c

Comparison = c.Comparison
Vector = tuple[Truth, ...]
# What was answered to the dates that a later date is compared with.
History = tuple[Vector | str, ...]
Choice = tuple[Vector, History]


class AnswerClasses:
    """The classes of answers to one content's questions, on one day (local)."""

    def __init__(
        self,
        content: Content,
        comparisons: Iterable[Comparison],
        as_of: datetime.date,
        with_unsure: bool,
    ) -> None:
        self.questions = content.questions
        self.order = {question.id: n for n, question in enumerate(self.questions)}
        self.states = tuple(state.id for state in content.states.states)
        self.with_unsure = with_unsure
        self.settled_by: dict[str, tuple[Comparison, ...]] = self._settled_by(comparisons)
        self._places = {question.id: n for n, question in enumerate(self.questions)}
        self._places[AS_OF] = len(self._places)
        self._as_of = dates.day(as_of)
        self._judges: dict[Comparison, Judge] = {}
        self._judges_of: dict[str, tuple[Judge, ...]] = {}
        self.chains = _chains(self.settled_by, self.order)
        self._samples = Samples(self.settled_by, self._as_of, self.chains)
        self._choices: dict[tuple[str, History, bool], tuple[Choice, ...]] = {}
        self._people: dict[tuple[str, History], list[tuple[Answer, ...]]] = {}

    def _settled_by(self, comparisons: Iterable[Comparison]) -> dict[str, tuple[Comparison, ...]]:
        """A comparison is settled by the last of its facts in the order of asking."""
        found: dict[str, dict[Comparison, None]] = defaultdict(dict)
        for comparison in comparisons:
            facts = c.comparison_facts(comparison)
            if facts:
                found[max(facts, key=self.order.__getitem__)][comparison] = None
        return {fact: tuple(settled) for fact, settled in found.items()}

    def choices(self, fact: str, history: History, asked: bool) -> tuple[Choice, ...]:
        """Return each class of answers to a question: what it settles, and the history after it.

        The history is kept only while a later date is compared with this one.
        """
        key = (fact, history, asked)
        found = self._choices.get(key)
        if found is None:
            found = self._choices[key] = tuple(self._find(fact, history, asked))
        return found

    def _find(self, fact: str, history: History, asked: bool) -> Iterator[Choice]:
        chain = self.chains.get(fact, (fact,))
        before = chain[: chain.index(fact)]
        people = self._people.get((chain[0], history), [()]) if before else [()]
        grouped: dict[Vector | str, list[tuple[Answer, ...]]] = defaultdict(list)
        answers = self.answers(fact) if asked else [SKIPPED]
        for person, answer in itertools.product(people, answers):
            vector = self.vector(fact, dict(zip((*before, fact), (*person, answer), strict=True)))
            grouped[vector].append((*person, answer))
        for found, members in grouped.items():
            assert not isinstance(found, str)
            after: History = (*history, found if asked else SKIPPED)
            if fact == chain[-1]:
                yield found, ()
            else:
                self._people[chain[0], after] = members
                yield found, after

    def people(self, fact: str, history: History) -> list[tuple[Answer, ...]]:
        """Return sample answers to the earlier dates of a fact's chain that have this history."""
        return self._people.get((self.chains.get(fact, (fact,))[0], history), [()])

    def vector(self, fact: str, answers: dict[str, Answer]) -> Vector:
        """Return how each comparison that a fact settles comes out for these answers."""
        person: list[Answer | Truth] = [None] * len(self._places)
        person[self._places[AS_OF]] = self._as_of
        for name, answer in answers.items():
            person[self._places[name]] = answer
        if fact not in self._judges_of:
            self._judges_of[fact] = tuple(map(self.judge, self.settled_by.get(fact, ())))
        return tuple([judge(person) for judge in self._judges_of[fact]])

    def judge(self, comparison: Comparison) -> Judge:
        """Return the evaluator's own judge of a comparison."""
        if comparison not in self._judges:
            self._judges[comparison] = compile_condition(comparison, self._places).judge
        return self._judges[comparison]

    def constant(self, comparison: Comparison) -> Truth:
        """Judge a comparison that no answer matters to."""
        person: list[Answer | Truth] = [None] * len(self._places)
        person[self._places[AS_OF]] = self._as_of
        return self.judge(comparison)(person)

    # ------------------------------------------------------------ answers

    def answers(self, fact: str) -> list[Answer]:
        """Return answers of every class that a question has."""
        question = self.questions[self.order[fact]]
        unsure = self.with_unsure and question.unsure
        if question.type == "date":
            found: list[Answer] = list(self._samples.of(fact, unsure))
        elif question.type == "choices":
            found = list(self._sets(question, unsure))
        else:
            found = list(self._values(question))
        return [*found, None] if unsure else found

    def _values(self, question: Question) -> tuple[str, ...]:
        if question.type == "yes_no":
            return ("yes", "no")
        if question.type == "state":
            return self.states
        return tuple(value.id for value in question.values)

    def _sets(self, question: Question, unsure: bool) -> Iterator[frozenset[str]]:
        """One value stands for all values that the same comparisons mention."""
        alike: dict[frozenset[Comparison], str] = {}
        for value in self._values(question):
            mentions = frozenset(
                comparison
                for comparison in self.settled_by.get(question.id, ())
                if value in getattr(comparison, "values", (value,))
            )
            alike.setdefault(mentions, value)
        for chosen in _subsets(tuple(alike.values())):
            yield frozenset(chosen)
            if unsure and chosen:
                yield frozenset((*chosen, UNSURE))


def _subsets(values: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(len(values) + 1):
        yield from itertools.combinations(values, size)


def _chains(
    settled_by: dict[str, tuple[Comparison, ...]], order: dict[str, int]
) -> dict[str, tuple[str, ...]]:
    """Dates that are compared with each other, directly or through others, in asking order."""
    together: dict[str, set[str]] = {}
    for comparisons in settled_by.values():
        for comparison in comparisons:
            facts = set(c.comparison_facts(comparison))
            if len(facts) > 1:
                joined = facts.union(*(together.get(fact, set()) for fact in facts))
                together.update(dict.fromkeys(joined, joined))
    return {fact: tuple(sorted(joined, key=order.__getitem__)) for fact, joined in together.items()}
