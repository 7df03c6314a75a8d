"""Which facts a result lists as missing, as truths: down into what is UNKNOWN, and no further.

Each clause is looked through once, from all the clauses around it together: what is searched is the
list of distinct clauses, not the trees.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from interview.caseload.lowering.clauses import Clause, Clauses
from interview.caseload.lowering.graph import Node
from interview.content import Content


@dataclass
class _Around:
    """From where a clause is searched: where these hold, and where these clauses are searched."""

    wanted: list[Node] = field(default_factory=list)
    outer: list[Clause] = field(default_factory=list)
    # Missing facts whose asked_if the clause is.
    asking: list[str] = field(default_factory=list)


class MissingFacts:
    """Collects where to search; then says where each fact is missing."""

    def __init__(self, clauses: Clauses, content: Content) -> None:
        self._clauses, self._graph = clauses, clauses.graph
        self._around: dict[Clause, _Around] = {}
        self._looking_at: dict[str, list[Clause]] = {}
        self._wanted: dict[str, list[Node]] = {}
        self._searched: dict[Clause, Node] = {}
        self._missing: dict[str, Node] = {}
        self._order = content.interview.facts_order

    def search(self, clause: Clause, where: Node) -> None:
        """Search a clause where it is UNKNOWN and something holds."""
        self._placed(clause).wanted.append(where)

    def ask_for(self, fact: str, where: Node) -> None:
        """Ask for a fact that is not fully known where something holds."""
        self._wanted.setdefault(fact, []).append(where)

    def found(self) -> dict[str, Node]:
        """Return where each fact is missing, in facts order; those that never are left out."""
        for fact, clause in self._clauses.asked_if.items():
            self._placed(clause).asking.append(fact)
        return {fact: self._is_missing(fact) for fact in self._order}

    def _placed(self, clause: Clause) -> _Around:
        around = self._around.get(clause)
        if around is None:
            around = self._around[clause] = _Around()
            for part in clause.parts:
                self._placed(part).outer.append(clause)
            for fact in dict.fromkeys(clause.facts):
                self._looking_at.setdefault(fact, []).append(clause)
        return around

    def _is_missing(self, fact: str) -> Node:
        """A fact is missing where a clause that looks at it is searched, and it is left open."""
        node = self._missing.get(fact)
        if node is None:
            looking = map(self._is_searched, self._looking_at.get(fact, ()))
            where = self._any((*self._wanted.get(fact, ()), *looking))
            node = self._graph.all((where, self._clauses.left_open(fact)))
            self._missing[fact] = node
        return node

    def _is_searched(self, clause: Clause) -> Node:
        """A question is asked after those that its asked_if speaks of, so this comes to an end."""
        node = self._searched.get(clause)
        if node is None:
            around = self._around[clause]
            outer = map(self._is_searched, around.outer)
            asking = map(self._is_missing, around.asking)
            where = self._any((*around.wanted, *outer, *asking))
            node = self._graph.all((where, self._graph.open(clause.truth)))
            self._searched[clause] = node
        return node

    def _any(self, nodes: Iterable[Node]) -> Node:
        return self._graph.any(nodes)
