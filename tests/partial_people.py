"""Made-up people who stopped before the end: by page after page, or with any facts left out."""

import datetime
from collections.abc import Iterator
from random import Random
from typing import Any

from people import people

from interview.content import Content

Written = dict[str, Any]
UNSURE = "unsure"


def stopped(
    content: Content, count: int, seed: int, as_of: datetime.date
) -> Iterator[tuple[Written, Written]]:
    """Yield what somebody answers before they stop, and all that they would answer."""
    chance = Random(seed)
    order = [question.id for question in content.questions]
    for answers in people(count, seed, as_of):
        whole = {fact: _said(content, fact, answers.get(fact), chance) for fact in order}
        reached = order[: chance.randrange(len(order) + 1)]
        yield {fact: whole[fact] for fact in reached}, whole


def scattered(content: Content, count: int, seed: int, as_of: datetime.date) -> Iterator[Written]:
    """Yield answers of which any are blank or left out, as in a file that somebody began."""
    chance = Random(seed)
    for _, whole in stopped(content, count, seed, as_of):
        share = chance.choice((0.5, 0.9))
        kept = {fact: given for fact, given in whole.items() if chance.random() < share}
        yield {fact: None if chance.random() < 0.1 else given for fact, given in kept.items()}


def _said(content: Content, fact: str, given: Any, chance: Random) -> Any:
    question = next(one for one in content.questions if one.id == fact)
    is_unsure = given is None or chance.random() < 0.12
    if not question.unsure:
        return given or question.value_ids[0]
    return UNSURE if is_unsure else given
