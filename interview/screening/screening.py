"""Answers and a date in, a result with its reasons out; the rules are in the content files."""

import datetime
from typing import NamedTuple

from interview.content import Content, LaneId
from interview.rules import (
    NO,
    SKIPPED,
    UNKNOWN,
    YES,
    Condition,
    Judge,
    NotKnown,
    Person,
    Reasons,
    Rule,
    Rulebook,
    Truth,
    all_of,
    comparisons,
    compile_condition,
    is_fully_known,
)
from interview.screening.answers import Answers
from interview.screening.circuits import CircuitBook, CircuitOn
from interview.screening.deadlines import DeadlineOn, Deadlines
from interview.screening.flags import FlagBook
from interview.screening.path import Path
from interview.screening.programs import Needed, Programs
from interview.screening.timelines import TodayBook


class Result(NamedTuple):
    """What a screening concluded, and the answers on the path that it concluded it from."""

    person: Person
    as_of: datetime.date
    lane: str
    programs: dict[str, str]
    criteria: dict[str, Truth]
    needed: Needed
    level: str
    grounds: dict[str, Truth]
    flags: dict[str, Truth]
    missing: tuple[str, ...]
    positive: tuple[str, ...]
    adverse: tuple[str, ...]
    stage: str | None
    options: tuple[str, ...]
    memos: tuple[str, ...]
    notes: tuple[str, ...]
    escalation: tuple[str, ...]
    escalation_shown: bool
    deadlines: tuple[DeadlineOn, ...]
    today: tuple[str, ...]
    circuit: CircuitOn | None

    def raised(self) -> tuple[str, ...]:
        """Return the ids of the flags that are raised, in table order."""
        return tuple([flag for flag, truth in self.flags.items() if truth is YES])

    def holding(self) -> list[str]:
        """Return the priority grounds that hold."""
        return [ground for ground, truth in self.grounds.items() if truth is YES]

    def possible(self) -> list[str]:
        """Return the priority grounds of which nobody can say whether they hold."""
        return [ground for ground, truth in self.grounds.items() if truth is UNKNOWN]


