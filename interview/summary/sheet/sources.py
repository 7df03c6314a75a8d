"""What stands behind the sheet for a lawyer: every rule, its source, and points for advocates."""

from dataclasses import dataclass

from interview.content import Sourced
from interview.rules import NO, UNKNOWN, YES, Truth
from interview.summary.context import SummaryContext
from interview.summary.discretion import points
from interview.summary.sheet.rules import RuleLine, RulesAlike


@dataclass(frozen=True)
class SourceLine:
    """A flag, ground, program or kind of relief by its id and name, and where it is written."""

    id: str
    name: str
    source: str


@dataclass(frozen=True)
class PointLine:
    """What an advocate can use, with its source."""

    id: str
    name: str
    text: str
    source: str


@dataclass(frozen=True)
class SheetSources:
    """All rules with the programs that ask for them, sources, and points for advocates."""

    criteria: tuple[RulesAlike, ...]
    sources: tuple[SourceLine, ...]
    points_title: str
    points_intro: str
    points: tuple[PointLine, ...]


def sheet_sources(context: SummaryContext) -> SheetSources:
    """Return what a lawyer opens who asks where something comes from."""
    advocates = context.content.advocates
    alike = tuple(_criteria(context, truth) for truth in (NO, UNKNOWN, YES))
    return SheetSources(
        criteria=tuple(group for group in alike if group.rules),
        sources=_sources(context),
        points_title=context.say(advocates.title),
        points_intro=context.say(advocates.intro),
        points=tuple(
            PointLine(
                point.id, context.say(point.name), context.say(point.text), context.source(point)
            )
            for point in points(context)
            if point.text
        ),
    )


def _criteria(context: SummaryContext, truth: Truth) -> RulesAlike:
    """The criteria that came out as `truth`, each once, with the programs that ask for it."""
    asked_by: dict[str, list[str]] = {}
    for program, needed in context.result.criteria_of.items():
        said = context.say(context.content.programs[program].name)
        for name in needed:
            asked_by.setdefault(name, []).append(said)
    criteria = context.content.criteria
    rules = tuple(
        RuleLine(name, context.say(criteria[name].requirement), tuple(programs))
        for name, programs in asked_by.items()
        if context.result.criteria[name] is truth
    )
    return RulesAlike(context.label("truth", truth.value), rules)


def _sources(context: SummaryContext) -> tuple[SourceLine, ...]:
    """Where each flag, ground, program and kind of relief on the sheet is written."""
    content, result = context.content, context.result

    def line(id: str, name: str, item: Sourced) -> SourceLine:
        return SourceLine(id, name, context.source(item))

    flags = [line(f.id, context.say(f.name), f) for f in context.raised()]
    grounds = [
        line(g.id, context.say(g.name), g)
        for g in content.priorities.grounds
        if result.grounds[g.id] is not NO
    ]
    programs = [
        line(p.id, context.say(p.name), p) for p in map(content.programs.get, result.programs) if p
    ]
    relief = [
        line(r.id, context.say(r.name), r)
        for r in content.reliefs
        if context.screening.truth(r.rule, result) is not NO
    ]
    return (*flags, *relief, *grounds, *programs)
