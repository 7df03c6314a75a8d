"""Everything that can come out of a screening, each as a formula over the answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview.authoring.walk.remainders import TRUE, Formulas, Reader
from interview.content import Conditioned, Content
from interview.rules import NO, UNKNOWN, YES
from interview.rules import conditions as c
from interview.screening import URGENT


@dataclass(frozen=True)
class Outcome:
    """One thing that can come out: a kind, what it is about, the value, and when."""

    kind: str
    id: str
    value: str
    formula: int

    def __str__(self) -> str:
        return " ".join(filter(None, (self.kind, self.id, self.value)))


@dataclass(frozen=True)
class LaneFormulas:
    """Parts of which one makes the lane red, and parts that must all hold for blue."""

    red: tuple[int, ...]
    calm: tuple[int, ...]


def conditions(content: Content) -> Iterator[c.Condition]:
    """Yield every condition that a path, a result or a sentence hangs on; oddities are not among
    them, for they only ask back."""
    for question in content.questions:
        if question.asked_if is not None:
            yield question.asked_if
    for ruled in _ruled(content):
        yield ruled.rule.condition
        if ruled.rule.unclear_if is not None:
            yield ruled.rule.unclear_if
    yield from (option.condition for stage in content.options.stages
                for option in stage.options if option.condition is not None)  # fmt: skip
    yield content.escalation.shown_if
    yield from (start.condition for start in content.escalation.starts)
    yield content.detention.condition
    yield from (g.condition for g in content.detention.groups if g.condition is not None)


def _ruled(content: Content) -> Iterator[Conditioned]:
    yield from content.priorities.grounds
    yield from content.criteria.values()
    yield from content.flags
    yield from content.notes
    yield from content.factors.positive
    yield from content.factors.adverse
    yield from content.options.stages
    yield from content.memos


def comparisons(content: Content) -> tuple[c.Comparison, ...]:
    """Return every comparison that a path, a result or a sentence hangs on, each once."""
    found = (part for condition in conditions(content) for part in c.comparisons(condition))
    return tuple(dict.fromkeys(part for part in found if not isinstance(part, c.ProgramIs)))


class Outcomes:
    """The outcomes of one content."""

    def __init__(self, content: Content, reader: Reader) -> None:
        self.content = content
        self.reader = reader
        self.formulas: Formulas = reader.formulas

    def lane(self) -> LaneFormulas:
        """Return when the lane is red, and when it is blue unless it is red."""
        rule = self.reader.rule
        content = self.content
        red = tuple(rule(flag.rule, YES) for flag in content.flags if flag.urgency in URGENT)
        calm = [rule(flag.rule, NO) for flag in content.flags]
        calm += [
            self.formulas.opposite(self.reader.program(program, "may_match"))
            for program in content.programs
        ]
        calm += [rule(ground.rule, NO) for ground in content.priorities.grounds]
        return LaneFormulas(red, tuple(calm))

    def all(self) -> Iterator[Outcome]:
        """Yield every outcome but the lanes."""
        content = self.content
        for program in content.programs:
            for result in ("matches", "may_match", "does_not_match"):
                formula = self.reader.program(program, result)
                yield Outcome("program", program, result, formula)
        for criterion in content.criteria.values():
            yield from self._rule("criterion", criterion, ("yes", "no"))
        for ground in content.priorities.grounds:
            yield from self._rule("ground", ground, ("yes", "no"))
        yield from self._levels()
        for kind, items in (
            ("flag", content.flags),
            ("note", content.notes),
            ("factor", (*content.factors.positive, *content.factors.adverse)),
            ("memo", content.memos),
        ):
            for item in items:
                yield from self._rule(kind, item, ("yes",))
        yield from self._stages()
        yield from self._escalation()
        yield from self._detention()

    def _rule(self, kind: str, item: Conditioned, values: tuple[str, ...]) -> Iterator[Outcome]:
        for truth in (YES, NO):
            if truth.value in values:
                yield Outcome(kind, item.id, truth.value, self.reader.rule(item.rule, truth))
        if item.rule.unclear_if is not None:
            yield Outcome(kind, item.id, "unclear", self.reader.rule(item.rule, UNKNOWN))

    def _levels(self) -> Iterator[Outcome]:
        """The most serious level that holds, unless a more serious one may hold."""
        either, both, opposite = self.formulas.either, self.formulas.both, self.formulas.opposite
        grounds = self.content.priorities.grounds
        settled = []
        more_serious: list[int] = []
        for level in sorted({ground.level for ground in grounds}):
            rules = [ground.rule for ground in grounds if ground.level == level]
            holds = either(self.reader.rule(rule, YES) for rule in rules)
            found = both((holds, *more_serious))
            settled.append(found)
            yield Outcome("level", "", level, found)
            more_serious += [self.reader.rule(rule, NO) for rule in rules]
        none = both(more_serious)
        yield Outcome("level", "", "none", none)
        yield Outcome("level", "", "unknown", opposite(either((*settled, none))))

    def _stages(self) -> Iterator[Outcome]:
        earlier: list[int] = []
        for stage in self.content.options.stages:
            here = self.formulas.both(
                (self.reader.condition(stage.condition, YES),
                 *(self.formulas.opposite(other) for other in earlier))
            )  # fmt: skip
            earlier.append(here)
            yield Outcome("stage", stage.id, "", here)
            for option in stage.options:
                fits = (
                    TRUE
                    if option.condition is None
                    else self.formulas.opposite(self.reader.condition(option.condition, NO))
                )
                yield Outcome("option", option.id, "", self.formulas.both((here, fits)))

    def _escalation(self) -> Iterator[Outcome]:
        escalation = self.content.escalation
        shown = self.reader.condition(escalation.shown_if, YES)
        yield Outcome("escalation", "", "shown", shown)
        yield Outcome("escalation", "", "not shown", self.formulas.opposite(shown))
        earlier: list[int] = []
        for start in escalation.starts:
            applies = self.reader.condition(start.condition, YES)
            here = self.formulas.both((shown, applies, *map(self.formulas.opposite, earlier)))
            earlier.append(applies)
            yield Outcome("escalation", "starts at", start.step, here)

    def _detention(self) -> Iterator[Outcome]:
        detention = self.content.detention
        told = self.reader.condition(detention.condition, YES)
        yield Outcome("detention", "", "", told)
        for group in detention.groups:
            if group.condition is not None:
                here = self.formulas.both((told, self.reader.condition(group.condition, YES)))
                yield Outcome("detention", group.id, "", here)