class Screening:
    """The rules of one content, compiled once and used for any number of people."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.path = Path(content)
        self.order = {fact: n for n, fact in enumerate(content.interview.facts_order)}
        places = self.path.places
        self._grounds = Rulebook(content.priorities.grounds, places)
        self._levels = {ground.id: ground.level for ground in content.priorities.grounds}
        self._criteria = Rulebook(content.criteria.values(), places)
        self._programs = Programs(content)
        self._flags = FlagBook(content, places)
        self._urgencies = {flag.id: flag.urgency for flag in content.flags}
        asking = ((flag.id, _not_known_facts(flag.condition)) for flag in content.flags)
        self._not_known = [(flag, facts) for flag, facts in asking if facts]
        self._reasons = Reasons(places)
        self._asked_if = {
            question.id: compile_condition(question.asked_if, places)
            for question in content.questions
            if question.asked_if is not None
        }
        self._positive = Rulebook(content.factors.positive, places)
        self._adverse = Rulebook(content.factors.adverse, places)
        self._stages = Rulebook(content.options.stages, places)
        self._options = {
            stage.id: [(option, self._judge(option.condition)) for option in stage.options]
            for stage in content.options.stages
        }
        self._memos = Rulebook(content.memos, places)
        self._deadlines = Deadlines(content, places)
        self._today = TodayBook(content)
        self._circuits = CircuitBook(content, places)
        self._notes = Rulebook(content.notes, places)
        escalation = content.escalation
        self._shown_if = compile_condition(escalation.shown_if, places).judge
        self._starts = [(self._judge(start.condition), start.step) for start in escalation.starts]
        self._steps = tuple(step.id for step in escalation.steps)

    def _judge(self, condition: Condition | None) -> Judge:
        if condition is None:
            return lambda person: YES
        return compile_condition(condition, self.path.places).judge

    def screen(self, answers: Answers, as_of: datetime.date) -> Result:
        """Conclude everything that the rules say of these answers on this date (local)."""
        person = self.path.person(answers, as_of)
        grounds = self._judge_grounds(person)
        criteria = self._criteria.judge(person)
        needed = self._programs.on(as_of)
        programs = self._judge_programs(person, criteria, needed)
        truths, flags = self._flags.judge(person)
        raised = [flag for flag, truth in flags.items() if truth is YES]
        level = self._level(grounds)
        stage = next(iter(self._stages.holding(person)), None)
        shown = self._shown_if(person) is YES
        return Result(
            person=person,
            as_of=as_of,
            lane=self._lane(raised, truths, programs, level),
            programs=programs,
            criteria=criteria,
            needed=needed,
            level=level,
            grounds=grounds,
            flags=flags,
            missing=self._missing(person, grounds, criteria, programs, truths),
            positive=self._positive.holding(person),
            adverse=self._adverse.holding(person),
            stage=stage,
            options=self._fitting_options(stage, person, as_of),
            memos=self._memos.holding(person),
            notes=self._notes.holding(person),
            escalation=self._escalation(person) if shown else (),
            escalation_shown=shown,
            deadlines=self._deadlines.of(person, as_of),
            today=self._today.of(raised, as_of),
            circuit=self._circuits.of(person, as_of),
        )

    def _judge_grounds(self, person: Person) -> dict[str, Truth]:
        grounds = self._grounds.judge(person)
        for ground, truth in grounds.items():
            person[self.path.places[f"ground {ground}"]] = truth
        return grounds

    def _judge_programs(
        self, person: Person, criteria: dict[str, Truth], needed: Needed
    ) -> dict[str, str]:
        """Conclude on the programs that there are; one that is not there yet is no match."""
        places = self.path.places
        for program in self._programs.all:
            if program not in needed:
                person[places[f"program {program}"]] = _RESULTS[NO]
        programs = {}
        for program, wanted in needed.items():
            truth = all_of([criteria[criterion] for criterion in wanted])
            programs[program] = person[places[f"program {program}"]] = _RESULTS[truth]
        return programs

    def _level(self, grounds: dict[str, Truth]) -> str:
        """The most serious level that holds, unless a more serious one may hold."""
        if all(truth is NO for truth in grounds.values()):
            return "none"
        at = self._levels
        certain = min((at[g] for g, truth in grounds.items() if truth is YES), default=None)
        possible = min((at[g] for g, truth in grounds.items() if truth is UNKNOWN), default=None)
        if certain is None or (possible is not None and possible < certain):
            return "unknown"
        return certain

    def _lane(
        self, raised: list[str], truths: dict[str, Truth], programs: dict[str, str], level: str
    ) -> LaneId:
        """How soon, by the most urgent flag; blue only where nothing at all is open."""
        urgencies = {self._urgencies[flag] for flag in raised}
        for urgency, lane in LANES.items():
            if urgency in urgencies:
                return lane
        is_open = UNKNOWN in truths.values() or "may_match" in programs.values()
        return "yellow" if is_open or level != "none" else "blue"

    # ------------------------------------------------------------ what keeps it unknown

    def _missing(
        self,
        person: Person,
        grounds: dict[str, Truth],
        criteria: dict[str, Truth],
        programs: dict[str, str],
        flags: dict[str, Truth],
    ) -> tuple[str, ...]:
        """The facts that keep a flag, a ground or a criterion of an open program unknown."""
        found: set[str] = set()
        for flag, truth in flags.items():
            if truth is UNKNOWN:
                found |= self._flags.rules[flag].unknown(person)
        for rule, truth in zip(self._grounds.rules, grounds.values(), strict=True):
            if truth is UNKNOWN:
                found |= rule.unknown(person)
        for flag, facts in self._not_known:
            if flags[flag] is YES:
                found.update(f for f in facts if not is_fully_known(person[self.path.places[f]]))
        if "may_match" in programs.values():
            needed = self._programs.of_those_open(programs)
            for rule in self._criteria.rules:
                if criteria[rule.id] is UNKNOWN and rule.id in needed:
                    found |= rule.unknown(person)
        self._add_unknown_asked_ifs(person, found)
        return tuple(sorted(found, key=self.order.__getitem__))

    def _add_unknown_asked_ifs(self, person: Person, found: set[str]) -> None:
        """Whether a missing fact applies at all may hang on another one."""
        waiting = list(found)
        while waiting:
            asked_if = self._asked_if.get(waiting.pop())
            if asked_if is not None and asked_if.judge(person) is UNKNOWN:
                more = asked_if.unknown(person) - found
                waiting += more
                found |= more

    # ------------------------------------------------------------ next steps

    def _fitting_options(
        self, stage: str | None, person: Person, as_of: datetime.date
    ) -> tuple[str, ...]:
        """The options of a stage whose condition is not NO, of those that there are on the day."""
        if stage is None:
            return ()
        return tuple([
            option.id
            for option, fits in self._options[stage]
            if option.exists_on(as_of) and fits(person) is not NO
        ])  # fmt: skip

    def _escalation(self, person: Person) -> tuple[str, ...]:
        for applies, step in self._starts:
            if applies(person) is YES:
                return self._steps[self._steps.index(step) :]
        return self._steps

    # ------------------------------------------------------------ reasons

    def skipped(self, result: Result) -> list[str]:
        """Return the facts that do not apply to a result's person, in facts order."""
        return [f for f in self.order if result.person[self.path.places[f]] == SKIPPED]

    def holds(self, condition: Condition, result: Result) -> bool:
        """Say whether a condition of the content is YES for a result's person."""
        return self._reasons.judge(condition, result.person) is YES

    def answers_behind(self, rule: Rule, result: Result) -> tuple[str, ...]:
        """Return the facts on the person's path that decided a rule, in facts order."""
        facts = self._reasons.deciding(rule, result.person)
        asked = [fact for fact in facts if result.person[self.path.places[fact]] != SKIPPED]
        return tuple(sorted(asked, key=self.order.__getitem__))


LANES: dict[str, LaneId] = {"now": "red", "soon": "orange", "before": "yellow"}
_RESULTS = {YES: "matches", NO: "does_not_match", UNKNOWN: "may_match"}


def _not_known_facts(condition: Condition) -> tuple[str, ...]:
    return tuple(part.fact for part in comparisons(condition) if isinstance(part, NotKnown))
