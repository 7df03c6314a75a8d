"""What can be done next, lowered: options, memos, notes, steps, letters, and what is true today."""

import datetime
from collections.abc import Callable, Iterable, Mapping

from interview.caseload.lowering.clauses import Clauses
from interview.caseload.lowering.graph import NO_NODE, YES_NODE, Node
from interview.content import Conditioned, Content, Option
from interview.rules import Condition
from interview.rules import conditions as c
from interview.screening import event_id, latest_event

Add = Callable[[str, dict[str, Node]], None]


class NextSteps:
    """The conclusions after those on programs, priorities and flags."""

    def __init__(self, content: Content, clauses: Clauses, as_of: datetime.date) -> None:
        self.content, self.clauses, self.as_of = content, clauses, as_of
        self.graph = clauses.graph

    def add_to(self, add: Add, choices: dict[str, dict[str, Node]]) -> None:
        """Add every such conclusion, by its kind and id."""
        content = self.content
        stages = choices["stage"] = self._first(self._holding(content.options.stages))
        shown = self._sure(content.escalation.shown_if)
        add("positive", self._holding(content.factors.positive))
        add("adverse", self._holding(content.factors.adverse))
        add("option", self._options(stages, lambda option: True))
        add("memo", self._holding(content.memos))
        add("note", self._holding(content.notes))
        add("escalation", {"shown": shown})
        add("step", self._steps(shown))
        offered = self._options(stages, lambda option: option.letter is not None)
        add("letter", {name: self.graph.all((shown, asked)) for name, asked in offered.items()})
        add("today", self._today())
        choices["circuit"] = self._circuit()

    def _sure(self, condition: Condition) -> Node:
        return self.graph.sure(self.clauses.condition(condition).truth)

    def _holding(self, ruled: Iterable[Conditioned]) -> dict[str, Node]:
        return {one.id: self.graph.sure(self.clauses.rule(one.rule).truth) for one in ruled}

    def _first(self, holding: Mapping[str, Node]) -> dict[str, Node]:
        """Return where each of several is the first that holds."""
        found, earlier = {}, NO_NODE
        for name, holds in holding.items():
            found[name] = self.graph.all((holds, self.graph.negation(earlier)))
            earlier = self.graph.any((earlier, holds))
        return found

    def _options(
        self, stages: Mapping[str, Node], is_wanted: Callable[[Option], bool]
    ) -> dict[str, Node]:
        """What could be asked for; two stages may offer an option of the same id."""
        found: dict[str, Node] = {}
        for stage in self.content.options.stages:
            for option in filter(is_wanted, stage.options):
                offered = self.graph.all((stages[stage.id], self._fits(option)))
                found[option.id] = self.graph.any((found.get(option.id, NO_NODE), offered))
        return found

    def _fits(self, option: Option) -> Node:
        if not option.exists_on(self.as_of):
            return NO_NODE
        if option.condition is None:
            return YES_NODE
        return self.graph.may(self.clauses.condition(option.condition).truth)

    def _steps(self, shown: Node) -> dict[str, Node]:
        """All steps from where the first fitting start begins; from the first where none fits."""
        names = [step.id for step in self.content.escalation.steps]
        starts = self.content.escalation.starts
        holding = {str(n): self._sure(start.condition) for n, start in enumerate(starts)}
        begins = [(names.index(starts[int(n)].step), on) for n, on in self._first(holding).items()]
        found = {}
        for number, name in enumerate(names):
            later = self.graph.any(on for first, on in begins if first > number)
            found[name] = self.graph.all((shown, self.graph.negation(later)))
        return found

    def _today(self) -> dict[str, Node]:
        """The latest event of each timeline that a raised flag names."""
        found: dict[str, Node] = {}
        for timeline in self.content.law.timelines:
            event = latest_event(timeline, self.as_of)
            naming = [flag.id for flag in self.content.flags if timeline.id in flag.timelines]
            if event is not None and naming:
                raised = (self.graph.sure(self.clauses.raised[flag]) for flag in naming)
                found[event_id(timeline, event)] = self.graph.any(raised)
        return found

    def _circuit(self) -> dict[str, Node]:
        """The court over the place where somebody is held; the other place where none is known."""
        circuits, graph = self.content.circuits, self.graph
        if self.as_of < circuits.begins:
            return {}
        held = self._sure(circuits.condition)
        first, second = circuits.place_of_custody, circuits.otherwise
        is_known = graph.answer("known", first, True)
        elsewhere = graph.negation(graph.all((self.clauses.asked[first], is_known)))
        found: dict[str, Node] = {}
        for circuit in circuits.circuits:
            here = self._sure(c.Is(first, circuit.states))
            there = graph.all((elsewhere, self._sure(c.Is(second, circuit.states))))
            at = graph.all((held, graph.any((here, there))))
            found[circuit.court] = graph.any((found.get(circuit.court, NO_NODE), at))
        return found
