"""What could be asked of an officer, how a refusal is taken further, and who can help."""

from collections.abc import Iterable

from interview.content import Option, Point, RequestStep
from interview.screening import memo_status_on
from interview.summary.blocks import Card, Section
from interview.summary.context import SummaryContext
from interview.summary.law_today import circuit_text, effects_of


def option_section(context: SummaryContext) -> Section:
    """What could be asked of an officer at this stage of the case."""
    options = context.content.options
    title = context.say(context.headings.options)
    stage = next((s for s in options.stages if s.id == context.result.stage), None)
    if stage is None:
        said = (context.say(options.stage_unknown),)
        return Section("options", title, is_folded=True, paragraphs=said)
    cards = tuple(
        Card(
            kind="option",
            id=option.id,
            title=context.say(option.ask),
            paragraphs=_option_paragraphs(context, option),
            caution=" ".join(effects_of(context, option.timelines)),
            source=context.source(option),
            data={"option": option.id},
        )
        for option in stage.options
        if option.id in context.result.options
    )
    lead = context.say(context.headings.options_lead)
    paragraphs = (f"**{context.say(stage.name)}**", context.say(stage.intro), lead)
    closing = (context.say(stage.deciders), context.say(options.not_established))
    return Section(
        "options", title, is_folded=True, paragraphs=paragraphs, cards=cards, closing=closing
    )


def _option_paragraphs(context: SummaryContext, option: Option) -> tuple[str, ...]:
    """Who decides, and what to read beside the option on the day."""
    beside = context.say_all([option.beside] if option.beside else [])
    who = f"{context.say(context.labels.who_decides)}: {context.say(option.who)}"
    return (who, *beside, *context.said_for(option.also))


def detention_section(context: SummaryContext) -> Section:
    """What a person who is held can say and show."""
    detention = context.content.detention
    guidance = detention.about and detention.about.on(context.result.as_of)
    circuit = circuit_text(context)
    return Section(
        "detention",
        context.say(context.headings.detention),
        is_folded=True,
        paragraphs=(circuit,) if circuit else (),
        bullets=_what_to_do(context),
        cards=(_guidance_card(context),) if guidance else (),
        closing=tuple(map(context.say, (detention.approver, detention.status_text)))
        if guidance
        else (),
    )


def _what_to_do(context: SummaryContext) -> tuple[str, ...]:
    """What to do first, then what is for this person, then the rest."""
    first, *others = context.say_all(context.content.detention.what_to_do)
    return (first, *context.said_for(context.content.detention.also_to_do), *others)


def _guidance_card(context: SummaryContext) -> Card:
    """The guidance on whom to hold, and the groups of it that a person is in."""
    detention = context.content.detention
    groups = [g for g in detention.groups if g.condition is None or context.holds(g.condition)]
    return Card(
        kind="detention",
        id="detention",
        title=context.say(context.headings.detention),
        paragraphs=context.say_all([detention.about] if detention.about else []),
        bullets_title=context.say(context.labels.memo_groups),
        bullets=tuple(context.say(group.text) for group in groups),
        source=context.source(detention),
    )


def escalation_section(context: SummaryContext) -> Section:
    """How a refusal is taken further, where that cannot make things worse."""
    escalation = context.content.escalation
    title = context.say(context.headings.escalation)
    if not context.result.escalation_shown:
        text = context.say(escalation.not_shown)
        nothing = {"escalation": ""}
        return Section("escalation", title, is_folded=True, paragraphs=(text,), data=nothing)
    steps = [step for step in escalation.steps if step.id in context.result.escalation]
    return Section(
        "escalation",
        title,
        is_folded=True,
        paragraphs=(context.say(escalation.intro), *map(context.say, escalation.limits)),
        cards=_step_cards(context, "step", steps),
        closing=(context.say(escalation.not_confirmed),),
        data={"escalation": " ".join(context.result.escalation)},
    )


def request_section(context: SummaryContext) -> Section:
    """How a request for prosecutorial discretion is built, step by step."""
    request = context.content.request
    cards = _step_cards(context, "request", request.steps)
    paragraphs = (context.say(request.lawyer_first), context.say(request.intro))
    title = context.say(context.headings.request)
    return Section("request", title, is_folded=True, paragraphs=paragraphs, cards=cards)


def _step_cards(
    context: SummaryContext, kind: str, steps: Iterable[RequestStep]
) -> tuple[Card, ...]:
    return tuple(
        Card(
            kind=kind,
            id=step.id,
            title=context.say(step.name),
            paragraphs=(context.say(step.what), *context.said_for(step.also)),
            caution=context.say(step.caution) if step.caution else "",
            source=context.source(step),
        )
        for step in steps
    )


def memo_section(context: SummaryContext) -> Section:
    """The memos that fit, and how each stood on the day."""
    cards = []
    for memo in context.content.memos:
        stood = memo_status_on(memo.statuses, context.result.as_of)
        if memo.id in context.result.memos and stood is not None:
            card = Card(
                kind="memo",
                id=memo.id,
                title=context.say(memo.title),
                chip=context.label("memo", stood.status),
                tone=stood.status,
                paragraphs=(
                    context.say(stood.text),
                    context.say(memo.says),
                    context.say(memo.helps),
                ),
                source=context.source(memo),
                data={"memo": memo.id},
            )
            cards.append(card)
    intro = (context.say(context.headings.memos_intro),)
    title = context.say(context.headings.memos)
    return Section("memos", title, is_folded=True, paragraphs=intro, cards=tuple(cards))


def points(context: SummaryContext) -> list[Point]:
    """What an advocate can use, of what exists on the day and fits the person."""
    return [
        point
        for point in context.content.advocates.points
        if context.say_all([point.text] if point.text else [])
        and (point.applies is None or context.holds(point.applies))
    ]


def advocate_section(context: SummaryContext) -> Section:
    """What only an advocate uses: arguments, local ways, limits of the law."""
    advocates = context.content.advocates
    cards = tuple(
        Card(
            kind="point",
            id=point.id,
            title=context.say(point.name),
            paragraphs=context.say_all([point.text] if point.text else []),
            source=context.source(point),
            data={"point": point.id},
        )
        for point in points(context)
    )
    intro = (context.say(advocates.intro),)
    title = context.say(advocates.title)
    return Section("advocates", title, is_folded=True, paragraphs=intro, cards=cards)


def decision_section(context: SummaryContext) -> Section:
    """How a decision is told, and what a favorable one does and does not do."""
    decisions = context.content.decisions
    cards = tuple(
        Card(
            kind="decision",
            id=kind,
            title=context.say(title),
            bullets=tuple(context.say(said.text) for said in found),
        )
        for kind, title, found in (
            ("notice", context.headings.decisions, decisions.notice),
            ("effect", context.headings.effect, decisions.effect),
        )
    )
    title = context.say(context.headings.effect)
    return Section("decisions", title, is_folded=True, cards=cards)


def lawyer_section(context: SummaryContext) -> Section:
    """Where to find a lawyer."""
    door = context.content.urgent_door
    bullets = context.said_for_some(door.find_lawyer.texts)
    last = (context.say(door.last.text),)
    return Section(
        "find_lawyer", context.say(door.find_lawyer.title), bullets=bullets, closing=last
    )
