"""Every path of the interview, exactly: no page is fetched and no number is drawn.

The questions are taken in the order of asking. Two people who have answered differently and for
whom everything that follows is equal are carried on as one, with their number; so the walk ends
soon, and its counts are whole numbers. A class of people is all those who are asked the same
questions and for whom every comparison of the content comes out the same.
"""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from interview.authoring.walk.classes import AnswerClasses, History
from interview.authoring.walk.outcomes import comparisons
from interview.authoring.walk.remainders import FALSE, TRUE, Formulas, Given, Reader
from interview.content import Content
from interview.rules import NO, comparison_facts

Remainder = tuple[int, ...]


class State(NamedTuple):
    """What later questions hang on: what remains of each asked_if, and dates still compared."""

    asked_ifs: Remainder
    histories: tuple[History, ...]


class Step(NamedTuple):
    """One class of answers to a question: what it settles, and the state after it."""

    given: Given
    name: int
    after: State


@dataclass(frozen=True)
class _Layer:
    """One question, and which asked_ifs and date chains are under way before it."""

    fact: str
    page: int
    asked_if: int | None
    asked_ifs: tuple[int, ...]
    chains: tuple[tuple[str, ...], ...]


class Walk:
    """The states of one content's interview on one day (local), before each question."""

    def __init__(self, content: Content, as_of: datetime.date, with_unsure: bool) -> None:
        self.content = content
        self.with_unsure = with_unsure
        self.formulas = Formulas()
        self.reader = Reader(content, self.formulas)
        compared = comparisons(content)
        self.classes = AnswerClasses(content, compared, as_of, with_unsure)
        mark = self.formulas.mark
        self._constant = {
            mark(comparison): self.classes.constant(comparison)
            for comparison in compared
            if not comparison_facts(comparison)
        }
        self._settling = {
            mark(comparison): self.classes.order[fact]
            for fact, settled in self.classes.settled_by.items()
            for comparison in settled
        }
        self._marks = {
            fact: tuple(map(mark, settled)) for fact, settled in self.classes.settled_by.items()
        }
        self._names: dict[tuple[str, object], int] = {("", None): 0}
        self._steps: dict[tuple[int, State], tuple[Step, ...]] = {}
        self.layers = self._lay_out()
        self.states: list[Counter[State]] = self._forward()
        self.completions: list[dict[State, int]] = self._backward()

    # ------------------------------------------------------------ layers

    def settled(self, formula: int) -> int:
        """Return a formula without the comparisons that no answer matters to."""
        return self.formulas.after(formula, self._constant, 0)

    def span(self, formula: int) -> tuple[int, int] | None:
        """Return the first and the last question that settle something in a formula."""
        places = [self._settling[part] for part in self.formulas.speaks_of(formula)]
        return (min(places), max(places)) if places else None

    def _lay_out(self) -> list[_Layer]:
        questions = self.content.questions
        asked_ifs = [
            None
            if question.asked_if is None
            else self.settled(self.formulas.opposite(self.reader.condition(question.asked_if, NO)))
            for question in questions
        ]
        chains = tuple(dict.fromkeys(self.classes.chains.values()))
        order = self.classes.order
        pages = self._page_numbers()
        return [
            _Layer(
                fact=question.id,
                page=pages[question.id],
                asked_if=asked_ifs[n],
                asked_ifs=self._under_way(n, asked_ifs),
                chains=tuple(ch for ch in chains if order[ch[0]] < n <= order[ch[-1]]),
            )
            for n, question in enumerate(questions)
        ]

    def _page_numbers(self) -> dict[str, int]:
        number, last, found = 0, None, {}
        for question in self.content.questions:
            number += question.page is None or question.page != last
            last = question.page
            found[question.id] = number
        return found

    def _under_way(self, n: int, asked_ifs: list[int | None]) -> tuple[int, ...]:
        """The asked_ifs of this and later questions that an earlier answer has touched."""
        waiting = dict.fromkeys(a for a in asked_ifs[n:] if a is not None)
        spans = {asked_if: self.span(asked_if) for asked_if in waiting}
        return tuple(a for a, span in spans.items() if span is not None and span[0] < n)

    # ------------------------------------------------------------ steps

    def is_asked(self, n: int, state: State) -> bool:
        """Say whether a question is asked of those in a state."""
        layer = self.layers[n]
        if layer.asked_if is None:
            return True
        if layer.asked_if in layer.asked_ifs:
            remains = state.asked_ifs[layer.asked_ifs.index(layer.asked_if)]
        else:
            remains = layer.asked_if
        assert remains in (FALSE, TRUE), "asked_if speaks of earlier questions only"
        return remains == TRUE

    def steps(self, n: int, state: State) -> tuple[Step, ...]:
        """Return a step for each class of answers that those in a state can give."""
        found = self._steps.get((n, state))
        if found is None:
            found = self._steps[n, state] = tuple(self._find_steps(n, state))
        return found

    def history(self, n: int, state: State) -> History:
        """Return the answers to earlier dates that this question's date is compared with."""
        chain = self.classes.chains.get(self.layers[n].fact)
        if chain in self.layers[n].chains:
            return state.histories[self.layers[n].chains.index(chain)]
        return ()

    def _find_steps(self, n: int, state: State) -> Iterator[Step]:
        fact, asked = self.layers[n].fact, self.is_asked(n, state)
        marks = self._marks.get(fact, ())
        for vector, history in self.classes.choices(fact, self.history(n, state), asked):
            given = dict(zip(marks, vector, strict=True))
            name = self._names.setdefault((fact, vector), len(self._names))
            yield Step(given, name, self._after(n, state, given, name, history))

    def _after(self, n: int, state: State, given: Given, name: int, history: History) -> State:
        if n + 1 == len(self.layers):
            return State((), ())
        here, following = self.layers[n], self.layers[n + 1]
        remains = dict(zip(here.asked_ifs, state.asked_ifs, strict=True))
        histories = dict(zip(here.chains, state.histories, strict=True))
        histories[self.classes.chains.get(here.fact, ())] = history
        return State(
            tuple(
                self.formulas.after(remains.get(asked_if, asked_if), given, name)
                for asked_if in following.asked_ifs
            ),
            tuple(histories[chain] for chain in following.chains),
        )

    # ------------------------------------------------------------ counts

    def _forward(self) -> list[Counter[State]]:
        """How many classes of people come into each state before each question."""
        found = [Counter({State((), ()): 1})]
        for n in range(len(self.layers)):
            following: Counter[State] = Counter()
            for state, number in found[n].items():
                for step in self.steps(n, state):
                    following[step.after] += number
            found.append(following)
        return found

    def _backward(self) -> list[dict[State, int]]:
        """In how many ways each state can be completed."""
        found: list[dict[State, int]] = [{State((), ()): 1}]
        for n in reversed(range(len(self.layers))):
            ways = {
                state: sum(found[-1][step.after] for step in self.steps(n, state))
                for state in self.states[n]
            }
            found.append(ways)
        return found[::-1]

    def people(self) -> int:
        """Count the classes of people."""
        return sum(self.states[-1].values())

    def dead_ends(self) -> list[str]:
        """Return the questions that somebody is asked and cannot answer."""
        return [
            layer.fact
            for n, layer in enumerate(self.layers)
            if any(not self.steps(n, state) for state in self.states[n])
        ]

    def never_asked(self) -> list[str]:
        """Return the questions that nobody is asked."""
        return [
            layer.fact
            for n, layer in enumerate(self.layers)
            if not any(self.is_asked(n, state) for state in self.states[n])
        ]

    def tally(self, formulas: tuple[int, ...]) -> Counter[tuple[bool, ...]]:
        """Count the classes of people by which of some formulas hold for them."""
        wanted = tuple(map(self.settled, formulas))
        spans = [span for span in map(self.span, wanted) if span is not None]
        first, last = (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else (0, -1)
        carried = Counter({(s, wanted): number for s, number in self.states[first].items()})
        for n in range(first, last + 1):
            carried = self.carry(n, carried)
        found: Counter[tuple[bool, ...]] = Counter()
        for (state, remains), number in carried.items():
            held = tuple(part == TRUE for part in remains)
            found[held] += number * self.completions[last + 1][state]
        return found

    def carry(
        self, n: int, carried: Counter[tuple[State, Remainder]]
    ) -> Counter[tuple[State, Remainder]]:
        """Take people, and what remains of some formulas for them, past a question."""
        after = self.formulas.after
        following: Counter[tuple[State, Remainder]] = Counter()
        for (state, remains), number in carried.items():
            for step in self.steps(n, state):
                left = tuple([after(part, step.given, step.name) for part in remains])
                following[step.after, left] += number
        return following
