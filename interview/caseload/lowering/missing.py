"""Which facts a result lists as missing, as truths: down into what is UNKNOWN, and no further.

Each line is looked through once, from all the lines around it together: what is searched is the
list of distinct lines, not the trees.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from interview.caseload.lowering.graph import Node
from interview.caseload.lowering.lines import Line, Lines
from interview.content import Content


@dataclass
class _Around:
    """From where a line is searched: where these hold, and where these lines are searched."""

    wanted: list[Node] = field(default_factory=list)
    outer: list[Line] = field(default_factory=list)
    # Missing facts whose asked_if the line is.
    asking: list[str] = field(default_factory=list)


class MissingFacts:
    """Collects where to search; then says where each fact is missing."""

    def __init__(self, lines: Lines, content: Content) -> None:
        self._lines, self._graph = lines, lines.graph
        self._around: dict[Line, _Around] = {}
        self._looking_at: dict[str, list[Line]] = {}
        self._wanted: dict[str, list[Node]] = {}
        self._searched: dict[Line, Node] = {}
        self._missing: dict[str, Node] = {}
        self._order = content.interview.facts_order

    def search(self, line: Line, where: Node) -> None:
        """Search a line where it is UNKNOWN and something holds."""
        self._placed(line).wanted.append(where)

    def ask_for(self, fact: str, where: Node) -> None:
        """Ask for a fact that is not fully known where something holds."""
        self._wanted.setdefault(fact, []).append(where)

    def found(self) -> dict[str, Node]:
        """Return where each fact is missing, in facts order; those that never are left out."""
        for fact, line in self._lines.asked_if.items():
            self._placed(line).asking.append(fact)
        return {fact: self._is_missing(fact) for fact in self._order}

    def _placed(self, line: Line) -> _Around:
        around = self._around.get(line)
        if around is None:
            around = self._around[line] = _Around()
            for part in line.parts:
                self._placed(part).outer.append(line)
            for fact in dict.fromkeys(line.facts):
                self._looking_at.setdefault(fact, []).append(line)
        return around

    def _is_missing(self, fact: str) -> Node:
        """A fact is missing where a line that looks at it is searched, and it is left open."""
        node = self._missing.get(fact)
        if node is None:
            looking = map(self._is_searched, self._looking_at.get(fact, ()))
            where = self._any((*self._wanted.get(fact, ()), *looking))
            node = self._graph.all((where, self._lines.left_open(fact)))
            self._missing[fact] = node
        return node

    def _is_searched(self, line: Line) -> Node:
        """A question is asked after those that its asked_if speaks of, so this comes to an end."""
        node = self._searched.get(line)
        if node is None:
            around = self._around[line]
            outer = map(self._is_searched, around.outer)
            asking = map(self._is_missing, around.asking)
            where = self._any((*around.wanted, *outer, *asking))
            node = self._graph.all((where, self._graph.open(line.truth)))
            self._searched[line] = node
        return node

    def _any(self, nodes: Iterable[Node]) -> Node:
        return self._graph.any(nodes)
