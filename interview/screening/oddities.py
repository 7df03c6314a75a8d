"""Answers that hardly fit together: worth asking back once, never refused."""

from collections import defaultdict
from collections.abc import Hashable, Iterator

from interview.content import Oddity
from interview.rules import YES, Condition, Interval, Judge, Row, facts
from interview.rules import conditions as c
from interview.screening.path import PathAnswers
from interview.screening.screening import Screening

# An oddity by its place in the list, and what judges it.
PlacedOddity = tuple[int, Judge]


class Oddities:
    """The compiled oddities of one content.

    Most of them are looked at only where somebody gave the one answer that they begin with.
    """

    def __init__(self, screening: Screening) -> None:
        compiler, layout = screening.path.compiler, screening.path.layout
        self._oddities = screening.content.oddities
        self._always: list[PlacedOddity] = []
        by_answer: dict[int, dict[Hashable, list[PlacedOddity]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for number, oddity in enumerate(self._oddities):
            placed = number, compiler.condition(oddity.condition).judge
            closed = (part for part in _needed(oddity.condition) if isinstance(part, c.Is))
            needed = next(closed, None)
            if needed is None:
                self._always.append(placed)
                continue
            for value in needed.values:
                by_answer[layout[needed.fact]][value].append(placed)
        self._by_answer = [(index, dict(found)) for index, found in by_answer.items()]
        # The facts that each one speaks of, by its id; and the dates that it compares.
        self.facts = {
            oddity.id: frozenset((oddity.about, *facts(oddity.condition)))
            for oddity in self._oddities
        }
        self._dates = {
            oddity.id: tuple(dict.fromkeys(_dates(oddity.condition))) for oddity in self._oddities
        }

    def found(self, answers: PathAnswers) -> list[Oddity]:
        """Return what is odd about a person's answers, in the order of the list."""
        row = answers.row
        odd = _odd(self._always, row)
        for index, by_answer in self._by_answer:
            placed = by_answer.get(row[index])
            if placed is not None:
                odd += _odd(placed, row)
        return [self._oddities[number] for number in sorted(odd)]

    def compared(self, oddity: Oddity) -> tuple[str, ...]:
        """Return the facts whose dates an oddity compares."""
        return self._dates[oddity.id]

    def dates(self, oddity: Oddity, answers: PathAnswers) -> dict[str, Interval]:
        """Return the dates among odd answers that an oddity compares, by fact."""
        given = {fact: answers.answer(fact) for fact in self._dates[oddity.id]}
        return {fact: date for fact, date in given.items() if isinstance(date, Interval)}


def _odd(placed: list[PlacedOddity], row: Row) -> list[int]:
    return [number for number, judge in placed if judge(row) is YES]


def _needed(condition: Condition) -> tuple[Condition, ...]:
    """The parts that all hold where a condition does."""
    return condition.parts if isinstance(condition, c.All) else (condition,)


def _dates(condition: Condition) -> Iterator[str]:
    for part in _needed(condition):
        if isinstance(part, c.Compare):
            yield from c.comparison_facts(part)
