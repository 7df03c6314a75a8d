"""Truths that hang on one another, as a list of steps; each distinct step stands there once.

A step knows nothing of people, of bits or of SQL: what carries it out is another room's matter.
"""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

Node = int
NO_NODE, YES_NODE, UNKNOWN_NODE = 0, 1, 2


class Step(NamedTuple):
    """One truth: how it is made (`op`), of which earlier ones, and what it asks of an answer.

    The operations: `all`, `any` and `not` by the strong Kleene rules; `rule`: the first while the
    second is NO, else UNKNOWN; `sure`, `may` and `open`: YES where the one is YES, is not NO, is
    UNKNOWN, and NO elsewhere. What looks at an answer has no parts: `asks` says what it looks for.
    """

    op: str
    parts: tuple[Node, ...] = ()
    asks: Hashable = None


class TruthGraph:
    """Makes steps, each from earlier ones; what is settled without any answer is settled here."""

    def __init__(self) -> None:
        self.steps: list[Step] = [Step("no"), Step("yes"), Step("unknown")]
        self._known = {step: node for node, step in enumerate(self.steps)}
        self._is_settled = [True, True, False]

    def is_settled(self, node: Node) -> bool:
        """Say whether a truth is YES or NO, whatever is answered."""
        return self._is_settled[node]

    def answer(self, op: str, asks: Hashable, is_settled: bool = False) -> Node:
        """Return a step that looks at an answer."""
        return self._step(Step(op, (), asks), is_settled)

    def all(self, parts: Iterable[Node]) -> Node:
        """Return YES where every part is YES, NO where one is NO."""
        return self._group("all", parts, YES_NODE, NO_NODE)

    def any(self, parts: Iterable[Node]) -> Node:
        """Return YES where one part is YES, NO where every part is NO."""
        return self._group("any", parts, NO_NODE, YES_NODE)

    def negation(self, part: Node) -> Node:
        """Return YES for NO, NO for YES, and UNKNOWN for UNKNOWN."""
        if part <= UNKNOWN_NODE:
            return {NO_NODE: YES_NODE, YES_NODE: NO_NODE}.get(part, part)
        step = self.steps[part]
        if step.op == "not":
            return step.parts[0]
        return self._step(Step("not", (part,)), self._is_settled[part])

    def rule(self, condition: Node, unclear: Node) -> Node:
        """Return the condition while `unclear` is NO, and UNKNOWN otherwise."""
        if unclear <= UNKNOWN_NODE:
            return condition if unclear == NO_NODE else UNKNOWN_NODE
        return self._step(Step("rule", (condition, unclear)))

    def sure(self, part: Node) -> Node:
        """Return YES where the part is YES, and NO elsewhere."""
        return self._asked_of("sure", part, part)

    def may(self, part: Node) -> Node:
        """Return NO where the part is NO, and YES elsewhere."""
        return self._asked_of("may", part, part)

    def open(self, part: Node) -> Node:
        """Return YES where the part is UNKNOWN, and NO elsewhere."""
        return self._asked_of("open", part, NO_NODE)

    def _asked_of(self, op: str, part: Node, if_settled: Node) -> Node:
        if part == UNKNOWN_NODE:
            return NO_NODE if op == "sure" else YES_NODE
        if self._is_settled[part]:
            return if_settled
        return self._step(Step(op, (part,)), True)

    def _group(self, op: str, parts: Iterable[Node], neutral: Node, decisive: Node) -> Node:
        left = tuple(sorted({part for part in parts if part != neutral}))
        if decisive in left:
            return decisive
        if len(left) < 2:
            return left[0] if left else neutral
        return self._step(Step(op, left), all(self._is_settled[part] for part in left))

    def _step(self, step: Step, is_settled: bool = False) -> Node:
        node = self._known.get(step)
        if node is None:
            node = self._known[step] = len(self.steps)
            self.steps.append(step)
            self._is_settled.append(is_settled)
        return node
