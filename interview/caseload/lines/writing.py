"""Results of a batch as lines: each part made once for all the people who are alike in it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from interview.caseload.bitmaps import CodedPeople, Found
from interview.caseload.lines.patterns import (
    Bits,
    ByPattern,
    Patterns,
    TextsOfHeld,
    patterns_of,
)
from interview.caseload.lowering import Lowered, Node
from interview.content import Content
from interview.files import ResultWords, batch
from interview.rules import NO, UNKNOWN, YES, Truth

V = TypeVar("V")
RESULT_WORDS = {YES: "matches", NO: "does_not_match", UNKNOWN: "may_match"}
# A part of a line: the bits that it hangs on, and what writes it.
LinePart = tuple[list[tuple[Node, bool]], ByPattern[str]]
WriteHeld = Callable[[dict[str, list[str]]], str]


class LineWriter(ABC):
    """Writes the results of one job, a line a person."""

    def __init__(self, content: Content, lowered: Lowered, job: batch.Job) -> None:
        self._content, self._lowered, self._job = content, lowered, job
        self._words, self._as_of = ResultWords(content, job.tongue), job.as_of
        self._ids: dict[str, list[str]] = {}
        self._nodes: dict[str, list[Node]] = {}
        for name, node in lowered.truths.items():
            kind, _, one = name.partition(" ")
            self._ids.setdefault(kind, []).append(one)
            self._nodes.setdefault(kind, []).append(node)
        self._parts = dict(self._all_parts())

    @abstractmethod
    def _all_parts(self) -> Iterator[tuple[str, LinePart]]:
        """Yield the parts of a line, by their names."""

    def nodes(self) -> list[Node]:
        """Return the steps of the graph that lines are made of."""
        return [node for asked, _ in self._parts.values() for node, _ in asked]

    @abstractmethod
    def lines(
        self, ids: Iterable[str | None], found: Found, people: CodedPeople, rows: int
    ) -> list[str]:
        """Return each person's line."""

    def _texts(self, found: Found, rows: int) -> dict[str, Any]:
        """Write each part; several parts may hang on the same truths."""
        patterns: dict[tuple[tuple[Node, bool], ...], Patterns] = {}
        texts = {}
        for name, (asked, part) in self._parts.items():
            key = tuple(asked)
            if key not in patterns:
                words = [found.yes(node) if yes else found.may(node) for node, yes in asked]
                patterns[key] = patterns_of(words, rows)
            texts[name] = part.of(patterns[key])
        return texts

    def _choice(self, name: str, write: Callable[[str], str]) -> LinePart:
        values = list(self._lowered.choices[name])
        asked = [(node, True) for node in self._lowered.choices[name].values()]
        return asked, TextsOfHeld(values, lambda held: "".join(map(write, held)))

    def _how_soon(self, lane: str) -> str:
        return self._words.how_soon_in(lane, self._as_of)

    def _why(self, held: dict[str, list[str]]) -> str:
        return self._words.why_by(held["flag"], self._as_of)

    def _truths(self, kind: str) -> list[tuple[Node, bool]]:
        return both_bits(self._nodes.get(kind, ()))

    def _listed(self, kinds: tuple[str, ...], write: WriteHeld) -> LinePart:
        names = [(kind, one) for kind in kinds for one in self._ids.get(kind, ())]
        asked = [(node, True) for kind in kinds for node in self._nodes.get(kind, ())]

        def text(found: list[tuple[str, str]]) -> str:
            held: dict[str, list[str]] = {kind: [] for kind in kinds}
            for kind, one in found:
                held[kind].append(one)
            return write(held)

        return asked, TextsOfHeld(names, text)

    def _each(self, kind: str, told: dict[str, V], write: Callable[[list[V]], str]) -> LinePart:
        """What is told of some of one kind, each made once for everybody who has it."""
        held = [(node, told[one]) for one, node in self._of(kind) if one in told]
        asked = [(node, True) for node, _ in held]
        return asked, TextsOfHeld([one for _, one in held], write)

    def _of(self, kind: str) -> Iterator[tuple[str, Node]]:
        return zip(self._ids.get(kind, ()), self._nodes.get(kind, ()), strict=True)


def both_bits(nodes: Iterable[Node]) -> list[tuple[Node, bool]]:
    """Ask for both bits of each truth: where it is YES, and where it may be."""
    return [(node, is_yes) for node in nodes for is_yes in (True, False)]


def read_truths(bits: Bits) -> list[Truth]:
    """Return truths from both bits of each."""
    pairs = bits.reshape(-1, 2).tolist()
    return [YES if yes else UNKNOWN if may else NO for yes, may in pairs]
