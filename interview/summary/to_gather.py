"""Which answers a person should have papers for, and why: for the evidence checklist."""

from collections.abc import Iterable
from dataclasses import dataclass

from interview.languages import Tongue
from interview.rules import conditions, facts
from interview.screening import Result, Screening
from interview.summary.blocks import Card
from interview.summary.context import SummaryContext
from interview.summary.law_today import deadline_section, deadlines_found
from interview.summary.sheet.answers import GivenAnswers
from interview.summary.sheet.rules import program_lines


@dataclass(frozen=True)
class ToGather:
    """What papers are for: dates that run, programs with how each stands, and good factors.

    The rest are the facts that papers show, each once, at the first of its reasons: a date that
    runs, a program, a flag, or that it is not known. `is_any`: there is something to gather for.
    """

    days: tuple[Card, ...]
    programs: tuple[str, ...]
    factors: tuple[str, ...]
    for_days: tuple[str, ...]
    for_programs: tuple[str, ...]
    for_flags: tuple[str, ...]
    unknown: tuple[str, ...]
    is_any: bool


def to_gather(screening: Screening, result: Result, tongue: Tongue) -> ToGather:
    """Return what the person of a result should gather papers for, said in one language."""
    context = SummaryContext(screening, result, tongue)
    section = deadline_section(context)
    possible = [name for name, found in result.programs.items() if found != "does_not_match"]
    waiting = _shown_by_papers(context)
    return ToGather(
        days=section.cards if section else (),
        programs=tuple(one.status for one in program_lines(context) if one.id in possible),
        factors=result.positive,
        for_days=_take(waiting, _of_deadlines(context)),
        for_programs=_take(waiting, _of_programs(context, possible)),
        for_flags=_take(waiting, _of_flags(context)),
        unknown=_take(waiting, result.missing),
        is_any=bool(result.positive or result.deadlines or possible),
    )


def _shown_by_papers(context: SummaryContext) -> dict[str, None]:
    """The facts that were asked, that papers show, and of which there is something to show."""
    given = GivenAnswers(context)
    nothing, asked = given.saying_nothing(), {question.id for question in given.asked}
    return dict.fromkeys(
        one.id
        for one in context.content.papers.checklist.answers
        if one.id in asked
        and (one.also_if_no or one.id not in nothing)
        and not (one.unless and context.holds(one.unless))
    )


def _take(waiting: dict[str, None], named: Iterable[str]) -> tuple[str, ...]:
    """Take those of some facts that still wait, in the order of waiting."""
    wanted = set(named)
    taken = tuple(fact for fact in waiting if fact in wanted)
    for fact in taken:
        del waiting[fact]
    return taken


def _of_deadlines(context: SummaryContext) -> Iterable[str]:
    for deadline, _ in deadlines_found(context):
        yield from conditions.term_facts(deadline.date)


def _of_programs(context: SummaryContext, programs: list[str]) -> Iterable[str]:
    """The facts that decided the criteria of some programs, or that leave them open."""
    names = {name for program in programs for name in context.result.criteria_of[program]}
    for name in names:
        rule = context.content.criteria[name].rule
        yield from context.screening.answers_behind(rule, context.result)


def _of_flags(context: SummaryContext) -> Iterable[str]:
    """The facts behind the flags that are raised, and those that would take one back."""
    for flag in context.raised():
        yield from context.behind_facts(flag.rule)
        if flag.cautious_unless:
            yield from facts(flag.cautious_unless)
