"""Which flags are raised: a cautious one where it may hold, each after those that it names."""

from collections.abc import Iterable, Iterator

from interview.content import Conditioned, Content, Flag
from interview.rules import (
    NO,
    UNKNOWN,
    YES,
    Condition,
    Judge,
    Row,
    Truth,
    conditions,
)
from interview.screening.path import Path

Truths = dict[str, Truth]


class FlagBook:
    """The flags of one content, judged for one row after another."""

    def __init__(self, content: Content, path: Path) -> None:
        self.rules = {flag.id: path.compiler.rule(flag.rule) for flag in content.flags}
        self._in_order: Truths = dict.fromkeys(self.rules, NO)
        self._cautious = {flag.id: _unless(flag, path) for flag in content.flags if flag.cautious}
        named = _named_somewhere(content)
        self._index = {flag: path.layout[f"flag {flag}"] for flag in self.rules if flag in named}
        self._judged = [(flag, self.rules[flag].judge) for flag in after_those_named(content)]

    def judge(self, row: Row) -> tuple[Truths, Truths]:
        """Return how each condition stands, and how each flag does: YES where it is raised."""
        truths, raised = self._in_order.copy(), self._in_order.copy()
        index, cautious = self._index, self._cautious
        for flag, judge in self._judged:
            truth = truths[flag] = judge(row)
            if truth is UNKNOWN and flag in cautious and cautious[flag](row) is not YES:
                truth = YES
            raised[flag] = truth
            if flag in index:
                row[index[flag]] = truth
        return truths, raised


def _unless(flag: Flag, path: Path) -> Judge:
    if flag.cautious_unless is None:
        return lambda row: NO
    return path.compiler.condition(flag.cautious_unless).judge


def _named_somewhere(content: Content) -> frozenset[str]:
    """The flags that a condition of the content speaks of: others need no column."""
    found: set[str] = set()
    for condition in _after_flags(content):
        found |= conditions.flags_named(condition)
    return frozenset(found)


def _after_flags(content: Content) -> Iterator[Condition]:
    """Every condition that is judged when flags are, or later."""
    factors, stages = content.factors, content.options.stages
    ruled: Iterable[Conditioned] = (
        *content.flags, *content.notes, *content.memos, *stages, *factors.positive, *factors.adverse
    )  # fmt: skip
    yield from (one.condition for one in ruled)
    yield from (o.condition for stage in stages for o in stage.options if o.condition is not None)
    yield from (deadline.when for deadline in content.deadlines)
    yield content.detention.condition
    yield from (g.condition for g in content.detention.groups if g.condition is not None)
    yield content.escalation.shown_if
    yield from (start.condition for start in content.escalation.starts)


def after_those_named(content: Content) -> list[str]:
    """Return the flags so that each stands after those that its condition names."""
    named = {flag.id: conditions.flags_named(flag.condition) for flag in content.flags}
    ordered: list[str] = []
    while ready := [f for f in named if f not in ordered and named[f] <= set(ordered)]:
        ordered += ready
    return ordered
