"""Answers that hardly fit together: worth asking back once, never refused."""

from interview.content import Oddity
from interview.rules import YES, Interval, facts
from interview.screening.path import PathAnswers
from interview.screening.screening import Screening


class Oddities:
    """The compiled oddities of one content."""

    def __init__(self, screening: Screening) -> None:
        compiler = screening.path.compiler
        self._checks = [
            (oddity, compiler.condition(oddity.condition).judge)
            for oddity in screening.content.oddities
        ]
        # The facts that each one speaks of, by its id.
        self.facts = {
            oddity.id: tuple(dict.fromkeys((oddity.about, *facts(oddity.condition))))
            for oddity in screening.content.oddities
        }

    def found(self, answers: PathAnswers) -> list[Oddity]:
        """Return what is odd about a person's answers."""
        return [oddity for oddity, odd in self._checks if odd(answers.row) is YES]

    def dates(self, oddity: Oddity, answers: PathAnswers) -> dict[str, Interval]:
        """Return the dates among the answers that an oddity speaks of, by fact."""
        given = {fact: answers.answer(fact) for fact in self.facts[oddity.id]}
        return {fact: date for fact, date in given.items() if isinstance(date, Interval)}
