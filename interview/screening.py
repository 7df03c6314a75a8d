"""Answers and a date in, a result with its reasons out; the rules are in the content files."""

import datetime
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from interview.answers import Answers
from interview.conditions import Condition, NotKnown, Rule, comparisons
from interview.content import Content, Event, MemoEvent, Timeline
from interview.judging import (
    SKIPPED,
    Judge,
    Person,
    Seek,
    compile_condition,
    compile_rule,
    is_fully_known,
)
from interview.path import Path
from interview.reasons import Reasons
from interview.truth import NO, UNKNOWN, YES, Truth, all_of

URGENT = ("now", "soon")


class Ruled(Protocol):
    """Anything of the content that has an id and a rule."""

    @property
    def id(self) -> str: ...

    @property
    def rule(self) -> Rule: ...


class Conclusion(NamedTuple):
    """One rule of the content, compiled."""

    id: str
    judge: Judge
    seek: Seek


@dataclass(frozen=True, slots=True)
class Result:
    """What a screening concluded, and the answers on the path that it concluded it from."""

    person: Person
    as_of: datetime.date
    lane: str
    programs: dict[str, str]
    criteria: dict[str, Truth]
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
        self._grounds = self._compile(content.priorities.grounds)
        self._levels = {ground.id: ground.level for ground in content.priorities.grounds}
        self._criteria = self._compile(content.criteria.values())
        self._programs = [(p.id, p.criteria) for p in content.programs.values()]
        self._flags = self._compile(content.flags)
        self._urgencies = {flag.id: flag.urgency for flag in content.flags}
        self._not_known = {flag.id: _not_known_facts(flag.condition) for flag in content.flags}
        self._reasons = Reasons(self.path.places)
        self._asked_if = {
            question.id: compile_condition(question.asked_if, self.path.places)
            for question in content.questions
            if question.asked_if is not None
        }
        self._positive = self._compile(content.factors.positive)
        self._adverse = self._compile(content.factors.adverse)
        self._stages = self._compile(content.options.stages)
        self._options = {
            stage.id: [(option.id, self._judge(option.condition)) for option in stage.options]
            for stage in content.options.stages
        }
        self._memos = self._compile(content.memos)
        self._notes = self._compile(content.notes)
        escalation = content.escalation
        self._shown_if = compile_condition(escalation.shown_if, self.path.places).judge
        self._starts = [(self._judge(start.condition), start.step) for start in escalation.starts]
        self._steps = tuple(step.id for step in escalation.steps)

    def _compile(self, rules: Iterable[Ruled]) -> list[Conclusion]:
        places = self.path.places
        return [Conclusion(item.id, *compile_rule(item.rule, places)) for item in rules]

    def _judge(self, condition: Condition | None) -> Judge:
        if condition is None:
            return lambda person: YES
        return compile_condition(condition, self.path.places).judge

    def screen(self, answers: Answers, as_of: datetime.date) -> Result:
        """Conclude everything that the rules say of these answers on this date (local)."""
        person = self.path.person(answers, as_of)
        grounds = self._judge_grounds(person)
        criteria = {rule.id: rule.judge(person) for rule in self._criteria}
        programs = self._judge_programs(person, criteria)
        flags = {rule.id: rule.judge(person) for rule in self._flags}
        level = self._level(grounds)
        stage = next((rule.id for rule in self._stages if rule.judge(person) is YES), None)
        shown = self._shown_if(person) is YES
        return Result(
            person=person,
            as_of=as_of,
            lane=self._lane(flags, programs, level),
            programs=programs,
            criteria=criteria,
            level=level,
            grounds=grounds,
            flags=flags,
            missing=self._missing(person, grounds, criteria, programs, flags),
            positive=_holding(self._positive, person),
            adverse=_holding(self._adverse, person),
            stage=stage,
            options=self._fitting_options(stage, person),
            memos=_holding(self._memos, person),
            notes=_holding(self._notes, person),
            escalation=self._escalation(person) if shown else (),
            escalation_shown=shown,
        )

    def _judge_grounds(self, person: Person) -> dict[str, Truth]:
        grounds = {}
        for rule in self._grounds:
            truth = grounds[rule.id] = rule.judge(person)
            person[self.path.places[f"ground {rule.id}"]] = truth
        return grounds

    def _judge_programs(self, person: Person, criteria: dict[str, Truth]) -> dict[str, str]:
        programs = {}
        for program, needed in self._programs:
            truth = all_of([criteria[criterion] for criterion in needed])
            result = _RESULTS[truth]
            programs[program] = person[self.path.places[f"program {program}"]] = result
        return programs

    def _level(self, grounds: dict[str, Truth]) -> str:
        """The most serious level that holds, unless a more serious one may hold."""
        at = self._levels
        certain = min((at[g] for g, truth in grounds.items() if truth is YES), default=None)
        possible = min((at[g] for g, truth in grounds.items() if truth is UNKNOWN), default=None)
        if certain is None:
            return "none" if possible is None else "unknown"
        return "unknown" if possible is not None and possible < certain else certain

    def _lane(self, flags: dict[str, Truth], programs: dict[str, str], level: str) -> str:
        truths = set(flags.values())
        if YES in truths:
            urgencies = {self._urgencies[flag] for flag, t in flags.items() if t is YES}
            return "red" if urgencies.intersection(URGENT) else "yellow"
        if UNKNOWN in truths or "may_match" in programs.values() or level != "none":
            return "yellow"
        return "blue"

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
        open_criteria = {
            criterion
            for program, needed in self._programs
            if programs[program] == "may_match"
            for criterion in needed
        }
        for rule in self._flags:
            if flags[rule.id] is UNKNOWN:
                rule.seek(person, found)
            elif flags[rule.id] is YES and self._not_known[rule.id]:
                found.update(self._unsure_of(self._not_known[rule.id], person))
        for rule in self._grounds:
            if grounds[rule.id] is UNKNOWN:
                rule.seek(person, found)
        for rule in self._criteria:
            if criteria[rule.id] is UNKNOWN and rule.id in open_criteria:
                rule.seek(person, found)
        self._add_unknown_asked_ifs(person, found)
        return tuple(sorted(found, key=self.order.__getitem__))

    def _unsure_of(self, facts: tuple[str, ...], person: Person) -> list[str]:
        return [f for f in facts if not is_fully_known(person[self.path.places[f]])]

    def _add_unknown_asked_ifs(self, person: Person, found: set[str]) -> None:
        """Whether a missing fact applies at all may hang on another one."""
        waiting = list(found)
        while waiting:
            asked_if = self._asked_if.get(waiting.pop())
            if asked_if is not None and asked_if.judge(person) is UNKNOWN:
                more: set[str] = set()
                asked_if.seek(person, more)
                waiting += more - found
                found |= more

    # ------------------------------------------------------------ next steps

    def _fitting_options(self, stage: str | None, person: Person) -> tuple[str, ...]:
        if stage is None:
            return ()
        return tuple(option for option, fits in self._options[stage] if fits(person) is not NO)

    def _escalation(self, person: Person) -> tuple[str, ...]:
        for applies, step in self._starts:
            if applies(person) is YES:
                return self._steps[self._steps.index(step) :]
        return self._steps

    # ------------------------------------------------------------ reasons

    def holds(self, condition: Condition, result: Result) -> bool:
        """Say whether a condition of the content is YES for a result's person."""
        return self._reasons.judge(condition, result.person) is YES

    def answers_behind(self, rule: Rule, result: Result) -> tuple[str, ...]:
        """Return the facts on the person's path that decided a rule, in facts order."""
        facts = self._reasons.deciding(rule, result.person)
        asked = [fact for fact in facts if result.person[self.path.places[fact]] != SKIPPED]
        return tuple(sorted(asked, key=self.order.__getitem__))


