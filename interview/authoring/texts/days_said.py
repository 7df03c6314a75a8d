"""Nothing is said before its day: a text names no date later than the day it is first said on.

What a fact, a question, a criterion or a ground is itself about may lie ahead, and so may the days
that an event itself sets.
"""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from interview.authoring.texts.findings import Finding, at
from interview.content import (
    Citation,
    Criterion,
    Decision,
    Event,
    Ground,
    Memo,
    MemoEvent,
    Model,
    Priorities,
    Program,
    Text,
    Timeline,
)
from interview.loading import Place, QuestionsFolder

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_DATE = re.compile(
    rf"(?:(?P<month>{'|'.join(_MONTHS)})\s+(?:(?P<day>\d{{1,2}}),\s+)?)?(?P<year>(?:19|20)\d\d)\b"
)
# What a person is asked about, words, and what stands on no result.
_NOT_IN_A_RESULT = (
    "parts/", "interview", "states", "oddities", "conditions", "glossary", "sources", "pages",
    "condition_words", "review_words", "banned_words", "readability_waivers", "spanish_terms",
)  # fmt: skip


@dataclass(frozen=True)
class _Said:
    """A sentence of a result, the day (local) from which it is said, and days that it may name."""

    text: str
    start: datetime.date
    place: Place
    rule: str
    may_name: tuple[datetime.date, ...]


def days_said(reading: QuestionsFolder) -> Iterator[Finding]:
    """Yield every text and citation of a result that names a day before that day has come."""
    content: Any = reading.content
    begins = {line.id: line.events[0].date for line in content.law.timelines}
    first = min(begins.values())
    asked_about = _asked_about(content)
    for name, model in reading.models.items():
        if name.startswith(_NOT_IN_A_RESULT):
            continue
        for said in _said(model, first, (), "", (), begins):
            for named in _named(said.text):
                if named > said.start and named not in (*said.may_name, *asked_about):
                    yield at(
                        reading.documents[name], said.place, said.rule, "days_said",
                        f'from {said.start} on this names a later day: "{said.text[:80]}"',
                        f"Give it from: {named}, with what is said before, or leave the day out.",
                    )  # fmt: skip


def _asked_about(content: Any) -> frozenset[datetime.date]:
    """The whole days that questions and criteria are themselves about."""
    said = [text for q in content.questions for text in (q.short, q.ask, q.differs, q.hint, q.more)]
    texts = [text for text in said if text is not None]
    texts += [criterion.requirement for criterion in content.criteria.values()]
    sentences = (sentence for text in texts for sentence in text.both())
    return frozenset(day for sentence in sentences for day in _named(sentence))


def _said(
    value: Any,
    start: datetime.date,
    place: Place,
    rule: str,
    may_name: tuple[datetime.date, ...],
    begins: dict[str, datetime.date],
) -> Iterator[_Said]:
    """Everything that a piece of content says, each from its own first day on."""
    if isinstance(value, Text):
        for text in value.variants():
            for sentence in dict.fromkeys((text.to_self, text.to_client)):
                yield _Said(sentence, max(text.since or start, start), place, rule, may_name)
    elif isinstance(value, Citation):
        yield _Said(value.pinpoint, max(value.since or start, start), place, rule, may_name)
    elif isinstance(value, Model):
        start = max(start, _first_day(value, begins) or start)
        about = tuple(getattr(value, "sets", ()))
        for key, part in value:
            if isinstance(value, Criterion | Ground) and isinstance(part, Text):
                continue
            here = (*place, key)
            yield from _said(part, start, here, getattr(value, "id", rule), about, begins)
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for number, part in enumerate(value):
            yield from _said(part, start, (*place, number), rule, may_name, begins)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _said(part, start, (*place, key), rule, may_name, begins)


def _first_day(value: Model, begins: dict[str, datetime.date]) -> datetime.date | None:
    """The day from which a piece of content is in a result, or None where it always was."""
    match value:
        case Program() | Priorities():
            return begins.get(value.timeline)
        case Memo():
            return value.statuses[0].date
        case Event() | MemoEvent() | Decision():
            return value.date
        case Timeline():
            return value.events[0].date
    return getattr(value, "first_day", None)


def _named(text: str) -> Iterator[datetime.date]:
    """The days that a text names; of a month or a year, its first day."""
    for found in _DATE.finditer(text):
        month = _MONTHS[found["month"]] if found["month"] else 1
        try:
            yield datetime.date(int(found["year"]), month, int(found["day"] or 1))
        except ValueError:
            continue
