"""The worked cases, one test each; and no rule may be taken away without a case failing."""

import dataclasses
import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from interview.content import Content
from interview.files.cases import CaseRunner, read_cases
from interview.loading import load
from interview.loading.folders import QUESTIONS
from interview.rules import conditions as c
from interview.screening.answers import AnswerReader
from interview.screening.screening import Screening

CONTENT = load(QUESTIONS)
READER = AnswerReader(CONTENT)
CASES = read_cases(QUESTIONS, READER)


@pytest.fixture(scope="module")
def case_runner(screening, reader):
    return CaseRunner(screening, reader)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_worked_case(case_runner, case):
    assert [str(difference) for difference in case_runner.run(case)] == []


def test_every_case_is_named_by_a_sentence_of_its_own():
    names = [case.name for case in CASES]
    assert [name for name in names if not re.fullmatch(r"[A-Z0-9].{15,}\.", name)] == []
    in_files = Counter((case.file, case.name) for case in CASES)
    assert [named for named, times in in_files.items() if times > 1] == []


@pytest.mark.parametrize(
    "as_of", [datetime.date(2015, 6, 15), datetime.date(2026, 11, 23)], ids=str
)
def test_the_twelve_people_stand_with_all_that_is_expected_of_them(as_of):
    twelve = [case for case in CASES if case.person and case.as_of == as_of]
    assert [case.person for case in twelve] == [str(number) for number in range(1, 13)]
    assert all({"missing", "factors"} <= set(case.expect) for case in twelve)


# ---------------------------------------------------------------- taking rules away

# A program's result has no place of its own before the programs are judged: this is never YES.
NEVER = c.ProgramIs("daca", "never")
Change = Callable[[Content], Content]


def _without(items, item):
    return tuple(other for other in items if other is not item)


def _with_never(items, item):
    """The items, with one whose condition never holds; what refers to it still finds it."""
    never = item.model_copy(update={"condition": NEVER, **_unclear(item, None)})
    return tuple(never if other is item else other for other in items)


def _never_raised(flags, flag):
    """The flags, with one that is never raised; other rules that ask whether it is still can."""
    never = flag.model_copy(update={"condition": NEVER, "cautious": False, **_unclear(flag, None)})
    return tuple(never if other is flag else other for other in flags)


def _settled(items, item):
    """The items, with one of which nothing is unclear any more."""
    settled = item.model_copy(update=_unclear(item, None))
    return tuple(settled if other is item else other for other in items)


def _unclear(item, value):
    return {"unclear_if": value} if hasattr(item, "unclear_if") else {}


def _grounds(content: Content, grounds) -> Content:
    priorities = content.priorities.model_copy(update={"grounds": grounds})
    return dataclasses.replace(content, priorities=priorities)


def _criteria(content: Content, criteria) -> Content:
    return dataclasses.replace(content, criteria={found.id: found for found in criteria})


def _factors(content: Content, **factors) -> Content:
    return dataclasses.replace(content, factors=content.factors.model_copy(update=factors))


def _escalation(content: Content, **parts) -> Content:
    return dataclasses.replace(content, escalation=content.escalation.model_copy(update=parts))


def _program_without(content: Content, program, criterion: str) -> Content:
    changed = program.model_copy(
        update={"criteria": tuple(found for found in program.criteria if found != criterion)}
    )
    return dataclasses.replace(content, programs={**content.programs, program.id: changed})


def _removals(content: Content) -> Iterator[tuple[str, Content]]:
    """Every rule, and the content without it."""
    for program in content.programs.values():
        for criterion in program.criteria:
            changed = _program_without(content, program, criterion)
            yield f"{criterion} of {program.id}", changed
    grounds = content.priorities.grounds
    for ground in grounds:
        yield f"ground {ground.id}", _grounds(content, _with_never(grounds, ground))
        if ground.unclear_if is not None:
            changed = _grounds(content, _settled(grounds, ground))
            yield f"unclear_if of ground {ground.id}", changed
    criteria = tuple(content.criteria.values())
    for criterion in criteria:
        if criterion.unclear_if is not None:
            changed = _criteria(content, _settled(criteria, criterion))
            yield f"unclear_if of {criterion.id}", changed
    for flag in content.flags:
        flags = _never_raised(content.flags, flag)
        yield f"flag {flag.id}", dataclasses.replace(content, flags=flags)
    for factor in content.factors.positive:
        positive = _without(content.factors.positive, factor)
        yield f"good factor {factor.id}", _factors(content, positive=positive)
    for factor in content.factors.adverse:
        adverse = _without(content.factors.adverse, factor)
        yield f"adverse factor {factor.id}", _factors(content, adverse=adverse)
    yield from _escalation_removals(content)