_RESULTS = {YES: "matches", NO: "does_not_match", UNKNOWN: "may_match"}


def _holding(rules: list[Conclusion], person: Person) -> tuple[str, ...]:
    return tuple([rule.id for rule in rules if rule.judge(person) is YES])


def _not_known_facts(condition: Condition) -> tuple[str, ...]:
    return tuple(part.fact for part in comparisons(condition) if isinstance(part, NotKnown))


# ---------------------------------------------------------------- law over time


def event_on(timeline: Timeline, as_of: datetime.date) -> Event | None:
    """Return the latest event with a headline on or before a date, or None before the first."""
    told = [event for event in timeline.events if event.headline is not None]
    number = bisect_right([event.date for event in told], as_of)
    return told[number - 1] if number else None


def status_on(timeline: Timeline, as_of: datetime.date) -> str | None:
    """Return the status of a program or memo on a date, or None before its first event."""
    settled = [event for event in timeline.events if event.status is not None]
    number = bisect_right([event.date for event in settled], as_of)
    return settled[number - 1].status if number else None


def memo_status_on(statuses: tuple[MemoEvent, ...], as_of: datetime.date) -> MemoEvent | None:
    """Return how a memo stood on a date, or None before it was issued."""
    number = bisect_right([event.date for event in statuses], as_of)
    return statuses[number - 1] if number else None


