"""The names by which claims and differences speak of what a screening concludes.

A conclusion is like a question: `lane` has one of its values, `flags` lists any of its values.
"""

from dataclasses import dataclass
from typing import get_args

from interview.content import LANES, RESULTS, Bond, Content
from interview.rules import NO, YES
from interview.screening import Result, event_id, letter_asks

BONDS: tuple[str, ...] = get_args(Bond)
TRUTHS = ("yes", "no", "unknown")
# Conclusions about one thing each: what kind of thing it is, and the values.
KINDS = {"program": RESULTS, "criterion": TRUTHS, "ground": TRUTHS, "flag": TRUTHS}

Concluded = dict[str, str | frozenset[str]]


@dataclass(frozen=True)
class Name:
    """Something that a condition may speak of, with the values that it may have."""

    values: tuple[str, ...]
    is_list: bool = False
    is_date: bool = False


def questions(content: Content) -> dict[str, Name]:
    """Return every question as a name."""
    return {
        q.id: Name(q.value_ids, q.type == "choices", q.type == "date") for q in content.questions
    }


def conclusions(content: Content) -> dict[str, Name]:
    """Return every conclusion that goes by one word; those of KINDS go by two."""
    levels = tuple(dict.fromkeys(ground.level for ground in content.priorities.grounds))
    options = [option for stage in content.options.stages for option in stage.options]
    lists = {
        "flags": (flag.id for flag in content.flags),
        "urgencies": dict.fromkeys(flag.urgency for flag in content.flags),
        "grounds": (ground.id for ground in content.priorities.grounds),
        "possible": (ground.id for ground in content.priorities.grounds),
        "met": content.criteria,
        "not_met": content.criteria,
        "positive": (factor.id for factor in content.factors.positive),
        "adverse": (factor.id for factor in content.factors.adverse),
        "stage": (stage.id for stage in content.options.stages),
        "options": dict.fromkeys(option.id for option in options),
        "letter": dict.fromkeys(option.id for option in options if option.letter is not None),
        "memos": (memo.id for memo in content.memos),
        "notes": (note.id for note in content.notes),
        "steps": (step.id for step in content.escalation.steps),
        "deadlines": (deadline.id for deadline in content.deadlines),
        "today": _events(content),
        "circuit": (f"{c.court} {bond}" for c in content.circuits.circuits for bond in BONDS),
        "missing": content.interview.facts_order,
    }
    return {
        "lane": Name(LANES),
        "level": Name((*levels, "none", "unknown")),
        "escalation": Name(("shown", "not_shown")),
        **{name: Name(tuple(values), is_list=True) for name, values in lists.items()},
    }


def _events(content: Content) -> tuple[str, ...]:
    """The events that a result may tell of: those of the timelines that flags name."""
    named = {timeline for flag in content.flags for timeline in flag.timelines}
    return tuple(
        dict.fromkeys(
            event_id(timeline, event)
            for timeline in content.law.timelines
            if timeline.id in named
            for event in timeline.events
        )
    )


def of_kind(content: Content, kind: str) -> tuple[str, ...]:
    """Return the ids of one of KINDS."""
    return {
        "program": tuple(content.programs),
        "criterion": tuple(content.criteria),
        "ground": tuple(ground.id for ground in content.priorities.grounds),
        "flag": tuple(flag.id for flag in content.flags),
    }[kind]


def concluded(content: Content, result: Result) -> Concluded:
    """Return what a screening concluded, by the names of this vocabulary."""
    urgency = {flag.id: flag.urgency for flag in content.flags}
    raised = result.raised()
    circuit = result.circuit
    found: Concluded = {
        "lane": result.lane,
        "level": result.level,
        "escalation": "shown" if result.escalation_shown else "not_shown",
        "flags": frozenset(raised),
        "urgencies": frozenset(urgency[flag] for flag in raised),
        "grounds": frozenset(result.holding()),
        "possible": frozenset(result.possible()),
        "met": frozenset(c for c, truth in result.criteria.items() if truth is YES),
        "not_met": frozenset(c for c, truth in result.criteria.items() if truth is NO),
        "positive": frozenset(result.positive),
        "adverse": frozenset(result.adverse),
        "stage": frozenset([result.stage] if result.stage else []),
        "options": frozenset(result.options),
        "letter": frozenset(option.id for option in letter_asks(content, result)),
        "memos": frozenset(result.memos),
        "notes": frozenset(result.notes),
        "steps": frozenset(result.escalation),
        "deadlines": frozenset(deadline.id for deadline in result.deadlines),
        "today": frozenset(result.today),
        "circuit": frozenset([f"{circuit.court} {circuit.bond}"] if circuit else []),
        "missing": frozenset(result.missing),
    }
    found |= {f"program {program}": "does_not_match" for program in content.programs}
    found |= {f"program {program}": value for program, value in result.programs.items()}
    for kind, truths in (
        ("criterion", result.criteria),
        ("ground", result.grounds),
        ("flag", result.flags),
    ):
        found |= {f"{kind} {name}": truth.value for name, truth in truths.items()}
    return found
