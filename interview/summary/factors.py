"""What is not known yet, what weighs for and against a person, and the answers."""

from interview.content import AdverseFactor, GoodFactor, Question
from interview.summary.blocks import Card, CardRow, Section
from interview.summary.context import SummaryContext


def unknown_section(context: SummaryContext) -> Section:
    """What is not known yet and could change the result, and how to find it."""
    put = {question.id for question in context.screening.path.answered(context.result.answers)}
    # What an unsure answer passed over hangs on that answer: it is no finding of its own.
    asked, later = (
        tuple(_unknown_card(context, context.questions[fact]) for fact in context.result.missing
              if (fact in put) == was_put)
        for was_put in (True, False)
    )  # fmt: skip
    intro = context.headings.unknown_intro if asked or later else context.headings.nothing_unknown
    return Section(
        "unknown",
        _counted(context.say(context.headings.unknown), len(asked) or len(later)),
        above=context.say(context.headings.everything_else),
        is_folded=True,
        paragraphs=(context.say(intro),),
        cards=asked,
        more_title=context.say(context.headings.unknown_behind) if later else "",
        more_cards=later,
    )


def _counted(title: str, count: int) -> str:
    """A title with how many things stand under it."""
    return f"{title} ({count})" if count else title


def _unknown_card(context: SummaryContext, question: Question) -> Card:
    return Card(
        kind="missing",
        id=question.id,
        title=context.say(question.short),
        paragraphs=(context.say(question.find_out),),
        data={"missing": question.id},
    )


def good_section(context: SummaryContext) -> Section:
    """The good factors with the papers that show them, and what to tell a lawyer."""
    factors = context.content.factors
    found = [f for f in factors.positive if f.id in context.result.positive]
    intro = context.headings.good_intro if found else context.headings.no_good
    tell = tuple(context.say(text) for text in factors.to_tell_a_lawyer)
    return Section(
        "good",
        _counted(context.say(context.headings.good), len(found)),
        is_folded=True,
        paragraphs=(context.say(intro),),
        cards=tuple(_good_card(context, factor) for factor in found),
        closing=(f"**{context.say(context.headings.to_tell)}**",),
        closing_bullets=tell,
    )


def _good_card(context: SummaryContext, factor: GoodFactor) -> Card:
    paragraphs = [context.say(factor.plain)]
    if factor.lists and (chosen := context.chosen(context.questions[factor.lists])):
        paragraphs.append(f"{chosen}.")
    return Card(
        kind="good",
        id=factor.id,
        title=context.say(factor.name),
        paragraphs=tuple(paragraphs),
        bullets_title=context.say(context.labels.papers),
        bullets=tuple(context.say(paper.text) for paper in factor.evidence),
        source=context.source(factor),
        data={"factor": factor.id},
    )


def adverse_section(context: SummaryContext) -> Section:
    """What weighs against a person, and what can weigh against it."""
    found = [f for f in context.content.factors.adverse if f.id in context.result.adverse]
    return Section(
        "adverse",
        _counted(context.say(context.headings.adverse), len(found)),
        is_folded=True,
        paragraphs=(context.say(context.headings.adverse_intro),),
        cards=tuple(_adverse_card(context, factor) for factor in found),
    )


def _adverse_card(context: SummaryContext, factor: AdverseFactor) -> Card:
    return Card(
        kind="adverse",
        id=factor.id,
        title=context.say(factor.name),
        paragraphs=(context.say(factor.plain),),
        bullets=tuple(context.say(text) for text in factor.mitigation),
        source=context.source(factor),
        data={"factor": factor.id},
    )


def answer_section(context: SummaryContext) -> Section:
    """The answers on the path, so that a lawyer sees what the page came from."""
    asked = context.screening.path.answered(context.result.answers)
    rows = tuple(
        CardRow("", "", context.say(question.short), (context.answer(question),), question.id)
        for question in asked
        if question.unsure
    )
    card = Card(
        kind="answers", id="answers", title=context.say(context.headings.answers), rows=rows
    )
    return Section(
        "answers",
        context.say(context.headings.answers),
        is_folded=True,
        paragraphs=(context.say(context.headings.answers_intro),),
        cards=(card,),
    )
