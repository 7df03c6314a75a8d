"""Answers and a date in, a result with its reasons out; the rules are in the content files."""

import datetime
from collections.abc import Collection

from interview.content import Content, Lane, LevelFound, ProgramResult, Urgency
from interview.rules import (
    NO,
    UNKNOWN,
    YES,
    Condition,
    DateTerm,
    Interval,
    Judge,
    Row,
    Rule,
    Rulebook,
    Truth,
    all_of,
    compile_date,
)
from interview.screening.answers import Answers
from interview.screening.circuits import CircuitBook
from interview.screening.deadlines import Deadlines
from interview.screening.flags import FlagBook
from interview.screening.missing import Missing
from interview.screening.path import Path, PathAnswers
from interview.screening.programs import Needed, Programs
from interview.screening.result import Result
from interview.screening.timelines import Statuses, TodayBook

# The lane of the most urgent flag.
LANE_OF: dict[Urgency, Lane] = {"now": "red", "soon": "orange", "before": "yellow"}


class Screening:
    """The rules of one content, compiled once and used for any number of people."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.path = Path(content)
        self.order = {fact: n for n, fact in enumerate(content.interview.facts_order)}
        compiler = self.path.compiler
        self._layout = self.path.layout
        self._grounds = Rulebook(content.priorities.grounds, compiler)
        self._levels = {ground.id: ground.level for ground in content.priorities.grounds}
        self._criteria = Rulebook(content.criteria.values(), compiler)
        self._programs = Programs(content)
        self._flags = FlagBook(content, self.path)
        self._urgencies = {flag.id: flag.urgency for flag in content.flags}
        self._missing = Missing(self.path, self._grounds, self._criteria, self._flags, content)
        self._positive = Rulebook(content.factors.positive, compiler)
        self._adverse = Rulebook(content.factors.adverse, compiler)
        self._stages = Rulebook(content.options.stages, compiler)
        self._options = {
            stage.id: [(option, self._judge(option.condition)) for option in stage.options]
            for stage in content.options.stages
        }
        self._memos = Rulebook(content.memos, compiler)
        self._deadlines = Deadlines(content, self.path)
        self._today = TodayBook(content)
        self._circuits = CircuitBook(content, self.path)
        self._statuses = Statuses(content)
        self._notes = Rulebook(content.notes, compiler)
        escalation = content.escalation
        self._shown_if = self._judge(escalation.shown_if)
        self._starts = [(self._judge(start.condition), start.step) for start in escalation.starts]
        self._steps = tuple(step.id for step in escalation.steps)

    def _judge(self, condition: Condition | None) -> Judge:
        if condition is None:
            return lambda row: YES
        return self.path.compiler.condition(condition).judge

    def screen(
        self, answers: Answers, as_of: datetime.date, reached: Collection[str] | None = None
    ) -> Result:
        """Conclude everything that the rules say of these answers on this date (local).

        `reached`: the facts that were come to, before the end; without it, this is the end.
        """
        if reached is None:
            return self.conclude(self.path.lay_out(answers, as_of), as_of)
        return self.conclude(self.path.lay_out_so_far(answers, as_of, reached), as_of)

    def conclude(self, on_path: PathAnswers, as_of: datetime.date) -> Result:
        """Conclude everything from answers that were laid out for this date."""
        row, is_end = on_path.row, not on_path.not_reached
        grounds = self._judge_grounds(row)
        criteria = self._criteria.judge(row)
        criteria_of = self._programs.on(as_of)
        programs = self._judge_programs(row, criteria, criteria_of)
        truths, flags = self._flags.judge(row, is_end)
        raised = [flag for flag, truth in flags.items() if truth is YES]
        level = self._level(grounds)
        stage = next(iter(self._stages.holding(row)), None)
        shown = self._shown_if(row) is YES
        return Result(
            answers=on_path,
            as_of=as_of,
            lane=self._lane(raised, truths, programs, level, is_end),
            programs=programs,
            criteria=criteria,
            criteria_of=criteria_of,
            level=level,
            grounds=grounds,
            flags=flags,
            urgencies=self._urgencies,
            missing=self._missing.facts(row, grounds, criteria, programs, truths),
            positive=self._positive.holding(row),
            adverse=self._adverse.holding(row),
            stage=stage,
            options=self._fitting_options(stage, row, as_of),
            memos=self._memos.holding(row),
            memo_statuses=self._statuses.of_memos_on(as_of),
            statuses=self._statuses.on(as_of),
            notes=self._notes.holding(row),
            escalation=self._escalation(row) if shown else (),
            escalation_shown=shown,
            deadlines=self._deadlines.of(row, as_of),
            today=self._today.of(raised, as_of),
            circuit=self._circuits.of(row, as_of),
            not_reached=tuple(sorted(on_path.not_reached, key=self.order.__getitem__)),
        )

    def _judge_grounds(self, row: Row) -> dict[str, Truth]:
        grounds = self._grounds.judge(row)
        for ground, truth in grounds.items():
            row[self._layout[f"ground {ground}"]] = truth
        return grounds

    def _judge_programs(
        self, row: Row, criteria: dict[str, Truth], criteria_of: Needed
    ) -> dict[str, ProgramResult]:
        """Conclude on the programs that there are; one that is not there yet is no match."""
        for program in self._programs.all:
            if program not in criteria_of:
                row[self._layout[f"program {program}"]] = _RESULTS[NO]
        programs: dict[str, ProgramResult] = {}
        for program, needed in criteria_of.items():
            result = _RESULTS[all_of([criteria[criterion] for criterion in needed])]
            programs[program] = row[self._layout[f"program {program}"]] = result
        return programs

    def _level(self, grounds: dict[str, Truth]) -> LevelFound:
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
        self,
        raised: list[str],
        truths: dict[str, Truth],
        programs: dict[str, ProgramResult],
        level: LevelFound,
        is_end: bool,
    ) -> Lane:
        """How soon, by the most urgent flag; blue only where nothing at all is open."""
        urgencies = {self._urgencies[flag] for flag in raised}
        for urgency, lane in LANE_OF.items():
            if urgency in urgencies:
                return lane
        is_open = UNKNOWN in truths.values() or "may_match" in programs.values()
        return "blue" if is_end and not is_open and level == "none" else "yellow"

    # ------------------------------------------------------------ next steps

    def _fitting_options(
        self, stage: str | None, row: Row, as_of: datetime.date
    ) -> tuple[str, ...]:
        """The options of a stage whose condition is not NO, of those that there are on the day."""
        if stage is None:
            return ()
        return tuple([
            option.id
            for option, fits in self._options[stage]
            if option.exists_on(as_of) and fits(row) is not NO
        ])  # fmt: skip

    def _escalation(self, row: Row) -> tuple[str, ...]:
        for applies, step in self._starts:
            if applies(row) is YES:
                return self._steps[self._steps.index(step) :]
        return self._steps

    # ------------------------------------------------------------ reasons

    def skipped(self, result: Result) -> list[str]:
        """Return the facts that do not apply to a result's person, in facts order."""
        return [fact for fact in self.order if not result.answers.is_asked(fact)]

    def holds(self, condition: Condition, result: Result) -> bool:
        """Say whether a condition of the content is YES for a result's person."""
        return self._judge(condition)(result.answers.row) is YES

    def truth(self, rule: Rule, result: Result) -> Truth:
        """Say how a rule of the content stands for a result's person."""
        return self.path.compiler.rule(rule).judge(result.answers.row)

    def date(self, term: DateTerm, result: Result) -> Interval | None:
        """Return the days that a date of the content may be, or None where nobody knows."""
        found = compile_date(term, self._layout)(result.answers.row)
        return found if isinstance(found, Interval) else None

    def answers_behind(self, rule: Rule, result: Result) -> tuple[str, ...]:
        """Return the facts on the person's path that decided a rule, in facts order.

        For a question that was passed over stands the unsure answer that it hangs on.
        """
        facts = self.path.compiler.rule(rule).deciding(result.answers.row)
        asked = self.path.put_behind(facts, result.answers)
        return tuple(sorted(asked, key=self.order.__getitem__))


_RESULTS: dict[Truth, ProgramResult] = {YES: "matches", NO: "does_not_match", UNKNOWN: "may_match"}
