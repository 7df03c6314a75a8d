"""Which questions can change something: two people alike but for one answer, and not alike in
what comes out."""

import itertools
from collections.abc import Iterable, Iterator

from interview.authoring.walk.outcomes import Outcome
from interview.authoring.walk.walking import State, Step, Walk
from interview.rules import comparison_facts

# One of the two people: the state, and what remains of the outcome.
One = tuple[State, int]
Pair = tuple[One, One]


class Influence:
    """Searches one walk for people whom a question's answer makes a difference to."""

    def __init__(self, walk: Walk, outcomes: Iterable[Outcome]) -> None:
        self.walk = walk
        self.order = walk.classes.order
        settled = {walk.settled(outcome.formula) for outcome in outcomes}
        self._formulas = [
            (f, self._spoken_of(f), self._behind(f)) for f in sorted(settled) if walk.span(f)
        ]

    def _behind(self, formula: int) -> frozenset[str]:
        """The facts that a formula hangs on, by itself or through who is asked."""
        found: set[str] = set()
        waiting = self._spoken_of(formula)
        while waiting:
            fact = waiting.pop()
            if fact not in found:
                found.add(fact)
                asked_if = self.walk.layers[self.order[fact]].asked_if
                waiting |= self._spoken_of(asked_if) if asked_if is not None else set()
        return frozenset(found)

    def _spoken_of(self, formula: int) -> set[str]:
        formulas = self.walk.formulas
        speaks = (formulas.comparisons[mark] for mark in formulas.speaks_of(formula))
        return {fact for comparison in speaks for fact in comparison_facts(comparison)}

    def changes_something(self, fact: str) -> bool:
        """Say whether there is somebody for whom another answer changes an outcome."""
        direct = [f for f, spoken, _ in self._formulas if fact in spoken]
        others = [f for f, spoken, behind in self._formulas if fact in behind - spoken]
        return any(self._changes(fact, formula) for formula in (*direct, *others))

    def _changes(self, fact: str, formula: int) -> bool:
        n = self.order[fact]
        span = self.walk.span(formula)
        assert span is not None
        seen: set[tuple[int, Pair]] = set()
        waiting = [(n + 1, pair) for pair in self._first_pairs(n, min(span[0], n), formula)]
        while waiting:
            at = waiting.pop()
            place, (one, other) = at
            if one == other or at in seen:
                continue
            seen.add(at)
            if place > span[1]:
                if one[1] != other[1]:
                    return True
                continue
            waiting += [(place + 1, pair) for pair in self._next_pairs(place, one, other)]
        return False

    def _first_pairs(self, n: int, start: int, formula: int) -> Iterator[Pair]:
        """Everybody who is asked the question, with each two answers to it."""
        carried: set[One] = {(state, formula) for state in self.walk.states[start]}
        for place in range(start, n):
            carried = {after for one in carried for after, _ in self._steps(place, one)}
        for one in carried:
            if self.walk.is_asked(n, one[0]):
                after = dict.fromkeys(after for after, _ in self._steps(n, one))
                yield from itertools.combinations(after, 2)

    def _steps(self, n: int, one: One) -> Iterator[tuple[One, Step]]:
        state, remains = one
        for step in self.walk.steps(n, state):
            yield (step.after, self.walk.formulas.after(remains, step.given, step.name)), step

    def _next_pairs(self, n: int, one: One, other: One) -> set[Pair]:
        """Both give the same answer; a question that only one of them is asked is open."""
        ones, others = list(self._steps(n, one)), list(self._steps(n, other))
        asked = self.walk.is_asked(n, one[0]), self.walk.is_asked(n, other[0])
        if asked != (True, True):
            return {(a, b) for (a, _), (b, _) in itertools.product(ones, others)}
        possible = self._same_answer(n, one[0], other[0])
        return {
            (a, b)
            for (a, step), (b, step_b) in itertools.product(ones, others)
            if (tuple(step.given.values()), tuple(step_b.given.values())) in possible
        }

    def _same_answer(self, n: int, one: State, other: State) -> set[tuple[object, object]]:
        """What one answer can settle for the two; it may differ where earlier dates do."""
        walk, fact = self.walk, self.walk.layers[n].fact
        chain = walk.classes.chains.get(fact, (fact,))
        before = chain[: chain.index(fact)]
        people = [walk.classes.people(fact, walk.history(n, state)) for state in (one, other)]
        if people[0] == people[1]:
            vectors = {tuple(step.given.values()) for step in walk.steps(n, one)}
            return {(vector, vector) for vector in vectors}
        found: set[tuple[object, object]] = set()
        for answer in walk.classes.answers(fact):
            settled = [
                {walk.classes.vector(fact, {**dict(zip(before, p, strict=True)), fact: answer})
                 for p in members}
                for members in people
            ]  # fmt: skip
            found |= set(itertools.product(settled[0], settled[1]))
        return found


def idle_questions(walk: Walk, outcomes: Iterable[Outcome], wording: Iterable[str]) -> list[str]:
    """Return the questions whose answer changes nothing for anybody; `wording` names those that
    the words of the pages hang on."""
    influence = Influence(walk, outcomes)
    known = set(wording)
    return [
        layer.fact
        for layer in walk.layers
        if layer.fact not in known and not influence.changes_something(layer.fact)
    ]
