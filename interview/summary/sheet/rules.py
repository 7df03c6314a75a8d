"""What the sheet for a lawyer says of programs, of the 2014 list, and of discretion."""

from dataclasses import dataclass

from interview.content import AdverseFactor, GoodFactor, Text
from interview.rules import NO, UNKNOWN, YES, Truth
from interview.summary.context import SummaryContext

# A program with one of these statuses has taken requests, or takes them.
_OPENED = ("open", "renewals_only", "accepted_not_decided")


@dataclass(frozen=True)
class RuleLine:
    """A rule in a few words, its id, and the answers that decided it."""

    id: str
    text: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class RulesAlike:
    """Rules that came out alike: how, and which."""

    words: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True)
class ProgramLine:
    """A program: how it stands on the day, its result, and the rules that do not match."""

    id: str
    status: str
    result: str
    rules: tuple[RulesAlike, ...]
    others: str


@dataclass(frozen=True)
class PriorityList:
    """The list of 2014: how it stands on the day, the level, and the grounds."""

    status: str
    level: str
    grounds: tuple[RulesAlike, ...]


@dataclass(frozen=True)
class Discretion:
    """What weighs for and against, the stage, what could be asked, and who is asked next."""

    good: tuple[str, ...]
    against: tuple[str, ...]
    stage: str
    could_ask: tuple[str, ...]
    refusal: tuple[str, ...]
    limit: str


def program_lines(context: SummaryContext) -> tuple[ProgramLine, ...]:
    """Each program; the rules of one that is over tell nobody anything, and stand further on."""
    return tuple(_program(context, name) for name in context.result.programs)


def _program(context: SummaryContext, name: str) -> ProgramLine:
    program, page = context.content.programs[name], context.content.pages.lawyer
    status = _status(context, context.say(program.name), program.timeline)
    result = context.say(getattr(page, context.result.programs[name]))
    needed = context.result.criteria_of[name]
    if context.result.statuses[name] == "ended":
        return ProgramLine(name, status, result, (), "")
    alike = (
        _criteria(context, needed, NO, page.rules_no),
        _criteria(context, needed, UNKNOWN, page.rules_unknown),
    )
    matched = sum(context.result.criteria[one] is YES for one in needed)
    others = context.say(page.others_match).format(count=matched)
    return ProgramLine(name, status, result, tuple(a for a in alike if a.rules), others)


def _status(context: SummaryContext, name: str, timeline_id: str) -> str:
    """A name, how it stands and since which day; and that it never opened, if so."""
    page, as_of = context.content.pages.lawyer, context.result.as_of
    events = [e for e in context.timelines[timeline_id].events if e.status and e.date <= as_of]
    label = context.label("status", str(events[-1].status)).lower()
    stands = f"{label} ({context.tongue.date(events[-1].date)})"
    has_opened = any(event.status in _OPENED for event in events)
    return ", ".join((name, stands, *(() if has_opened else [context.say(page.never_opened)])))


def _criteria(
    context: SummaryContext, needed: tuple[str, ...], truth: Truth, words: Text
) -> RulesAlike:
    """The criteria that came out alike; what is not known stands in the list of that."""
    criteria, found = context.content.criteria, context.result.criteria
    rules = tuple(
        RuleLine(
            name,
            context.say(one.brief or one.requirement),
            context.behind(one.rule) if truth is NO else (),
        )
        for name, one in ((name, criteria[name]) for name in needed)
        if found[name] is truth
    )
    return RulesAlike(context.say(words), rules)


def priority_list(context: SummaryContext) -> PriorityList | None:
    """The list of 2014, from its first event on."""
    priorities, page = context.content.priorities, context.content.pages.lawyer
    if not context.has_begun(priorities.timeline):
        return None
    status = _status(context, context.say(page.list), priorities.timeline)
    alike = (_grounds(context, YES, page.holds), _grounds(context, UNKNOWN, page.rules_unknown))
    return PriorityList(status, _level(context), tuple(a for a in alike if a.rules))


def _level(context: SummaryContext) -> str:
    page, level = context.content.pages.lawyer, context.result.level
    if level == "none":
        return context.say(page.level_none)
    if level == "unknown":
        return context.say(page.level_unknown)
    return context.say(page.level).format(number=level)


def _grounds(context: SummaryContext, truth: Truth, words: Text) -> RulesAlike:
    """The grounds that hold, with the answers behind them; or those that may hold."""
    rules = tuple(
        RuleLine(one.id, context.say(one.name), context.behind(one.rule) if truth is YES else ())
        for one in context.content.priorities.grounds
        if context.result.grounds[one.id] is truth
    )
    return RulesAlike(context.say(words), rules)


def discretion(context: SummaryContext) -> Discretion:
    """What a lawyer weighs before any request, and what could be requested."""
    factors, result = context.content.factors, context.result
    escalation, options = context.content.escalation, context.content.options
    stage = next((s for s in options.stages if s.id == result.stage), None)
    page = context.content.pages.lawyer
    asked = [o for o in stage.options if o.id in result.options] if stage else []
    return Discretion(
        good=tuple(_factor(context, f) for f in factors.positive if f.id in result.positive),
        against=tuple(_factor(context, f) for f in factors.adverse if f.id in result.adverse),
        stage=f"{context.say(stage.name)}." if stage else context.say(page.stage_unknown),
        could_ask=tuple(context.say(o.brief or o.ask) for o in asked),
        refusal=tuple(context.say(s.name) for s in escalation.steps if s.id in result.escalation),
        limit=context.say(escalation.limits[0] if result.escalation_shown else page.no_ladder),
    )


def _factor(context: SummaryContext, factor: GoodFactor | AdverseFactor) -> str:
    """The factor's name, and which of a list were ticked."""
    name = context.say(factor.name)
    listed = factor.lists if isinstance(factor, GoodFactor) else None
    chosen = context.chosen(context.questions[listed]) if listed else ""
    return f"{name} ({chosen.replace('. ', ', ')})" if chosen else name
