"""What changed between two results, when a reviewer changes an answer with the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from interview.desk.review.deadline_days import deadline_days
from interview.languages import Tongue
from interview.rules import Truth
from interview.screening import Result, Screening
from interview.summary import SummaryContext, client_context

ChangeKind = Literal[
    "answer", "lane", "flag", "program", "criterion", "level", "deadline", "missing"
]


@dataclass(frozen=True)
class ChangeRow:
    """Something that changed: its kind and id, what it is called, and how it was and is, in words.

    The id of the lane and of the level is their kind.
    """

    kind: ChangeKind
    id: str
    what: str
    before: str
    after: str


@dataclass(frozen=True)
class WhatChanged:
    """The answers that changed, then what changed in the result; `nothing` where that is nothing.

    `heads` are those of the columns: what, before, after.
    """

    title: str
    heads: tuple[str, str, str]
    answers: tuple[ChangeRow, ...]
    rows: tuple[ChangeRow, ...]
    nothing: str

    @property
    def is_empty(self) -> bool:
        """Say whether the result says what it said before."""
        return not self.rows


def changes(screening: Screening, before: Result, after: Result, tongue: Tongue) -> WhatChanged:
    """Return what changed from one result to another one of the same day, said in one language."""
    pair = _Pair(screening, before, after, tongue)
    words, say = pair.words, pair.context.say
    rows = tuple(pair.rows())
    return WhatChanged(
        title=say(words.title),
        heads=(say(words.what), say(words.before), say(words.after)),
        answers=tuple(pair.answers()),
        rows=rows,
        nothing="" if rows else say(words.nothing),
    )


class _Pair:
    """Two results of one content, said side by side."""

    def __init__(self, screening: Screening, before: Result, after: Result, tongue: Tongue) -> None:
        self.before, self.after = before, after
        self.context = client_context(screening, before, tongue)
        self.other = client_context(screening, after, tongue)
        self.content = screening.content
        self.words = self.content.desk.review.changes

    def answers(self) -> Iterator[ChangeRow]:
        """The answers that are not the same, also those that are asked only in one of the two."""
        for question in self.content.questions:
            said = [self._answer(context, question.id) for context in (self.context, self.other)]
            if said[0] != said[1]:
                what = self.context.say(question.short)
                yield ChangeRow("answer", question.id, what, said[0], said[1])

    def _answer(self, context: SummaryContext, fact: str) -> str:
        if fact not in {q.id for q in context.screening.path.answered(context.result.answers)}:
            return context.say(self.words.not_asked)
        return context.answer(context.questions[fact])

    def rows(self) -> Iterator[ChangeRow]:
        """Everything that the two results say otherwise, in the order of a review."""
        yield from self._lane()
        yield from self._flags()
        yield from self._programs()
        yield from self._criteria()
        yield from self._level()
        yield from self._deadlines()
        yield from self._missing()

    def _lane(self) -> Iterator[ChangeRow]:
        if self.before.lane != self.after.lane:
            chips = {lane.id: self.context.say(lane.chip) for lane in self.content.wording.lanes}
            what = self.context.say(self.words.lane)
            yield ChangeRow("lane", "lane", what, chips[self.before.lane], chips[self.after.lane])

    def _flags(self) -> Iterator[ChangeRow]:
        was, now = self.before.raised(), self.after.raised()
        for flag in self.content.flags:
            if (flag.id in was) != (flag.id in now):
                states = [self._raised(flag.id in raised) for raised in (was, now)]
                yield ChangeRow("flag", flag.id, self.context.say(flag.name), *states)

    def _raised(self, is_raised: bool) -> str:
        return self.context.say(self.words.raised if is_raised else self.words.not_raised)

    def _programs(self) -> Iterator[ChangeRow]:
        for name in self.after.programs:
            found = [result.programs[name] for result in (self.before, self.after)]
            if found[0] != found[1]:
                said = [self.context.say(getattr(self.content.pages.lawyer, one)) for one in found]
                what = self.context.say(self.content.programs[name].name)
                yield ChangeRow("program", name, what, *said)

    def _criteria(self) -> Iterator[ChangeRow]:
        """Only the criteria of programs that there are on the day."""
        asked = dict.fromkeys(one for names in self.after.criteria_of.values() for one in names)
        for name in asked:
            truths = [result.criteria[name] for result in (self.before, self.after)]
            if truths[0] is not truths[1]:
                criterion = self.content.criteria[name]
                what = self.context.say(criterion.brief or criterion.requirement)
                yield ChangeRow("criterion", name, what, *map(self._truth, truths))

    def _truth(self, truth: Truth) -> str:
        return self.context.label("truth", truth.value)

    def _level(self) -> Iterator[ChangeRow]:
        if self.before.level != self.after.level:
            said = [self._level_said(result.level) for result in (self.before, self.after)]
            yield ChangeRow("level", "level", self.context.say(self.words.level), *said)

    def _level_said(self, level: str) -> str:
        page = self.content.pages.lawyer
        said = {"none": page.level_none, "unknown": page.level_unknown}.get(level, page.level)
        return self.context.say(said).format(number=level)

    def _deadlines(self) -> Iterator[ChangeRow]:
        was, now = ({d.id: d for d in deadline_days(c)} for c in (self.context, self.other))
        not_there = self.context.say(self.words.not_there)
        for name in dict.fromkeys((*was, *now)):
            days = [found[name].days if name in found else not_there for found in (was, now)]
            if days[0] != days[1]:
                yield ChangeRow("deadline", name, (was | now)[name].name, *days)

    def _missing(self) -> Iterator[ChangeRow]:
        both = [result.missing for result in (self.before, self.after)]
        for question in self.content.questions:
            was, now = (question.id in missing for missing in both)
            if was != now:
                states = [self._is_missing(one) for one in (was, now)]
                what = self.context.say(question.short)
                yield ChangeRow("missing", question.id, what, *states)

    def _is_missing(self, is_missing: bool) -> str:
        words = self.words
        return self.context.say(words.missing if is_missing else words.not_missing)
