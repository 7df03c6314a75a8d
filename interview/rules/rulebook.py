"""Rules of one kind, compiled once and judged together, a few answers at a time.

Most rules look at one or two closed answers. Neighbours share one look-up: what a handful of
answers means for all of them is worked out once and remembered. Rules on dates, on grounds and
on programs are judged one by one.
"""

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple, Protocol

from interview.rules.compiling import Find, Judge, Person, Places, compile_rule, remember
from interview.rules.conditions import Compare, GroundHolds, ProgramIs, Rule, parts, rule_facts
from interview.rules.truth import YES, Truth

# More answers in one look-up are seldom the same ones again.
MOST_FACTS = 6

Truths = dict[str, Truth]


class Ruled(Protocol):
    """Anything of the content that has an id and a rule."""

    @property
    def id(self) -> str: ...

    @property
    def rule(self) -> Rule: ...


class Compiled(NamedTuple):
    """One rule of the content, compiled."""

    id: str
    judge: Judge
    unknown: Find


# Which answers neighbouring rules look at, what such answers meant before, and the rules.
Together = tuple[Callable[[Person], object], dict[object, Truths], list[Compiled]]


class Rulebook:
    """Rules in their order, judged for one person after another."""

    def __init__(self, ruled: Iterable[Ruled], places: Places) -> None:
        listed = list(ruled)
        self.rules = [Compiled(item.id, *compile_rule(item.rule, places)) for item in listed]
        self._in_order: Truths = dict.fromkeys((rule.id for rule in self.rules), YES)
        closed = [_is_closed(item.rule) for item in listed]
        self._alone = [rule for rule, shared in zip(self.rules, closed, strict=True) if not shared]
        together = [
            (rule, rule_facts(item.rule))
            for rule, item, shared in zip(self.rules, listed, closed, strict=True)
            if shared
        ]
        self._together: list[Together] = [
            (itemgetter(*(places[fact] for fact in facts)), {}, rules)
            for rules, facts in _neighbours(together)
        ]

    def judge(self, person: Person) -> Truths:
        """Return how each rule stands for a person, in the order of the rules."""
        truths = self._in_order.copy()
        for answers_of, seen, rules in self._together:
            answers = answers_of(person)
            found = seen.get(answers)
            if found is None:
                found = remember(seen, answers, {rule.id: rule.judge(person) for rule in rules})
            truths.update(found)
        for rule in self._alone:
            truths[rule.id] = rule.judge(person)
        return truths

    def holding(self, person: Person) -> tuple[str, ...]:
        """Return the rules that are YES for a person, in the order of the rules."""
        return tuple([rule for rule, truth in self.judge(person).items() if truth is YES])


def _is_closed(rule: Rule) -> bool:
    """Say whether a rule looks at nothing but answers from closed lists."""
    waiting = [condition for condition in (rule.condition, rule.unclear_if) if condition]
    while waiting:
        condition = waiting.pop()
        if isinstance(condition, Compare | GroundHolds | ProgramIs):
            return False
        waiting += parts(condition)
    return bool(rule_facts(rule))


def _neighbours(
    rules: list[tuple[Compiled, tuple[str, ...]]],
) -> Iterator[tuple[list[Compiled], list[str]]]:
    """Gather neighbouring rules while they look at few enough facts together."""
    gathered: list[Compiled] = []
    facts: list[str] = []
    for rule, looked_at in rules:
        more = [fact for fact in looked_at if fact not in facts]
        if gathered and len(facts) + len(more) > MOST_FACTS:
            yield gathered, facts
            gathered, facts, more = [], [], list(looked_at)
        gathered.append(rule)
        facts = facts + more
    if gathered:
        yield gathered, facts
