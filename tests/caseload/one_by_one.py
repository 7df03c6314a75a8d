"""What the scalar evaluator concludes of one person, written as a row of the results' columns."""

from collections.abc import Iterable
from typing import Any

from interview.content import Content
from interview.rules import NO, UNKNOWN, YES, Truth
from interview.screening import (
    AnswerReader,
    Oddities,
    Result,
    Screening,
    letter_asks,
)

EPOCH = 719_163
_CELLS = {YES: True, NO: False, UNKNOWN: None}
_RESULTS = {"matches": True, "may_match": None, "does_not_match": False}


class OneByOne:
    """Screens person after person, by the definition of what the rules mean."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.screening, self.reader = Screening(content), AnswerReader(content)
        self.oddities = Oddities(self.screening)

    def row(self, written: dict[str, Any], as_of) -> dict[str, Any]:
        """Return a person's results by the names of the columns; NO and nothing are left out."""
        answers, refused = self.reader.read_all(written)
        assert not refused, refused
        result = self.screening.screen(answers, as_of)
        found = {name: value for name, value in self._cells(result) if value is not False}
        return {name: value for name, value in found.items() if value != "nothing"}

    def _cells(self, result: Result) -> Iterable[tuple[str, Any]]:
        yield "lane", result.lane
        yield "level", result.level
        yield "stage", result.stage or "nothing"
        yield "circuit", result.circuit.court if result.circuit else "nothing"
        yield from ((f"program_{name}", _RESULTS[r]) for name, r in result.programs.items())
        asked = {name for needed in result.criteria_of.values() for name in needed}
        yield from _truths(
            "criterion",
            {
                n: t
                for n, t in result.criteria.items()
                if n in asked or self.content.criteria[n].exists_on(result.as_of)
            },
        )
        yield from _truths("ground", result.grounds)
        yield from _truths("flag", result.flags)
        lists = {
            "missing": result.missing, "positive": result.positive, "adverse": result.adverse,
            "option": result.options, "memo": result.memos, "note": result.notes,
            "step": result.escalation, "today": result.today,
            "escalation": ["shown"] if result.escalation_shown else [],
            "letter": [option.id for option in letter_asks(self.content, result)],
            "odd": [oddity.id for oddity in self.oddities.found(result.answers)],
        }  # fmt: skip
        for kind, ids in lists.items():
            yield from ((f"{kind}_{name}", True) for name in ids)
        for name, date in result.deadlines:
            yield f"deadline_{name}_first", date.first - EPOCH
            yield f"deadline_{name}_last", date.last - EPOCH


def _truths(kind: str, truths: dict[str, Truth]) -> Iterable[tuple[str, Any]]:
    return ((f"{kind}_{name}", _CELLS[truth]) for name, truth in truths.items())
