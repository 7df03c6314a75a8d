"""The JSON Schema of a result, as `interview screen --format json` prints it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, get_args

from interview.content import (
    DIALECT,
    LANES,
    RESULTS,
    Bond,
    Content,
    MemoStatus,
    Program,
    Schema,
    Status,
    Urgency,
)
from interview.rules import Truth
from interview.screening import event_id


class HasId(Protocol):
    """Anything of the content that a result names."""

    @property
    def id(self) -> str: ...


def result_schema(content: Content) -> Schema:
    """Return the JSON Schema of a result; every id that it can name is one of the content."""
    parts = {
        "as_of": {"type": "string", "format": "date"},
        "lane": _one_of(LANES),
        "programs": _group({p.id: _program(p) for p in content.programs.values()}, needed=()),
        "priority": _priority(content),
        "flags": _entries(content.flags, "urgency", get_args(Urgency)),
        "missing": _some_of(content.questions),
        "factors": _factors(content),
        "escalation": _escalation(content),
        "options": _some_of(o for stage in content.options.stages for o in stage.options),
        "memos": _entries(content.memos, "status", (*get_args(MemoStatus), None)),
        "status": _statuses(content),
        "notes": _some_of(content.notes),
        "deadlines": _deadlines(content),
        "today": _today(content),
    }
    echoed = {"id": {"description": "The id of the person, where the file gives one."}}
    return {
        "$schema": DIALECT,
        "description": "What a screening concluded of one person, in ids and words.",
        **_group(echoed | parts | _at_times(content), needed=parts),
    }


def _at_times(content: Content) -> dict[str, Schema]:
    """What stands in some results only: of who is held, before the end, and of many people."""
    before_the_end = {
        "so_far": {"const": True, "description": "Concluded before the end of the questions."},
        "not_reached": {
            **_some_of(content.questions),
            "minItems": 1,
            "description": "The facts that may still be asked.",
        },
    }
    of_many = {
        "how_soon": {"type": "string", "description": "Of many people: the lane in words."},
        "why": {"type": "string", "description": "Of many people: the first flags in words."},
    }
    return {"circuit": _circuit(content), **before_the_end, **of_many}


def _program(program: Program) -> Schema:
    truths = _one_of([truth.value for truth in Truth])
    criteria = _group(dict.fromkeys(program.criteria, truths), needed=())
    return _group({"result": _one_of(RESULTS), "criteria": criteria})


def _priority(content: Content) -> Schema:
    levels = [level.level for level in content.priorities.levels]
    grounds = _some_of(content.priorities.grounds)
    level = _one_of([*levels, "none", "unknown"])
    return _group({"level": level, "grounds": grounds, "possible": grounds})


def _factors(content: Content) -> Schema:
    factors = content.factors
    return _group({"positive": _some_of(factors.positive), "adverse": _some_of(factors.adverse)})


def _escalation(content: Content) -> Schema:
    steps = _some_of(content.escalation.steps)
    return _group({"shown": {"type": "boolean"}, "steps": steps})


def _statuses(content: Content) -> Schema:
    status = _one_of([*get_args(Status), None])
    return _group(dict.fromkeys((*content.programs, "priorities"), status), needed=())


def _deadlines(content: Content) -> Schema:
    # A date that follows from another one may fall after the year 9999.
    day = {"type": "string", "pattern": r"^[0-9]{4,}-[0-9]{2}-[0-9]{2}$"}
    entry = _group({"id": _one_of(_ids(content.deadlines)), "from": day, "to": day})
    return {"type": "array", "items": entry}


def _today(content: Content) -> Schema:
    told = {name for flag in content.flags for name in flag.timelines}
    timelines = [timeline for timeline in content.law.timelines if timeline.id in told]
    events = _one_of(event_id(timeline, e) for timeline in timelines for e in timeline.events)
    return {"type": "array", "items": events, "uniqueItems": True}


def _circuit(content: Content) -> Schema:
    """Is there only where a person is held under a court."""
    court = _one_of(circuit.court for circuit in content.circuits.circuits)
    since = {"type": "string", "format": "date"}
    return _group({"court": court, "bond": _one_of(get_args(Bond)), "since": since})


# ---------------------------------------------------------------- the shapes


def _one_of(values: Iterable[str | None]) -> Schema:
    return {"enum": list(values)}


def _some_of(things: Iterable[HasId]) -> Schema:
    """A list of ids, in the order of the content."""
    return {"type": "array", "items": _one_of(_ids(things)), "uniqueItems": True}


def _ids(things: Iterable[HasId]) -> list[str]:
    return list(dict.fromkeys(thing.id for thing in things))


def _entries(things: Iterable[HasId], key: str, values: Iterable[str | None]) -> Schema:
    """A list of ids, each with one word about it."""
    entry = _group({"id": _one_of(_ids(things)), key: _one_of(values)})
    return {"type": "array", "items": entry}


def _group(parts: Mapping[str, Schema], needed: Collection[str] | None = None) -> Schema:
    """Exactly these keys; all of them are there, unless some are named."""
    return {
        "type": "object",
        "properties": dict(parts),
        "required": list(parts if needed is None else needed),
        "additionalProperties": False,
    }
