"""Checks of the rules over everybody: conditions that cannot turn out both ways, idle questions.

A condition has every day of the law to turn out both ways; a question must matter on the day of
the check. Importing this module takes the prover.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from interview.authoring.crowd import Span, whole_span
from interview.authoring.reach import WORDING, Everybody, idle_questions
from interview.authoring.texts import Finding, at
from interview.content import Content
from interview.loading import Document, Place, QuestionsFolder, rule_id, walk
from interview.rules import NO, YES
from interview.rules import conditions as c

# Oddities only ask back: no path and no result hangs on them.
_LEFT_OUT = ("oddities",)


@dataclass(frozen=True)
class PlacedCondition:
    """A condition and where it stands."""

    condition: c.Condition
    document: Document
    place: Place

    @property
    def rule(self) -> str:
        return rule_id(self.document.data, self.place)


def placed_conditions(reading: QuestionsFolder) -> Iterator[PlacedCondition]:
    """Yield every condition of the files, and every condition inside a group."""
    for name, found in reading.models.items():
        if name not in _LEFT_OUT:
            for place, value in walk(found):
                if isinstance(value, c.Condition):
                    yield from _inside(value, reading.documents[name], place)


def _inside(condition: c.Condition, document: Document, place: Place) -> Iterator[PlacedCondition]:
    yield PlacedCondition(condition, document, place)
    if isinstance(condition, (c.All, c.Any_, c.None_)):
        word = next(word for word, kind in c.GROUPS.items() if isinstance(condition, kind))
        written = _data_at(document.data, place)
        for number, part in enumerate(condition.parts):
            # `x is not y` is written in one line and read as none of one.
            inner = (*place, word, number) if isinstance(written, dict) else place
            if inner != place:
                yield from _inside(part, document, inner)


def _data_at(data: Any, place: Place) -> Any:
    for step in place:
        data = data[step]
    return data


def rule_checks(reading: QuestionsFolder, today: datetime.date) -> Iterator[Finding]:
    """Yield what is wrong with the rules for everybody, on a local date."""
    content = reading.content
    assert content is not None
    yield from _one_sided(list(placed_conditions(reading)), content, today)
    yield from _questions(reading, content, Span(today, today))


def _one_sided(
    placed: list[PlacedCondition], content: Content, today: datetime.date
) -> Iterator[Finding]:
    everybody = Everybody(content, whole_span(content, today))
    never_yes, never_no = everybody.sides(dict.fromkeys(item.condition for item in placed))
    reported: set[tuple[str, Place]] = set()
    for item in placed:
        inside_reported = any(
            (item.document.file, item.place[:n]) in reported for n in range(len(item.place))
        )
        if item.condition in never_yes | never_no and not inside_reported:
            reported.add((item.document.file, item.place))
            yield _one_sided_finding(item, YES.value if item.condition in never_yes else NO.value)


def _one_sided_finding(item: PlacedCondition, never: str) -> Finding:
    if never == YES.value:
        return at(
            item.document, item.place, item.rule, "never_yes",
            "this condition can never be YES: no answers that fit together meet it",
            "Look for parts that exclude each other, and for a question that is not asked then.",
        )  # fmt: skip
    return at(
        item.document, item.place, item.rule, "never_no",
        "this condition can never be NO: it says nothing",
        "Look for parts of which one always holds, or take the condition out.",
    )  # fmt: skip


def _questions(reading: QuestionsFolder, content: Content, day: Span) -> Iterator[Finding]:
    never = Everybody(content, day).never_asked(who_knows=True)
    idle = idle_questions(content, day, WORDING)
    for part in content.interview.parts:
        document = reading.documents[f"parts/{part}"]
        for number, question in enumerate(content.parts[part].questions):
            place: Place = ("questions", number)
            if question.id in never:
                yield at(
                    document, (*place, "asked_if"), question.id, "never_asked",
                    "nobody who knows their other answers can be asked this question",
                    "Correct its asked_if, or take the question out.",
                )  # fmt: skip
            elif question.id in idle:
                yield at(
                    document, (*place, "id"), question.id, "idle_question",
                    "no answer to this question changes anything for anybody",
                    "Use it in a rule, or take the question out.",
                )  # fmt: skip
