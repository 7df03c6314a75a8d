"""One walk over a condition tree for everything that is made of it, from the comparisons up.

What a tree becomes is up to whoever folds it: functions that judge a row, formulas, columns.
"""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from interview.rules.conditions import (
    All,
    Any_,
    AnyGround,
    Condition,
    FlagRaised,
    GroundHolds,
    Named,
    None_,
    ProgramIs,
    Rule,
    comparisons,
)

T = TypeVar("T")
Group = type[All] | type[Any_] | type[None_]


class Fold(Generic[T]):
    """Makes one kind of thing of conditions and rules, each condition once.

    `leaves`: what a comparison becomes, by its type. `group`: what All, Any_ or None_ of some parts
    becomes. `rule`: what a condition with an unclear_if becomes. `ground`: what a ground becomes
    whose rule became the second argument.
    """

    def __init__(
        self,
        leaves: Mapping[type, Callable[[Any], T]],
        group: Callable[[Group, tuple[T, ...]], T],
        rule: Callable[[T, T], T],
        ground: Callable[[str, T], T],
    ) -> None:
        self._leaves, self._group, self._rule, self._ground = leaves, group, rule, ground
        self._seen: dict[Condition | Rule, T] = {}

    @property
    def seen(self) -> list[Condition]:
        """The conditions that were folded so far."""
        return [one for one in self._seen if not isinstance(one, Rule)]

    def rule(self, rule: Rule) -> T:
        """Return what a resolved rule becomes; raise TypeError."""
        if rule.unclear_if is None:
            return self.condition(rule.condition)
        found = self._seen.get(rule)
        if found is None:
            condition, unclear = self.condition(rule.condition), self.condition(rule.unclear_if)
            found = self._seen[rule] = self._rule(condition, unclear)
        return found

    def condition(self, condition: Condition) -> T:
        """Return what a resolved condition becomes; raise TypeError for one that is not resolved.

        What hangs on a program or a flag is not kept: it may be asked before that is settled too.
        """
        if any(isinstance(part, ProgramIs | FlagRaised) for part in comparisons(condition)):
            return self._made(condition)
        found = self._seen.get(condition)
        if found is None:
            found = self._seen[condition] = self._made(condition)
        return found

    def _made(self, condition: Condition) -> T:
        match condition:
            case All(parts) | Any_(parts) | None_(parts):
                return self._group(type(condition), tuple(map(self.condition, parts)))
            case Named(_, inner) if inner is not None:
                return self.condition(inner)
            case GroundHolds(ground, rule) if rule is not None:
                return self._ground(ground, self.rule(rule))
            case AnyGround(grounds):
                return self._group(Any_, tuple(map(self.condition, grounds)))
        if type(condition) not in self._leaves:
            raise TypeError(f"this condition was not resolved: {condition}")
        return self._leaves[type(condition)](condition)