def _escalation_removals(content: Content) -> Iterator[tuple[str, Content]]:
    escalation = content.escalation
    for start in escalation.starts:
        starts = _without(escalation.starts, start)
        yield f"start at {start.step}", _escalation(content, starts=starts)
    for step in escalation.steps:
        starts = tuple(start for start in escalation.starts if start.step != step.id)
        steps = _without(escalation.steps, step)
        yield f"step {step.id}", _escalation(content, starts=starts, steps=steps)
    assert isinstance(escalation.shown_if, c.Any_)
    for part in escalation.shown_if.parts:
        shown_if = c.Any_(_without(escalation.shown_if.parts, part))
        facts = ", ".join(c.facts(part))
        yield f"ladder shown by {facts}", _escalation(content, shown_if=shown_if)


EXPECTED = [(case, set(re.findall(r"\w+", str(case.expect)))) for case in CASES]


def _some_case_fails(content: Content, rule: str) -> bool:
    """Run the cases, those that expect something of the rule first, until one fails."""
    runner = CaseRunner(Screening(content), READER)
    words = set(re.findall(r"\w+", rule))
    likely = sorted(EXPECTED, key=lambda found: -len(words & found[1]))
    return any(runner.run(case) for case, _ in likely)


REMOVALS = dict(_removals(CONTENT))


@pytest.mark.sampled(4)
@pytest.mark.slow
@pytest.mark.parametrize("rule", REMOVALS)
def test_taking_away_one_rule_makes_a_case_fail(rule):
    assert _some_case_fails(REMOVALS[rule], rule)


# ---------------------------------------------------------------- taking parts of rules away


def _without_one_part(condition) -> Iterator[tuple[str, c.Condition]]:
    """Every tree that lacks one part of one group of this one; references are not looked into."""
    if not isinstance(condition, (c.All, c.Any_, c.None_)):
        return
    for number, part in enumerate(condition.parts):
        others = condition.parts[:number] + condition.parts[number + 1 :]
        if others:
            yield str(part), dataclasses.replace(condition, parts=others)
        for name, changed in _without_one_part(part):
            parts = (*condition.parts[:number], changed, *condition.parts[number + 1 :])
            yield name, dataclasses.replace(condition, parts=parts)
    if len(condition.parts) == 1 and isinstance(condition, c.All | c.Any_):
        yield from _without_one_part(condition.parts[0])


def _partial_removals(content: Content) -> Iterator[tuple[str, Content]]:
    kinds = {
        "criterion": (tuple(content.criteria.values()), _criteria),
        "ground": (content.priorities.grounds, _grounds),
        "flag": (content.flags, lambda c, flags: dataclasses.replace(c, flags=flags)),
        "good": (content.factors.positive, lambda c, found: _factors(c, positive=found)),
        "adverse": (content.factors.adverse, lambda c, found: _factors(c, adverse=found)),
    }
    for kind, (items, rebuilt) in kinds.items():
        for item in items:
            for key in ("condition", "unclear_if"):
                for part, condition in _without_one_part(getattr(item, key, None)):
                    changed = item.model_copy(update={key: condition})
                    new = tuple(changed if other is item else other for other in items)
                    yield f"{kind} {item.id} {key}: {part}", rebuilt(content, new)


# Without this part the rule is the same: its unclear_if speaks of the same trips.
NO_DIFFERENCE = {
    "criterion resident_before_2010 condition: "
    "None_(parts=(Is(fact='late_trips', values=('no_permission',)),))"
}
PARTIAL = {
    part: changed for part, changed in _partial_removals(CONTENT) if part not in NO_DIFFERENCE
}


@pytest.mark.sampled(4)
@pytest.mark.slow
@pytest.mark.parametrize("part", PARTIAL)
def test_taking_away_one_part_of_a_rule_makes_a_case_fail(part):
    assert _some_case_fails(PARTIAL[part], part)
