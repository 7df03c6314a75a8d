"""What can still depend on the answers that are not given yet: formulas, and their remainders.

A condition has three truths; here each is a formula of its own, over "this comparison comes out
YES" and "this comparison comes out NO". Equal formulas are one number, so equal remainders meet.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from interview.content import Content
from interview.rules import NO, UNKNOWN, YES, Truth
from interview.rules import conditions as c

FALSE, TRUE = 0, 1
Comparison = c.Comparison
# Comparisons are numbered, because formulas look them up all the time.
Mark = int
Given = dict[Mark, Truth]
_Key = tuple[str, Any]


class Formulas:
    """A store of formulas; each is a number, FALSE is 0 and TRUE is 1."""

    def __init__(self) -> None:
        self._keys: list[_Key] = [("constant", False), ("constant", True)]
        self._numbers: dict[_Key, int] = {key: n for n, key in enumerate(self._keys)}
        self._speaks: list[frozenset[Mark]] = [frozenset(), frozenset()]
        self.comparisons: list[Comparison] = []
        self._marks: dict[Comparison, Mark] = {}
        self._after: dict[tuple[int, int], int] = {}

    def _number(self, key: _Key, speaks: frozenset[Mark]) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._keys)
            self._keys.append(key)
            self._speaks.append(speaks)
        return number

    def mark(self, comparison: Comparison) -> Mark:
        """Return the number of a comparison."""
        if comparison not in self._marks:
            self._marks[comparison] = len(self.comparisons)
            self.comparisons.append(comparison)
        return self._marks[comparison]

    def comes_out(self, comparison: Comparison, truth: Truth) -> int:
        """Return the formula that a comparison is YES, or that it is NO."""
        mark = self.mark(comparison)
        return self._number(("is", (mark, truth)), frozenset((mark,)))

    def both(self, parts: Iterable[int]) -> int:
        """Return the formula that all parts hold."""
        return self._group("and", parts, FALSE, TRUE)

    def either(self, parts: Iterable[int]) -> int:
        """Return the formula that at least one part holds."""
        return self._group("or", parts, TRUE, FALSE)

    def _group(self, word: str, parts: Iterable[int], decisive: int, idle: int) -> int:
        kept: set[int] = set()
        for part in parts:
            if part == decisive:
                return decisive
            if self._keys[part][0] == word:
                kept |= self._keys[part][1]
            elif part != idle:
                kept.add(part)
        if len(kept) <= 1:
            return kept.pop() if kept else idle
        speaks = frozenset().union(*(self._speaks[part] for part in kept))
        return self._number((word, frozenset(kept)), speaks)

    def opposite(self, part: int) -> int:
        """Return the formula that a part does not hold."""
        if part in (FALSE, TRUE):
            return TRUE - part
        word, inner = self._keys[part]
        if word == "not":
            return int(inner)
        return self._number(("not", part), self._speaks[part])

    def speaks_of(self, formula: int) -> frozenset[Mark]:
        """Return the comparisons, by number, that a formula still depends on."""
        return self._speaks[formula]

    def after(self, formula: int, given: Given, name: int) -> int:
        """Return what remains of a formula once some comparisons are settled.

        `name` is a number of the caller's that stands for `given`, for remembering.
        """
        if self._speaks[formula].isdisjoint(given):
            return formula
        known = self._after.get((formula, name))
        if known is None:
            known = self._after[formula, name] = self._settle(formula, given, name)
        return known

    def _settle(self, formula: int, given: Given, name: int) -> int:
        word, inner = self._keys[formula]
        if word == "is":
            mark, truth = inner
            return TRUE if given[mark] is truth else FALSE
        if word == "not":
            return self.opposite(self.after(inner, given, name))
        parts = (self.after(part, given, name) for part in inner)
        return self.both(parts) if word == "and" else self.either(parts)


class Reader:
    """Reads conditions, rules and outcomes of one content into formulas."""

    def __init__(self, content: Content, formulas: Formulas) -> None:
        self.content = content
        self.formulas = formulas
        self.condition: Callable[[c.Condition, Truth], int] = cache(self._condition)
        self.program: Callable[[str, str], int] = cache(self._program)

    def rule(self, rule: c.Rule, truth: Truth) -> int:
        """Return the formula that a rule has this truth."""
        if truth is UNKNOWN:
            return self._unknown(self.rule(rule, YES), self.rule(rule, NO))
        settled = self.condition(rule.condition, truth)
        if rule.unclear_if is None:
            return settled
        return self.formulas.both((settled, self.condition(rule.unclear_if, NO)))

    def _unknown(self, yes: int, no: int) -> int:
        return self.formulas.opposite(self.formulas.either((yes, no)))

    def _condition(self, condition: c.Condition, truth: Truth) -> int:
        if truth is UNKNOWN:
            return self._unknown(self.condition(condition, YES), self.condition(condition, NO))
        match condition:
            case c.All(parts):
                return self._group(parts, truth, truth, YES)
            case c.Any_(parts):
                return self._group(parts, truth, truth, NO)
            case c.None_(parts):
                return self._group(parts, truth, NO if truth is YES else YES, YES)
            case c.Named(_, inner) if inner is not None:
                return self.condition(inner, truth)
            case c.GroundHolds(_, rule) if rule is not None:
                return self.rule(rule, truth)
            case c.AnyGround(grounds):
                return self._group(grounds, truth, truth, NO)
            case c.ProgramIs(program, result):
                holds = self.program(program, result)
                return holds if truth is YES else self.formulas.opposite(holds)
            case c.Is() | c.Includes() | c.HasAny() | c.NotKnown() | c.Compare():
                return self.formulas.comes_out(condition, truth)
        raise TypeError(f"this condition was not resolved: {condition}")

    def _group(
        self, parts: tuple[c.Condition, ...], truth: Truth, of_parts: Truth, when_all: Truth
    ) -> int:
        """The parts must all have a truth where the group has `when_all`; else one must."""
        wanted = [self.condition(part, of_parts) for part in parts]
        combine = self.formulas.both if truth is when_all else self.formulas.either
        return combine(wanted)

    def _program(self, program: str, result: str) -> int:
        needed = self.content.programs[program].criteria
        rules = [self.content.criteria[criterion].rule for criterion in needed]
        matches = self.formulas.both(self.rule(rule, YES) for rule in rules)
        does_not = self.formulas.either(self.rule(rule, NO) for rule in rules)
        found = {"matches": matches, "does_not_match": does_not}
        return found.get(result, self._unknown(matches, does_not))
