"""What is not known yet, what weighs for and against a person, and the answers."""

from interview.content import AdverseFactor, GoodFactor, Question
from interview.summary.blocks import Card, Row, Section
from interview.summary.context import Told

# Whoever is not sure of anything would scroll for long to come to the good part.
FIRST_UNKNOWN = 6


def unknown_section(told: Told) -> Section:
    cards = tuple(_unknown_card(told, told.questions[f]) for f in told.result.missing)
    intro = told.headings.unknown_intro if cards else told.headings.nothing_unknown
    return Section(
        "unknown",
        told.say(told.headings.unknown),
        paragraphs=(told.say(intro),),
        cards=cards[:FIRST_UNKNOWN],
        more_title=told.say(told.headings.more_unknown) if cards[FIRST_UNKNOWN:] else "",
        more_cards=cards[FIRST_UNKNOWN:],
    )


def _unknown_card(told: Told, question: Question) -> Card:
    return Card(
        kind="missing",
        id=question.id,
        title=told.say(question.short),
        paragraphs=(told.say(question.find_out),),
        data={"missing": question.id},
    )


def good_section(told: Told) -> Section:
    factors = told.content.factors
    found = [f for f in factors.positive if f.id in told.result.positive]
    intro = told.headings.good_intro if found else told.headings.no_good
    tell = tuple(told.say(text) for text in factors.to_tell_a_lawyer)
    return Section(
        "good",
        told.say(told.headings.good),
        paragraphs=(told.say(intro),),
        cards=tuple(_good_card(told, factor) for factor in found),
        closing=(f"**{told.say(told.headings.to_tell)}**",),
        closing_bullets=tell,
    )


def _good_card(told: Told, factor: GoodFactor) -> Card:
    paragraphs = [told.say(factor.plain)]
    if factor.lists and (chosen := told.chosen(told.questions[factor.lists])):
        paragraphs.append(f"{chosen}.")
    return Card(
        kind="good",
        id=factor.id,
        title=told.say(factor.name),
        paragraphs=tuple(paragraphs),
        bullets_title=told.say(told.labels.papers),
        bullets=tuple(told.say(paper) for paper in factor.evidence),
        source=told.source(factor),
        data={"factor": factor.id},
    )


def adverse_section(told: Told) -> Section:
    found = [f for f in told.content.factors.adverse if f.id in told.result.adverse]
    return Section(
        "adverse",
        told.say(told.headings.adverse),
        paragraphs=(told.say(told.headings.adverse_intro),),
        cards=tuple(_adverse_card(told, factor) for factor in found),
    )


def _adverse_card(told: Told, factor: AdverseFactor) -> Card:
    return Card(
        kind="adverse",
        id=factor.id,
        title=told.say(factor.name),
        paragraphs=(told.say(factor.plain),),
        bullets=tuple(told.say(text) for text in factor.mitigation),
        source=told.source(factor),
        data={"factor": factor.id},
    )


def answer_section(told: Told) -> Section:
    """The answers on the path, so that a lawyer sees what the page came from."""
    asked = told.screening.path.asked(told.result.answers)
    rows = tuple(
        Row("", "", told.say(question.short), (told.answer(question),), question.id)
        for question in asked
        if question.unsure
    )
    card = Card(kind="answers", id="answers", title=told.say(told.headings.answers), rows=rows)
    return Section(
        "answers",
        told.say(told.headings.answers),
        paragraphs=(told.say(told.headings.answers_intro),),
        cards=(card,),
        closing=(told.say(told.content.wording.keep_like_cash),),
    )
