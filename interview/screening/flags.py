"""Which flags are raised: a cautious one where it may hold, each after those that it names."""

from collections.abc import Iterable, Iterator

from interview.content import (
    BreakOuts,
    Conditioned,
    Content,
    Deed,
    Flag,
    FlagWording,
    TextFor,
    TextForSome,
)
from interview.rules import (
    NO,
    UNKNOWN,
    YES,
    Condition,
    Outcomes,
    ProgramIs,
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
        self._cautious = {flag.id for flag in content.flags if flag.cautious}
        self._unless = {
            flag.id: path.compiler.condition(flag.cautious_unless)
            for flag in content.flags
            if flag.cautious_unless is not None
        }
        outcomes = Outcomes(path.compiler, path.layout)
        cautious = [flag for flag in content.flags if flag.cautious]
        self._could_be = {flag.id: outcomes.of(flag.condition) for flag in cautious}
        self._could_excuse = {
            flag.id: outcomes.of(flag.cautious_unless)
            for flag in cautious
            if flag.cautious_unless is not None
        }
        self._settled_last = {flag.id for flag in content.flags if _speaks_of_a_program(flag)}
        named = _named_somewhere(content)
        self._index = {flag: path.layout[f"flag {flag}"] for flag in self.rules if flag in named}
        self._judged = [(flag, self.rules[flag].judge) for flag in after_those_named(content)]

    def judge(self, row: Row, is_end: bool = True) -> tuple[Truths, Truths]:
        """Return how each condition stands, and how each flag does: YES where it is raised.

        Before the end a program may still come out otherwise, and so may a flag that hangs on it.
        """
        truths, raised = self._in_order.copy(), self._in_order.copy()
        index, cautious = self._index, self._cautious
        for flag, judge in self._judged:
            truth = truths[flag] = judge(row)
            if (
                truth is UNKNOWN
                and flag in cautious
                and self._is_raised_in_doubt(flag, row, is_end)
            ):
                truth = YES
            if truth is YES and not is_end and flag in self._settled_last:
                truth = UNKNOWN
            raised[flag] = truth
            if flag in index:
                row[index[flag]] = truth
        return truths, raised

    def _is_raised_in_doubt(self, flag: str, row: Row, is_end: bool) -> bool:
        """Say whether a cautious flag is raised; before the end, whatever is answered later."""
        if is_end:
            return not (flag in self._unless and self._unless[flag].judge(row) is YES)
        could_be = self._could_be[flag](row)
        excused = self._could_excuse[flag](row) if flag in self._unless else {NO}
        return NO not in could_be and not (UNKNOWN in could_be and YES in excused)

    def unknown(self, flag: str, row: Row) -> frozenset[str]:
        """Return the facts that keep an UNKNOWN flag's condition open, or whether it is raised."""
        found = self.rules[flag].unknown(row)
        if flag in self._unless and self._unless[flag].judge(row) is UNKNOWN:
            found |= self._unless[flag].unknown(row)
        return found


def _speaks_of_a_program(flag: Flag) -> bool:
    return any(isinstance(part, ProgramIs) for part in conditions.comparisons(flag.condition))


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
        *content.flags, *content.notes, *content.memos, *content.reliefs, *stages,
        *factors.positive, *factors.adverse,
    )  # fmt: skip
    yield from (one.condition for one in ruled)
    yield from (o.condition for stage in stages for o in stage.options if o.condition is not None)
    yield from (deadline.when for deadline in content.deadlines)
    yield content.detention.condition
    yield from (g.condition for g in content.detention.groups if g.condition is not None)
    yield content.escalation.shown_if
    yield from (start.condition for start in content.escalation.starts)
    yield from _of_words_for_some(content)


def _of_words_for_some(content: Content) -> Iterator[Condition]:
    """The conditions of texts and steps that are only for some."""
    yield content.circuits.applies
    yield from (quiet.when for quiet in content.sheet.says_nothing)
    yield from (words.applies for words in _words_for_some(content))
    lanes = content.wording.lanes
    steps = [*content.wording.see_a_lawyer.values(), *(s for lane in lanes for s in lane.steps)]
    yield from (words.applies for step in steps for words in step.where)
    lines = (*content.urgent_door.find_lawyer.texts, *(t for lane in lanes for t in lane.do_not))
    where_not = [line.applies for flag in content.flags for line in flag.do_not]
    where = [*where_not, *(step.applies for step in steps), *(line.applies for line in lines)]
    where += [point.applies for point in content.advocates.points]
    where += [span.applies for span in content.sheet.presence.spans]
    where += [one.applies for one in _before_the_end(content.break_outs)]
    yield from (condition for condition in where if condition is not None)


def _before_the_end(found: BreakOuts) -> Iterator[Deed | TextForSome]:
    lanes = found.so_far.lanes.values()
    yield from (deed for one in found.break_outs for deed in one.deeds)
    yield from (deed for lane in lanes for deed in lane.deeds)
    yield from (line for one in found.break_outs for line in one.do_not)
    yield from (line for lane in lanes for line in lane.do_not)


def _words_for_some(content: Content) -> Iterator[TextFor | FlagWording]:
    yield from (words for flag in content.flags for words in flag.where)
    yield from content.flag_words
    yield from (words for note in content.notes for words in note.where)
    yield from content.circuits.others
    yield from content.detention.also_to_do
    yield from content.wording.not_for_them
    yield from (words for relief in content.reliefs for words in relief.also)
    events = (event for timeline in content.law.timelines for event in timeline.events)
    yield from (words for event in events for words in event.where)
    options = (option for stage in content.options.stages for option in stage.options)
    yield from (words for option in options for words in option.also)
    steps = (*content.request.steps, *content.escalation.steps)
    yield from (words for step in steps for words in step.also)


def _named_in(flag: Flag) -> frozenset[str]:
    """The flags that a flag hangs on, by its condition or by what excuses it."""
    found = conditions.flags_named(flag.condition)
    return found | (
        conditions.flags_named(flag.cautious_unless) if flag.cautious_unless else frozenset()
    )


def after_those_named(content: Content) -> list[str]:
    """Return the flags so that each stands after those that its condition names."""
    named = {flag.id: _named_in(flag) for flag in content.flags}
    ordered: list[str] = []
    while ready := [f for f in named if f not in ordered and named[f] <= set(ordered)]:
        ordered += ready
    return ordered
