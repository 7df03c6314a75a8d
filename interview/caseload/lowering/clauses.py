"""Conditions as steps of a graph, and what each is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from interview.caseload.lowering.graph import NO_NODE, YES_NODE, Node, TruthGraph
from interview.caseload.lowering.terms import Moved, folded, last_day_before
from interview.content import Content
from interview.rules import NO, YES, Fold, Group, Interval, Truth, dates
from interview.rules import conditions as c

_SETTLED: dict[Truth, Node] = {NO: NO_NODE, YES: YES_NODE}


@dataclass(frozen=True, eq=False)
class Clause:
    """A condition: its truth, the conditions inside it, and the facts that it looks at itself."""

    truth: Node
    parts: tuple["Clause", ...] = ()
    facts: tuple[str, ...] = ()


class Clauses:
    """Every condition of one content as clauses, on the path of answers, as of one day."""

    def __init__(self, content: Content, as_of: Interval) -> None:
        self.graph, self._as_of = TruthGraph(), as_of
        self.asked: dict[str, Node] = {}
        self.asked_if: dict[str, Clause] = {}
        # What programs and flags come to, as far as it is concluded.
        self.programs: dict[str, Node] = {}
        self.raised: dict[str, Node] = {}
        self._types = {question.id: question.type for question in content.questions}
        fold = Fold(self._leaves(), self._group, self._rule, lambda _, rule: rule)
        self.condition, self.rule = fold.condition, fold.rule
        for question in content.questions:
            asked = YES_NODE
            if question.asked_if is not None:
                clause = self.asked_if[question.id] = self.condition(question.asked_if)
                asked = self.graph.may(clause.truth)
            self.asked[question.id] = asked

    def _leaves(self) -> dict[type, Callable[[Any], Clause]]:
        return {
            c.Is: lambda line: self._on_path("is", line.fact, line.values),
            c.Includes: lambda line: self._on_path("includes", line.fact, line.values),
            c.HasAny: lambda line: self._on_path("includes", line.fact, None),
            c.NotKnown: lambda line: Clause(self.not_known(line.fact)),
            c.Compare: self._compare,
            c.ProgramIs: self._program_is,
            c.FlagRaised: lambda line: Clause(self.graph.sure(self.raised.get(line.flag, NO_NODE))),
        }

    def _on_path(self, op: str, fact: str, values: tuple[str, ...] | None) -> Clause:
        """What looks at an answer off the path is NO."""
        wanted = None if values is None else tuple(sorted(values))
        truth = self.graph.all((self.graph.answer(op, (fact, wanted)), self.asked[fact]))
        return Clause(truth, (), (fact,))

    def not_known(self, fact: str) -> Node:
        """Return where a fact is on the path and not known; a partial date is an answer."""
        usable = self.graph.answer("dated" if self._is_date(fact) else "known", fact, True)
        return self.graph.all((self.asked[fact], self.graph.negation(usable)))

    def left_open(self, fact: str) -> Node:
        """Return where a fact is on the path and not fully known."""
        known = self.graph.answer("one_day" if self._is_date(fact) else "known", fact, True)
        return self.graph.all((self.asked[fact], self.graph.negation(known)))

    def _is_date(self, fact: str) -> bool:
        return self._types[fact] == "date"

    def _program_is(self, line: c.ProgramIs) -> Clause:
        result = self.programs.get(line.program)
        if result is None:
            # Before the programs are judged, this is NO.
            return Clause(NO_NODE)
        found = {
            "matches": self.graph.sure(result),
            "may_match": self.graph.open(result),
            "does_not_match": self.graph.negation(self.graph.may(result)),
        }
        return Clause(found[line.result])

    # ------------------------------------------------------------ groups

    def _group(self, kind: Group, parts: tuple[Clause, ...]) -> Clause:
        truths = [part.truth for part in parts]
        if kind is c.All:
            return Clause(self.graph.all(truths), parts)
        found = self.graph.any(truths)
        return Clause(found if kind is c.Any_ else self.graph.negation(found), parts)

    def _rule(self, condition: Clause, unclear: Clause) -> Clause:
        truth = self.graph.rule(condition.truth, unclear.truth)
        return Clause(truth, (condition, unclear))

    # ------------------------------------------------------------ dates

    def date(self, term: c.DateTerm) -> Moved | Interval:
        """Return what a date of a condition is on the day."""
        return folded(term, self._as_of)

    def _compare(self, line: c.Compare) -> Clause:
        left, right = self.date(line.left), self.date(line.right)
        if isinstance(left, Interval) and isinstance(right, Interval):
            return Clause(_SETTLED[c.DATE_VERBS[line.verb](left, right)])
        facts = c.comparison_facts(line)
        asked = (self.asked[fact] for fact in facts)
        return Clause(self.graph.all((self._compared(left, line.verb, right), *asked)), (), facts)

    def _compared(self, left: Moved | Interval, verb: str, right: Moved | Interval) -> Node:
        before, negation = self.is_before, self.graph.negation
        match verb:
            case "is before":
                return before(left, right)
            case "is after":
                return before(right, left)
            case "is on or before":
                return negation(before(right, left))
            case "is on or after":
                return negation(before(left, right))
        raise TypeError(f"this verb is not known here: {verb}")

    def is_before(self, left: Moved | Interval, right: Moved | Interval) -> Node:
        """Return how it stands that a date, if it is known, is before another one.

        Of one answer and a fixed date is left: YES up to one day, NO from another day on.
        """
        if isinstance(left, Moved) and isinstance(right, Moved):
            return self.graph.answer("before", (left, right))
        if isinstance(left, Moved):
            assert isinstance(right, Interval), "two fixed dates are compared by the rules"
            yes_up_to = last_day_before(right.first, left.moves)
            no_from = last_day_before(right.last, left.moves) + 1
            return self.graph.answer("early", (left.fact, yes_up_to, no_from))
        # Not on or before the fixed date.
        assert isinstance(right, Moved), "two fixed dates are compared by the rules"
        yes_up_to = last_day_before(left.first + 1, right.moves)
        no_from = last_day_before(left.last + 1, right.moves) + 1
        return self.graph.negation(self.graph.answer("early", (right.fact, yes_up_to, no_from)))


def ends_before(clauses: Clauses, date: Moved | Interval, day: int) -> Node:
    """Return where the last day of a date is before a day (an ordinal); NO where nobody knows."""
    limit = dates.Interval(day, day)
    if isinstance(date, Interval):
        return YES_NODE if date.last < day else NO_NODE
    return clauses.graph.sure(clauses.is_before(date, limit))
