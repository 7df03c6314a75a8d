"""What could be asked of an officer, how a refusal is taken further, and who can help."""

from interview.screening import memo_status_on, status_on
from interview.summary.blocks import Card, Section
from interview.summary.context import Told


def option_section(told: Told) -> Section:
    options = told.content.options
    title = told.say(told.headings.options)
    stage = next((s for s in options.stages if s.id == told.result.stage), None)
    if stage is None:
        return Section("options", title, paragraphs=(told.say(options.stage_unknown),))
    cards = tuple(
        Card(
            kind="option",
            id=option.id,
            title=told.say(option.ask),
            paragraphs=(f"{told.say(told.labels.who_decides)}: {told.say(option.who)}",),
            source=told.source(option),
            data={"option": option.id},
        )
        for option in stage.options
        if option.id in told.result.options
    )
    paragraphs = (f"**{told.say(stage.name)}**", told.say(stage.intro))
    closing = (told.say(stage.deciders), told.say(options.not_established))
    return Section("options", title, paragraphs=paragraphs, cards=cards, closing=closing)


def detention_section(told: Told) -> Section:
    detention = told.content.detention
    groups = [g for g in detention.groups if g.condition is None or told.holds(g.condition)]
    closing = [told.say(detention.approver)]
    priorities = told.timelines[told.content.priorities.timeline]
    if status_on(priorities, told.result.as_of) == "ended":
        closing.append(told.say(detention.status_text))
    about = Card(
        kind="detention",
        id="detention",
        title=told.say(told.headings.detention),
        paragraphs=(told.say(detention.about),),
        bullets_title=told.say(told.labels.memo_groups),
        bullets=tuple(told.say(group.text) for group in groups),
        source=told.source(detention),
    )
    return Section(
        "detention",
        told.say(told.headings.detention),
        bullets=tuple(told.say(text) for text in detention.what_to_do),
        cards=(about,),
        closing=tuple(closing),
    )


def escalation_section(told: Told) -> Section:
    escalation = told.content.escalation
    title = told.say(told.headings.escalation)
    if not told.result.escalation_shown:
        text = told.say(escalation.not_shown)
        return Section("escalation", title, paragraphs=(text,), data={"escalation": ""})
    cards = tuple(
        Card(
            kind="step",
            id=step.id,
            title=told.say(step.name),
            paragraphs=(told.say(step.what),),
            caution=told.say(step.caution) if step.caution else "",
            source=told.source(step),
        )
        for step in escalation.steps
        if step.id in told.result.escalation
    )
    return Section(
        "escalation",
        title,
        paragraphs=(told.say(escalation.intro), *map(told.say, escalation.limits)),
        cards=cards,
        closing=(told.say(escalation.not_confirmed),),
        data={"escalation": " ".join(told.result.escalation)},
    )


def request_section(told: Told) -> Section:
    request = told.content.request
    cards = tuple(
        Card(
            kind="request",
            id=step.id,
            title=told.say(step.name),
            paragraphs=(told.say(step.what),),
            caution=told.say(step.caution) if step.caution else "",
            source=told.source(step),
        )
        for step in request.steps
    )
    paragraphs = (told.say(request.lawyer_first), told.say(request.intro))
    title = told.say(told.headings.request)
    return Section("request", title, paragraphs=paragraphs, cards=cards)


def memo_section(told: Told) -> Section:
    cards = []
    for memo in told.content.memos:
        stood = memo_status_on(memo.statuses, told.result.as_of)
        if memo.id in told.result.memos and stood is not None:
            card = Card(
                kind="memo",
                id=memo.id,
                title=told.say(memo.title),
                chip=told.label("memo", stood.status),
                tone=stood.status,
                paragraphs=(told.say(stood.text), told.say(memo.says), told.say(memo.helps)),
                source=told.source(memo),
                data={"memo": memo.id},
            )
            cards.append(card)
    intro = (told.say(told.headings.memos_intro),)
    title = told.say(told.headings.memos)
    return Section("memos", title, paragraphs=intro, cards=tuple(cards))


def decision_section(told: Told) -> Section:
    decisions = told.content.decisions
    cards = tuple(
        Card(
            kind="decision",
            id=kind,
            title=told.say(title),
            bullets=tuple(told.say(said.text) for said in found),
        )
        for kind, title, found in (
            ("notice", told.headings.decisions, decisions.notice),
            ("effect", told.headings.effect, decisions.effect),
        )
    )
    return Section("decisions", told.say(told.headings.effect), cards=cards)


def lawyer_section(told: Told) -> Section:
    door = told.content.urgent_door
    bullets = tuple(told.say(text) for text in door.find_lawyer.texts)
    last = (told.say(door.last.text),)
    return Section("find_lawyer", told.say(door.find_lawyer.title), bullets=bullets, closing=last)
