"""Everything that a screening concludes, lowered from the content as of one day."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from interview.caseload.lowering.clauses import Clause, Clauses, ends_before
from interview.caseload.lowering.graph import NO_NODE, YES_NODE, Node, TruthGraph
from interview.caseload.lowering.missing import MissingFacts
from interview.caseload.lowering.next_steps import NextSteps
from interview.caseload.lowering.terms import Moved
from interview.content import LANES, Conditioned, Content
from interview.rules import Interval, NotKnown, comparisons, dates, day
from interview.screening import LANE_OF, YEARS_LISTED, Programs, after_those_named


@dataclass(frozen=True)
class DatedConclusion:
    """A deadline: where it is listed, and the date, moved from an answer's."""

    listed: Node
    date: Moved | Interval


@dataclass
class Lowered:
    """All conclusions as of one day (local), each a step of the graph.

    `truths` go by the kind and the id, such as `memo x`; of `choices`, such as the lane,
    one value holds, or none. `deadlines` go by their ids.
    """

    graph: TruthGraph
    as_of: datetime.date
    truths: dict[str, Node] = field(default_factory=dict)
    choices: dict[str, dict[str, Node]] = field(default_factory=dict)
    deadlines: dict[str, DatedConclusion] = field(default_factory=dict)

    def add(self, kind: str, found: dict[str, Node]) -> None:
        """Add conclusions of one kind by their ids."""
        self.truths |= {f"{kind} {name}": node for name, node in found.items()}


# What each person has at most one of, and the kinds of conclusions that may hold of them.
CHOICES = ("lane", "level", "stage", "circuit")
KINDS = (
    "program", "criterion", "ground", "flag", "missing", "positive", "adverse", "option", "memo",
    "note", "escalation", "step", "letter", "today", "odd",
)  # fmt: skip


def lower(content: Content, as_of: datetime.date) -> Lowered:
    """Return everything that the rules conclude of anybody on a day (local)."""
    return _Lowering(content, as_of).lowered()


