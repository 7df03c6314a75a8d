"""Checks of the rules over everybody: conditions that cannot turn out both ways, idle questions.

Everybody is walked through, unsure answers included, on the day of the check; a condition that
speaks of the day gets another chance on every day of the law's timelines.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from interview.authoring.texts import Finding, at
from interview.authoring.walk import WORDING, Outcomes, Walk, idle_questions
from interview.content import Content
from interview.loading import Document, Place, QuestionsFolder, rule_id, walk
from interview.rules import AS_OF, NO, YES, compile_condition, dates
from interview.rules import conditions as c

# Oddities only ask back, and their comparisons are not part of the walk.
_NOT_WALKED = ("oddities",)


@dataclass(frozen=True)
class Written:
    """A condition and where it stands."""

    condition: c.Condition
    document: Document
    place: Place

    @property
    def rule(self) -> str:
        return rule_id(self.document.data, self.place)


def written_conditions(reading: QuestionsFolder) -> Iterator[Written]:
    """Yield every condition of the files, and every condition inside a group."""
    for name, found in reading.models.items():
        if name not in _NOT_WALKED:
            for place, value in walk(found):
                if isinstance(value, c.Condition):
                    yield from _inside(value, reading.documents[name], place)


def _inside(condition: c.Condition, document: Document, place: Place) -> Iterator[Written]:
    yield Written(condition, document, place)
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
    """Yield what a walk of everybody shows to be wrong with the rules, on a local date."""
    content = reading.content
    assert content is not None
    walks = _Walks(content, today)
    yield from _one_sided(list(written_conditions(reading)), walks)
    yield from _questions(reading, content, walks)


class _Walks:
    """The walks of everybody, one for each day, made when they are needed."""

    def __init__(self, content: Content, today: datetime.date) -> None:
        self.content = content
        events = {event.date for line in content.law.timelines for event in line.events}
        self.first_day = today
        self._days = (today, *sorted(events - {today}))
        self._made: dict[datetime.date, Walk] = {}

    def today(self) -> Walk:
        return self.on(self.first_day)

    def sides(self, condition: c.Condition) -> set[bool]:
        """Whether a condition can be YES (True) and can be NO (False), on any of the days."""
        compared = tuple(c.comparisons(condition))
        if not c.facts(condition) and all(isinstance(part, c.Compare) for part in compared):
            judge = compile_condition(condition, {AS_OF: 0}).judge
            return {judge([dates.day(day)]) is YES for day in self._days}
        found = _sides_in(self.today(), condition)
        if len(found) < 2 and any(map(_names_as_of, compared)):
            found = found.union(*(_sides_in(self.on(day), condition) for day in self._days))
        return found

    def on(self, day: datetime.date) -> Walk:
        if day not in self._made:
            self._made[day] = Walk(self.content, day, with_unsure=True)
        return self._made[day]


def _one_sided(written: list[Written], walks: _Walks) -> Iterator[Finding]:
    sides: dict[c.Condition, set[bool]] = {}
    reported: set[tuple[str, Place]] = set()
    for item in written:
        if item.condition not in sides:
            sides[item.condition] = walks.sides(item.condition)
        inside_reported = any(
            (item.document.file, item.place[:n]) in reported for n in range(len(item.place))
        )
        found = sides[item.condition]
        if len(found) < 2 and not inside_reported:
            reported.add((item.document.file, item.place))
            yield _one_sided_finding(item, YES.value if True not in found else NO.value)


def _names_as_of(comparison: c.Comparison) -> bool:
    terms = [comparison.left, comparison.right] if isinstance(comparison, c.Compare) else []
    while terms:
        term = terms.pop()
        if isinstance(term, c.AsOf):
            return True
        terms += [term.of] if isinstance(term, (c.YearsAfter, c.DaysAfter)) else []
    return False


def _sides_in(walked: Walk, condition: c.Condition) -> set[bool]:
    reader = walked.reader
    wanted = (reader.condition(condition, YES), reader.condition(condition, NO))
    held = [pattern for pattern, people in walked.tally(wanted).items() if people]
    return {True for yes, _ in held if yes} | {False for _, no in held if no}


def _one_sided_finding(item: Written, never: str) -> Finding:
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


def _questions(reading: QuestionsFolder, content: Content, walks: _Walks) -> Iterator[Finding]:
    everybody = walks.today()
    known = Walk(content, walks.first_day, with_unsure=False)
    never = set(known.never_asked())
    outcomes = list(Outcomes(content, everybody.reader).all())
    idle = set(idle_questions(everybody, outcomes, WORDING)) - never
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
