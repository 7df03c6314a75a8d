"""What a condition may come to, whatever is answered to the questions that are not reached yet."""

from collections.abc import Callable
from itertools import product

from interview.rules import conditions as c
from interview.rules.compiling import Compiler
from interview.rules.folding import Fold, Group
from interview.rules.rows import NOT_REACHED, Layout, Row
from interview.rules.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, negate

Possible = frozenset[Truth]
FindPossible = Callable[[Row], Possible]
ANY_TRUTH: Possible = frozenset((YES, NO, UNKNOWN))
_COMPARISONS = (c.Is, c.Includes, c.HasAny, c.NotKnown, c.Compare, c.ProgramIs, c.FlagRaised)


class Outcomes:
    """Every truth that answers to what is not reached may give a resolved condition.

    Exact where no fact stands twice in the condition.
    """

    def __init__(self, compiler: Compiler, layout: Layout) -> None:
        self._compiler, self._layout = compiler, layout
        fold: Fold[FindPossible] = Fold(
            leaves=dict.fromkeys(_COMPARISONS, self._leaf),
            group=_group,
            rule=_rule,
            ground=lambda _, rule: rule,
        )
        self.of = fold.condition

    def _leaf(self, comparison: c.Comparison) -> FindPossible:
        judge = self._compiler.condition(comparison).judge
        indexes = [self._layout[fact] for fact in c.comparison_facts(comparison)]

        def find(row: Row) -> Possible:
            truth = judge(row)
            if truth is UNKNOWN and any(row[index] == NOT_REACHED for index in indexes):
                return ANY_TRUTH
            return frozenset((truth,))

        return find


def _group(kind: Group, parts: tuple[FindPossible, ...]) -> FindPossible:
    join = all_of if kind is c.All else any_of

    def find(row: Row) -> Possible:
        each = product(*(part(row) for part in parts))
        found = frozenset(map(join, each))
        return frozenset(map(negate, found)) if kind is c.None_ else found

    return find


def _rule(condition: FindPossible, unclear: FindPossible) -> FindPossible:
    """A rule is its condition while unclear_if is NO, and UNKNOWN otherwise."""

    def find(row: Row) -> Possible:
        doubts = unclear(row)
        found = condition(row) if NO in doubts else frozenset()
        return found if doubts == {NO} else found | {UNKNOWN}

    return find
