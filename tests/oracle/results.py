"""The whole result (sections 5, 8 and 9)."""

import datetime
from typing import Any

from oracle.criteria import CRITERIA, PROGRAMS, program_result
from oracle.dates import Day
from oracle.deadlines import deadlines
from oracle.factors import escalation, factors
from oracle.facts import FACTS
from oracle.flag_conditions import CASE_UNKNOWN, NOT_SURE
from oracle.flags import FLAGS, Flag, is_raised, judge_flag, lane
from oracle.grounds import GROUNDS, level
from oracle.law import Law, circuit, law_of_the_files, today
from oracle.truth import Judged, Person, Truth, judge, open_among, person_on_path
from oracle.words import any_, has_any, is_, yes

REGISTRATION = (2025, 4, 11)
NO_DISMISSAL_OF_NEWCOMERS = (2025, 5, 20)


def screen(
    answers: dict[str, object],
    as_of: datetime.date,
    *,
    partial: bool = False,
    law: Law | None = None,
) -> dict[str, Any]:
    """The result of section 8; with `partial`, what is blank is not reached (section 9)."""
    law = law or law_of_the_files()
    person = person_on_path(answers, as_of, partial)
    criteria = {name: judge(tree, person) for name, tree in CRITERIA.items()}
    person.programs = _programs(criteria, person.as_of, law)
    grounds = _grounds(person, law)
    truths = {name: truth for name, (truth, _) in grounds.items()}
    flags = {flag.id: judge_flag(flag, person) for flag in FLAGS}
    raised = [flag for flag in FLAGS if is_raised(flag, flags[flag.id][0], person)]
    ids = [flag.id for flag in raised]
    result = {
        "as_of": as_of.isoformat(),
        "lane": _lane(person, raised, flags, level(truths)),
        "programs": _written(person.programs, criteria),
        "priority": {
            "level": level(truths),
            "grounds": [name for name, truth in truths.items() if truth is True],
            "possible": [name for name, truth in truths.items() if truth is None],
        },
        "flags": [{"id": flag.id, "urgency": flag.urgency} for flag in raised],
        "missing": _missing(person, criteria, grounds, flags),
        "factors": factors(person),
        "escalation": escalation(person),
        "options": _options(person, ids),
        "status": {name: law.status(name, person.as_of) for name in (*PROGRAMS, "priorities")},
        "notes": _notes(person, ids, law),
        "deadlines": deadlines(person),
        "today": today(ids, person, law),
    }
    return result | _circuit(person, law) | _so_far(person)


# ---------------------------------------------------------------- programs and grounds


def _programs(criteria: dict[str, Judged], as_of: Day, law: Law) -> dict[str, str]:
    """A program is not told of before its first event: its key is then absent."""
    return {
        program: program_result([criteria[name][0] for name in names])
        for program, names in PROGRAMS.items()
        if law.exists(program, as_of)
    }


def _grounds(person: Person, law: Law) -> dict[str, Judged]:
    """Before its first event the memo gives level `none` and empty lists."""
    told = law.exists("priorities", person.as_of)
    return {name: judge(tree, person) for name, tree in GROUNDS.items() if told}


def _written(programs: dict[str, str], criteria: dict[str, Judged]) -> dict[str, Any]:
    words = {True: "yes", False: "no", None: "unknown"}
    return {
        program: {
            "result": result,
            "criteria": {name: words[criteria[name][0]] for name in PROGRAMS[program]},
        }
        for program, result in programs.items()
    }


# --------------------------------------------------------------------- lane and missing


def _lane(person: Person, raised: list[Flag], flags: dict[str, Judged], level: str) -> str:
    """A result before the end is never blue."""
    truths: list[Truth] = [truth for truth, _ in flags.values()]
    found = lane(raised, truths, list(person.programs.values()), level)
    return "yellow" if found == "blue" and person.unreached else found


def _missing(
    person: Person,
    criteria: dict[str, Judged],
    grounds: dict[str, Judged],
    flags: dict[str, Judged],
) -> list[str]:
    """(a) in an UNKNOWN comparison, reached through UNKNOWN parts only, of a flag, a ground or
    a criterion of a may_match program; (b) what raises case_unknown or not_sure; (c) in the
    UNKNOWN asked_if of such a fact."""
    doubtful = [
        criteria[name]
        for program, result in person.programs.items()
        if result == "may_match"
        for name in PROGRAMS[program]
    ]
    todo = open_among([*flags.values(), *grounds.values(), *doubtful])
    todo |= {*CASE_UNKNOWN, *NOT_SURE}
    found: set[str] = set()
    while todo:
        more = {fact for fact in todo - found if person.unsettled(fact)}
        found |= more
        todo = open_among(judge(FACTS[fact], person) for fact in more)
    return [fact for fact in FACTS if fact in found]


# ---------------------------------------------------------------------- the further keys


def _options(person: Person, raised: list[str]) -> list[str]:
    """Whether join_termination is offered; the other options are not in the spec."""
    in_court = judge(is_("case_stage", "in_proceedings"), person)[0] is True
    trap = person.as_of >= NO_DISMISSAL_OF_NEWCOMERS and "recent_entry" in raised
    return ["join_termination"] if in_court and not trap else []


def _notes(person: Person, raised: list[str], law: Law) -> list[str]:
    """The rule conditions of section 5."""
    uninspected = judge(is_("last_entry_manner", "without_inspection"), person)[0] is True
    relief = any_(yes("fears_return"), has_any("pending_relief"))
    holds = {
        "registration": uninspected and person.as_of >= REGISTRATION,
        "keep_proof": uninspected and "recent_entry" not in raised,
        # It stands beside the level, so not before there is one.
        "relief_exception": law.exists("priorities", person.as_of)
        and judge(relief, person)[0] is True,
    }
    return [note for note, shown in holds.items() if shown]


def _circuit(person: Person, law: Law) -> dict[str, Any]:
    found = circuit(person, law)
    return {} if found is None else {"circuit": found}


def _so_far(person: Person) -> dict[str, Any]:
    """With nothing left to reach it is the end."""
    if not person.unreached:
        return {}
    return {"so_far": True, "not_reached": [fact for fact in FACTS if fact in person.unreached]}
