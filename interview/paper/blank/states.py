"""Every state in which a pencil can leave some questions on paper, and what is asked in it."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from interview.paper.blank.gates import Gates
from interview.rules import NO, SKIPPED, UNKNOWN, YES, Answer, Compiler, Judge, Row, Truth
from interview.screening import Path


class PaperState(NamedTuple):
    """Some answers: `row` as they are judged, `marks` as they stand on paper, where asked."""

    row: Row
    marks: dict[str, Answer]


class PaperStates:
    """The states of the gates of one path."""

    def __init__(self, path: Path) -> None:
        self.gates = Gates(path.questions)
        self._urgent = path.urgent
        self._index = {name: index for index, name in enumerate(self.gates.order)}
        compiler = Compiler(self._index)
        self._judges: dict[str, Judge] = {
            fact: compiler.condition(condition).judge
            for fact, condition in self.gates.conditions.items()
        }
        self._found: dict[tuple[str, ...], list[PaperState]] = {}

    def of(self, gates: Collection[str]) -> list[PaperState]:
        """Return every state of some gates and of all that they hang on."""
        wanted = {*gates, *self.gates.behind(*gates)}
        return self._of(tuple(name for name in self.gates.order if name in wanted))

    def _of(self, names: tuple[str, ...]) -> list[PaperState]:
        if names not in self._found:
            self._found[names] = list(self._tried(names))
        return self._found[names]

    def _tried(self, names: tuple[str, ...]) -> Iterator[PaperState]:
        if not names:
            yield PaperState([SKIPPED] * len(self._index), {})
            return
        *before, name = names
        for state in self._of(tuple(before)):
            truth = self._truth(name, state)
            if self._is_put(name, truth):
                for answer in self.gates.tried[name]:
                    yield PaperState(self._with(state, name, answer), {**state.marks, name: answer})
            else:
                blank = None if truth is UNKNOWN else SKIPPED
                yield PaperState(self._with(state, name, blank), state.marks)

    def _with(self, state: PaperState, name: str, answer: Answer) -> Row:
        row = state.row.copy()
        row[self._index[name]] = answer
        return row

    def _truth(self, name: str, state: PaperState) -> Truth:
        """Whether a gate is asked; a comparison is there to be made where all its dates are."""
        if name in self._judges:
            return self._judges[name](state.row)
        dates = self.gates.hangs_on.get(name, ())
        found = [state.row[self._index[fact]] for fact in dates if fact not in state.marks]
        return NO if SKIPPED in found else UNKNOWN if found else YES

    def _is_put(self, name: str, truth: Truth) -> bool:
        """What an unsure answer leaves open is passed over, as on the web, or asked if urgent."""
        return truth is YES or (truth is UNKNOWN and name in self._urgent)

    def is_asked(self, fact: str, state: PaperState) -> bool:
        """Say whether a question is put to somebody; all that it hangs on is in the state."""
        return fact not in self._judges or self._is_put(fact, self._judges[fact](state.row))
