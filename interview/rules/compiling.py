"""Conditions and rules, compiled once into functions that judge one row after another."""

from collections.abc import Iterable
from functools import partial
from operator import itemgetter
from typing import Protocol

from interview.rules import conditions as c
from interview.rules.comparing import compile_answer, compile_dates, compile_flag, compile_program
from interview.rules.folding import Fold, Group
from interview.rules.rows import NOTHING, Compiled, Layout, Row, looked_up
from interview.rules.truth import NO, UNKNOWN, YES, Truth

# The truth of a part that settles the group at once, and the group's truth then and otherwise.
_SETTLING: dict[Group, tuple[Truth, Truth, Truth]] = {
    c.All: (NO, NO, YES),
    c.Any_: (YES, YES, NO),
    c.None_: (YES, NO, YES),
}


class Compiler:
    """Compiles the conditions and rules of one content for rows of one layout."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        answer = partial(compile_answer, layout=layout)
        fold: Fold[Compiled] = Fold(
            leaves={
                c.Is: answer,
                c.Includes: answer,
                c.HasAny: answer,
                c.NotKnown: answer,
                c.Compare: partial(compile_dates, layout=layout),
                c.ProgramIs: partial(compile_program, layout=layout),
                c.FlagRaised: partial(compile_flag, layout=layout),
            },
            group=self._group,
            rule=self._rule,
            ground=self._ground,
        )
        self.condition, self.rule = fold.condition, fold.rule

    def _rule(self, condition: Compiled, unclear: Compiled) -> Compiled:
        """A rule is its condition while unclear_if is NO, and UNKNOWN otherwise."""

        def judge(row: Row) -> Truth:
            return condition.judge(row) if unclear.judge(row) is NO else UNKNOWN

        def deciding(row: Row) -> tuple[str, ...]:
            if unclear.judge(row) is NO:
                return condition.deciding(row)
            return _each_once(condition.deciding(row) + unclear.deciding(row))

        unknown = partial(_unknown, (condition, unclear))
        comparisons = condition.comparisons + unclear.comparisons
        return self._remembering(Compiled(judge, unknown, deciding, comparisons))

    def _ground(self, ground: str, rule: Compiled) -> Compiled:
        """A ground is judged once, before the criteria, and its truth stands in the row."""
        index = self._layout[f"ground {ground}"]

        def judge(row: Row) -> Truth:
            truth = row[index]
            assert isinstance(truth, Truth)
            return truth

        return rule._replace(judge=judge)

    def _group(self, kind: Group, parts: tuple[Compiled, ...]) -> Compiled:
        # Dates take longest to compare, so they are judged last; the order changes no truth.
        judges = tuple(part.judge for part in sorted(parts, key=_dates_in))
        decisive, settled, otherwise = _SETTLING[kind]

        def judge(row: Row) -> Truth:
            result = otherwise
            for part in judges:
                truth = part(row)
                if truth is decisive:
                    return settled
                if truth is UNKNOWN:
                    result = UNKNOWN
            return result

        def deciding(row: Row) -> tuple[str, ...]:
            truth = judge(row)
            wanted = {settled: decisive, UNKNOWN: UNKNOWN}.get(truth)
            return _each_once(
                fact
                for part in parts
                if wanted is None or part.judge(row) is wanted
                for fact in part.deciding(row)
            )

        comparisons = tuple(one for part in parts for one in part.comparisons)
        unknown = partial(_unknown, parts)
        return self._remembering(Compiled(judge, unknown, deciding, comparisons))

    def _remembering(self, compiled: Compiled) -> Compiled:
        """Look up what was judged before, where only closed answers count: dates hardly recur."""
        settled_later = (c.Compare, c.ProgramIs, c.FlagRaised)
        if any(isinstance(part, settled_later) for part in compiled.comparisons):
            return compiled
        facts = _each_once(f for part in compiled.comparisons for f in c.comparison_facts(part))
        key_of = itemgetter(*(self._layout[fact] for fact in facts))
        judge, unknown = looked_up(compiled.judge, key_of), looked_up(compiled.unknown, key_of)
        return compiled._replace(judge=judge, unknown=unknown)


def compile_condition(condition: c.Condition, layout: Layout) -> Compiled:
    """Compile one resolved condition for rows of one layout."""
    return Compiler(layout).condition(condition)


def _dates_in(compiled: Compiled) -> int:
    return sum(isinstance(part, c.Compare) for part in compiled.comparisons)


def _unknown(parts: tuple[Compiled, ...], row: Row) -> frozenset[str]:
    """The facts that keep the parts unknown: reached through unknown parts only."""
    return NOTHING.union(*(part.unknown(row) for part in parts if part.judge(row) is UNKNOWN))


def _each_once(facts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(facts))


# ---------------------------------------------------------------- rules of one kind


class Ruled(Protocol):
    """Anything of the content that has an id and a rule."""

    @property
    def id(self) -> str: ...

    @property
    def rule(self) -> c.Rule: ...


class Rulebook:
    """Rules of one kind in their order, compiled; `rules` has each by its id."""

    def __init__(self, ruled: Iterable[Ruled], compiler: Compiler) -> None:
        self.rules = {item.id: compiler.rule(item.rule) for item in ruled}
        self._judges = [(name, rule.judge) for name, rule in self.rules.items()]

    def judge(self, row: Row) -> dict[str, Truth]:
        """Return how each rule stands for a row, in the order of the rules."""
        return {name: judge(row) for name, judge in self._judges}

    def holding(self, row: Row) -> tuple[str, ...]:
        """Return the rules that are YES for a row, in the order of the rules."""
        return tuple([name for name, judge in self._judges if judge(row) is YES])
