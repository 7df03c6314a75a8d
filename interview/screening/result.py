"""What a screening concludes of one person on one day."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from interview.content import Lane, LevelFound, MemoStatus, ProgramResult, Status, Urgency
from interview.rules import UNKNOWN, YES, Truth, dates
from interview.screening.circuits import CircuitOn
from interview.screening.deadlines import DeadlineOn
from interview.screening.path import PathAnswers


class Result(NamedTuple):
    """What a screening concluded of one person; every id is one of the content files.

    `answers`: the answers on the path that it was concluded from; `as_of`: the local day.
    `lane`: how much a lawyer is needed, red, orange, yellow or blue.
    `programs`: each program's result; `criteria`: how each criterion stands; `criteria_of`: the
    criteria of each program, in order.
    `level`: the level of the priorities; `grounds`: how each of their grounds stands.
    `flags`: how each flag stands; `urgencies`: how urgent each flag is.
    `missing`: the facts that keep something unknown, in facts order.
    `positive`, `adverse`: the factors that weigh for and against the person.
    `stage`: the stage of the case, or None where it is not known; `options`: what could be asked.
    `memos`: the memos that fit; `memo_statuses`: how each memo stood on the day, None before it
    was issued. `statuses`: how each program, and the priorities, stood on the day.
    `deadlines`: the dates that follow from the answers, as intervals of days. `today`: the events
    that are true on the day, TIMELINE/DATE. `circuit`: what the court over the place of custody
    said of bond, or None. `notes`: what else to know. `escalation`: how to go on after a refusal,
    where that is shown. `not_reached`: the facts that may still be asked, in facts order; none at
    the end.
    """

    answers: PathAnswers
    as_of: datetime.date
    lane: Lane
    programs: Mapping[str, ProgramResult]
    criteria: Mapping[str, Truth]
    criteria_of: Mapping[str, tuple[str, ...]]
    level: LevelFound
    grounds: Mapping[str, Truth]
    flags: Mapping[str, Truth]
    urgencies: Mapping[str, Urgency]
    missing: tuple[str, ...]
    positive: tuple[str, ...]
    adverse: tuple[str, ...]
    stage: str | None
    options: tuple[str, ...]
    memos: tuple[str, ...]
    memo_statuses: Mapping[str, MemoStatus | None]
    statuses: Mapping[str, Status | None]
    notes: tuple[str, ...]
    escalation: tuple[str, ...]
    escalation_shown: bool
    deadlines: tuple[DeadlineOn, ...]
    today: tuple[str, ...]
    circuit: CircuitOn | None
    not_reached: tuple[str, ...] = ()

    @property
    def is_so_far(self) -> bool:
        """Say whether this was concluded before the end."""
        return bool(self.not_reached)

    def raised(self) -> tuple[str, ...]:
        """Return the ids of the flags that are raised, in table order."""
        return tuple([flag for flag, truth in self.flags.items() if truth is YES])

    def holding(self) -> list[str]:
        """Return the priority grounds that hold."""
        return [ground for ground, truth in self.grounds.items() if truth is YES]

    def possible(self) -> list[str]:
        """Return the priority grounds of which nobody can say whether they hold."""
        return [ground for ground, truth in self.grounds.items() if truth is UNKNOWN]

    def to_dict(self) -> dict[str, Any]:
        """Return the result as ids and words in lists and dicts: the JSON of the command line."""
        found = {name: part_of(self) for name, part_of in PARTS.items()}
        return {name: part for name, part in found.items() if part is not None}


def _programs(result: Result) -> dict[str, Any]:
    return {
        program: {
            "result": found,
            "criteria": {name: result.criteria[name].value for name in result.criteria_of[program]},
        }
        for program, found in result.programs.items()
    }


def _deadlines(result: Result) -> list[dict[str, str]]:
    return [
        {"id": name, "from": dates.written(date.first), "to": dates.written(date.last)}
        for name, date in result.deadlines
    ]


def _circuit(result: Result) -> dict[str, str] | None:
    if result.circuit is None:
        return None
    court, bond, since = result.circuit
    return {"court": court, "bond": bond, "since": since.isoformat()}


# The parts of a written result, each made from the whole.
PARTS: dict[str, Callable[[Result], Any]] = {
    "as_of": lambda r: r.as_of.isoformat(),
    "lane": lambda r: r.lane,
    "programs": _programs,
    "priority": lambda r: {"level": r.level, "grounds": r.holding(), "possible": r.possible()},
    "flags": lambda r: [{"id": flag, "urgency": r.urgencies[flag]} for flag in r.raised()],
    "missing": lambda r: list(r.missing),
    "factors": lambda r: {"positive": list(r.positive), "adverse": list(r.adverse)},
    "escalation": lambda r: {"shown": r.escalation_shown, "steps": list(r.escalation)},
    "options": lambda r: list(r.options),
    "memos": lambda r: [{"id": memo, "status": r.memo_statuses[memo]} for memo in r.memos],
    "status": lambda r: dict(r.statuses),
    "notes": lambda r: list(r.notes),
    "deadlines": _deadlines,
    "today": lambda r: list(r.today),
    "circuit": _circuit,
    "so_far": lambda r: r.is_so_far or None,
    "not_reached": lambda r: list(r.not_reached) or None,
}
