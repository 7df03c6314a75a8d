"""The real evaluator's word on what the prover found; nothing is shown without it."""

import datetime

from interview.authoring.crowd import WrittenAnswers
from interview.authoring.prover.editions import Edition
from interview.rules import YES, Condition, Judge, Row, compile_condition


class Disagreement(AssertionError):
    """The prover and the evaluator read the content differently: a fault of this product."""


class Replay:
    """Judges conditions about answers and conclusions with one edition's real evaluator."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._judges: dict[Condition, Judge] = {}
        self._layout = dict(edition.screening.path.layout)
        self._names = [
            name for name in edition.conclude({}, datetime.date(2015, 1, 1)) if " " not in name
        ]
        for name in self._names:
            self._layout[name] = len(self._layout)

    def holds(self, condition: Condition, written: WrittenAnswers, as_of: datetime.date) -> bool:
        """Say whether a condition of a claim is YES for a person."""
        if condition not in self._judges:
            self._judges[condition] = compile_condition(condition, self._layout).judge
        result = self.edition.screen(written, as_of)
        concluded = self.edition.conclude(written, as_of)
        row: Row = [*result.answers.row, *(concluded[name] for name in self._names)]
        return self._judges[condition](row) is YES