class Statuses:
    """The status of each program, of the priorities and of each memo, by date."""

    def __init__(self, content: Content) -> None:
        timelines = {timeline.id: timeline for timeline in content.law.timelines}
        self._timelines = {p.id: timelines[p.timeline] for p in content.programs.values()}
        self._timelines["priorities"] = timelines[content.priorities.timeline]
        self._memos = {memo.id: memo.statuses for memo in content.memos}
        self.on = lru_cache(maxsize=1_024)(self._on)
        self.of_memos_on = lru_cache(maxsize=1_024)(self._of_memos_on)

    def _on(self, as_of: datetime.date) -> dict[str, str | None]:
        return {name: status_on(timeline, as_of) for name, timeline in self._timelines.items()}

    def _of_memos_on(self, as_of: datetime.date) -> dict[str, str | None]:
        found = {memo: memo_status_on(s, as_of) for memo, s in self._memos.items()}
        return {memo: event.status if event else None for memo, event in found.items()}


class ResultWriter:
    """Writes results as the plain data that the command line prints."""

    def __init__(self, screening: Screening) -> None:
        content = screening.content
        self._programs = [(p.id, p.criteria) for p in content.programs.values()]
        self._flags = {flag.id: {"id": flag.id, "urgency": flag.urgency} for flag in content.flags}
        self._statuses = Statuses(content)

    def plain(self, result: Result) -> dict[str, Any]:
        """Return a result as ids and words, ready for JSON."""
        words = {criterion: truth.value for criterion, truth in result.criteria.items()}
        memo_statuses = self._statuses.of_memos_on(result.as_of)
        return {
            "as_of": result.as_of.isoformat(),
            "lane": result.lane,
            "programs": {
                program: {
                    "result": result.programs[program],
                    "criteria": {criterion: words[criterion] for criterion in needed},
                }
                for program, needed in self._programs
            },
            "priority": {
                "level": result.level,
                "grounds": result.holding(),
                "possible": result.possible(),
            },
            "flags": [self._flags[flag] for flag in result.raised()],
            "missing": result.missing,
            "factors": {"positive": result.positive, "adverse": result.adverse},
            "escalation": {"shown": result.escalation_shown, "steps": result.escalation},
            "options": result.options,
            "memos": [{"id": memo, "status": memo_statuses[memo]} for memo in result.memos],
            "status": self._statuses.on(result.as_of),
            "notes": result.notes,
        }
