"""Where the paper leads: arrows behind answers, and lines before the questions for some only.

Both are found by trying every state of what the questions hang on; nobody writes them.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import partial

from interview.content import Question
from interview.paper.blank.only_if import Alternatives, alternatives
from interview.paper.blank.states import PaperState, PaperStates
from interview.rules import UNSURE, Answer
from interview.screening import Path


@dataclass(frozen=True)
class Line:
    """What stands before a question for some only: for whom, and where the others go on.

    `needs`: the gates that say who comes here at all.
    """

    only_if: Alternatives
    otherwise: int
    needs: frozenset[str]


@dataclass(frozen=True)
class Leads:
    """All arrows and lines of one paper, by the question's fact.

    `arrows`: by value, `unsure` too, the number to go on at; where that is the next, none. A
    number beyond the last question is the end.
    """

    numbers: dict[str, int]
    arrows: dict[str, dict[str, int]]
    lines: dict[str, Line]


def leads(path: Path) -> Leads:
    """Return where the paper of one path leads."""
    found = _Finding(PaperStates(path))
    return Leads(found.numbers, found.arrows, found.lines)


class _Finding:
    """Finds the leads of one paper: the arrows first, then the lines from the first to the last."""

    def __init__(self, states: PaperStates) -> None:
        self.states, self.gates = states, states.gates
        self.questions = list(self.gates.questions.values())
        self.numbers = self.gates.numbers
        self.arrows = {question.id: self._arrows(question) for question in self.questions}
        self.lines: dict[str, Line] = {}
        for question in self.questions:
            if question.asked_if is not None and (line := self._line(question)):
                self.lines[question.id] = line

    def _next(self, fact: str, needs: Collection[str], holds: Callable[[PaperState], bool]) -> int:
        """The number of the first question behind one that is asked in a state that holds."""
        for later in self.questions[self.numbers[fact] :]:
            states = self.states.of({*needs, *self.gates.behind(later.id)})
            if any(holds(one) and self.states.is_asked(later.id, one) for one in states):
                return self.numbers[later.id]
        return len(self.questions) + 1

    # ------------------------------------------------------------ arrows

    def _arrows(self, question: Question) -> dict[str, int]:
        fact = question.id
        found: dict[str, int] = {}
        if fact not in self.gates.tried or question.type not in ("yes_no", "choice"):
            return {}
        for answer in self.gates.tried[fact]:
            target = self._next(fact, {fact}, partial(_has, fact, answer))
            if target > self.numbers[fact] + 1:
                values = (UNSURE,) if answer is None else self.gates.meant(fact, str(answer))
                found |= dict.fromkeys(values, target)
        return found

    # ------------------------------------------------------------ lines

    def _line(self, question: Question) -> Line | None:
        """The line of a question to which somebody comes who is not asked it."""
        fact = question.id
        needs = self._needed(fact)
        come = [one for one in self.states.of(needs) if self._comes_to(fact, one)]
        asked = [self.states.is_asked(fact, one) for one in come]
        if all(asked):
            return None
        marks = [one.marks for one in come]
        only_if = alternatives(self.gates, self.gates.behind(fact), marks, asked)
        return Line(only_if, self._next(fact, needs, partial(self._passes, fact)), needs)

    def _passes(self, fact: str, state: PaperState) -> bool:
        return self._comes_to(fact, state) and not self.states.is_asked(fact, state)

    def _needed(self, fact: str) -> frozenset[str]:
        """The gates that say who comes to a question, and who is asked it."""
        over = {one for one, led in self.arrows.items() if any(self._over(one, fact, led.values()))}
        lines = [line.needs for one, line in self._lines_over(fact)]
        return self.gates.behind(fact).union(over, *lines)

    def _over(self, one: str, fact: str, targets: Iterable[int]) -> list[bool]:
        here, there = self.numbers[one], self.numbers[fact]
        return [here < there < target for target in targets]

    def _lines_over(self, fact: str) -> list[tuple[str, Line]]:
        return [
            (one, line)
            for one, line in self.lines.items()
            if any(self._over(one, fact, [line.otherwise]))
        ]

    def _comes_to(self, fact: str, state: PaperState) -> bool:
        """Say whether nothing leads somebody past a question."""
        for one, led in self.arrows.items():
            said = state.marks.get(one, "")
            target = led.get(UNSURE if said is None else str(said), 0)
            if any(self._over(one, fact, [target])):
                return False
        return not any(self._passes(one, state) for one, _ in self._lines_over(fact))


def _has(fact: str, answer: Answer, state: PaperState) -> bool:
    return fact in state.marks and state.marks[fact] == answer