class _Lowering:
    def __init__(self, content: Content, as_of: datetime.date) -> None:
        self.content, self.as_of = content, as_of
        self.clauses = Clauses(content, day(as_of))
        self.graph = self.clauses.graph
        self.result = Lowered(self.graph, as_of)
        self.missing = MissingFacts(self.clauses, content)

    def lowered(self) -> Lowered:
        content, result = self.content, self.result
        grounds = self._rules(content.priorities.grounds)
        criteria = self._rules(content.criteria.values())
        level = self._level({name: clause.truth for name, clause in grounds.items()})
        self._judge_programs(criteria)
        flags = self._flags()
        result.choices["lane"] = self._lane(flags, level)
        result.choices["level"] = level
        result.add("criterion", self._truths(self._of_the_day(criteria)))
        result.add("ground", self._truths(grounds))
        result.add("flag", {flag.id: self.clauses.raised[flag.id] for flag in content.flags})
        for clause in grounds.values():
            self.missing.search(clause, YES_NODE)
        result.add("missing", self.missing.found())
        NextSteps(content, self.clauses, self.as_of).add_to(result.add, result.choices)
        result.deadlines = self._deadlines()
        odd = {
            one.id: self._sure(self.clauses.condition(one.condition)) for one in content.oddities
        }
        result.add("odd", odd)
        return result

    def _rules(self, ruled: Iterable[Conditioned]) -> dict[str, Clause]:
        return {one.id: self.clauses.rule(one.rule) for one in ruled}

    def _truths(self, clauses: dict[str, Clause]) -> dict[str, Node]:
        return {name: clause.truth for name, clause in clauses.items()}

    def _sure(self, clause: Clause) -> Node:
        return self.graph.sure(clause.truth)

    # ------------------------------------------------------------ programs and level

    def _judge_programs(self, criteria: dict[str, Clause]) -> None:
        """Conclude on the programs that there are; one that is not there yet is no match."""
        programs = Programs(self.content)
        self.clauses.programs |= dict.fromkeys(programs.all, NO_NODE)
        found: dict[str, Node] = {}
        for program, needed in programs.on(self.as_of).items():
            truth = found[program] = self.graph.all(criteria[name].truth for name in needed)
            for name in needed:
                self.missing.search(criteria[name], self.graph.open(truth))
        self.clauses.programs |= found
        self.result.add("program", found)

    def _of_the_day(self, criteria: dict[str, Clause]) -> dict[str, Clause]:
        return {
            name: clause
            for name, clause in criteria.items()
            if self.content.criteria[name].exists_on(self.as_of)
        }

    def _level(self, grounds: dict[str, Node]) -> dict[str, Node]:
        """The most serious level that holds, unless a more serious one may hold."""
        at = {ground.id: ground.level for ground in self.content.priorities.grounds}
        graph, found = self.graph, {}
        none_so_far = YES_NODE
        for level in sorted(set(at.values())):
            any_here = graph.any(grounds[name] for name in grounds if at[name] == level)
            found[str(level)] = graph.all((none_so_far, graph.sure(any_here)))
            no_here = graph.negation(graph.may(any_here))
            none_so_far = graph.all((none_so_far, no_here))
        found["none"] = none_so_far
        found["unknown"] = graph.negation(graph.any(found.values()))
        return found

    # ------------------------------------------------------------ flags and lane

    def _flags(self) -> dict[str, Clause]:
        """How each flag's condition stands; how the flag does is kept for what names it."""
        flags = {flag.id: flag for flag in self.content.flags}
        found: dict[str, Clause] = {}
        for name in after_those_named(self.content):
            flag = flags[name]
            clause = found[name] = self.clauses.rule(flag.rule)
            excused = None
            if flag.cautious_unless is not None:
                excused = self.clauses.condition(flag.cautious_unless)
                self.missing.search(excused, self.graph.open(clause.truth))
            self.clauses.raised[name] = (
                self._standing(clause, excused) if flag.cautious else clause.truth
            )
            self.missing.search(clause, YES_NODE)
            for part in comparisons(flag.condition):
                if isinstance(part, NotKnown):
                    self.missing.ask_for(part.fact, self._sure(clause))
        return found

    def _standing(self, clause: Clause, excused: Clause | None) -> Node:
        """A cautious flag is raised in doubt, unless something is sure."""
        spared = NO_NODE if excused is None else self._sure(excused)
        in_doubt = self.graph.all((self.graph.open(clause.truth), self.graph.negation(spared)))
        return self.graph.any((clause.truth, in_doubt))

    def _lane(self, flags: dict[str, Clause], level: dict[str, Node]) -> dict[str, Node]:
        """How soon, by the most urgent flag; blue only where nothing at all is open."""
        graph = self.graph
        found: dict[str, Node] = dict.fromkeys(LANES, NO_NODE)
        urgency = {flag.id: flag.urgency for flag in self.content.flags}
        nothing_so_far = YES_NODE
        for wanted, lane in LANE_OF.items():
            raised = graph.any(
                graph.sure(self.clauses.raised[name]) for name in flags if urgency[name] == wanted
            )
            found[lane] = graph.all((nothing_so_far, raised))
            nothing_so_far = graph.all((nothing_so_far, graph.negation(raised)))
        open_ = [graph.open(clause.truth) for clause in flags.values()]
        open_ += [graph.open(truth) for truth in self.clauses.programs.values()]
        is_closed = graph.negation(graph.any(open_))
        found["blue"] = graph.all((nothing_so_far, is_closed, level["none"]))
        others = [node for lane, node in found.items() if lane != "yellow"]
        found["yellow"] = graph.negation(graph.any(others))
        return found

    # ------------------------------------------------------------ deadlines

    def _deadlines(self) -> dict[str, DatedConclusion]:
        """The deadlines that run or may run; one that ended long before the day is history."""
        listed_from = dates.years_after(day(self.as_of), -YEARS_LISTED).first
        found = {}
        for deadline in self.content.deadlines:
            date = self.clauses.date(deadline.date)
            runs = self.graph.may(self.clauses.condition(deadline.when).truth)
            is_over = ends_before(self.clauses, date, listed_from)
            listed = [self.graph.negation(is_over), runs]
            if isinstance(date, Moved):
                dated = self.graph.answer("dated", date.fact, True)
                listed += [self.clauses.asked[date.fact], dated]
            found[deadline.id] = DatedConclusion(self.graph.all(listed), date)
        return found
