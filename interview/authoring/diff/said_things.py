"""What an edition says, thing by thing, in plain sentences: rules, texts, days and sources."""

import datetime
import re
import textwrap
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from interview.content import Citation, Content, Model, Signable, Signature, Text
from interview.languages import Tongue
from interview.loading import Place, walk
from interview.rules import Condition
from interview.rules import conditions as c
from interview.summary import ConditionSayer, ConditionText

_ENGLISH = Tongue("en", "self", {})
_TITLES = ("name", "title", "short", "requirement", "meaning", "ask", "word", "event", "text")
# What tells an entry without an id from the others of its list.
_TOLD_APART_BY = {"court": "", "level": "level-", "date": ""}
_LABELS = {"condition": "applies if", "asked_if": "asked if", "first_day": "from",
           "begins": "from", "unclear_if": "not clear if"}  # fmt: skip
_LONGEST_TITLE = 64
SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")


@dataclass(frozen=True)
class SaidThing:
    """One rule, question, event or group of texts: what it is, and what it says by labels.

    `rules` are its conditions, to tell whether they differ whatever their words.
    """

    name: str
    title: str
    said: dict[str, list[str]] = field(default_factory=dict)
    rules: dict[str, Condition] = field(default_factory=dict)


class _NamesOnly(ConditionSayer):
    """A condition with a name is said by its meaning: what is in it is told of it alone."""

    def _named(self, name: str, inner: c.Condition | None) -> ConditionText:
        return ConditionText(super()._named(name, inner).text)


class Saying:
    """Says the things of one content."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.sayer = _NamesOnly(content, _ENGLISH)
        self.timelines = {line.id: self.say(line.name) for line in content.law.timelines}

    def say(self, text: Text) -> str:
        """Return the latest of what a text says."""
        return text.variants()[-1].to_self

    def things(self) -> dict[str, SaidThing]:
        """Return everything that the content says, by name, in its order."""
        found: dict[str, SaidThing] = {}
        for part in fields(self.content):
            self._read(getattr(self.content, part.name), (part.name,), found)
        return found

    def _read(self, value: Any, start: Place, found: dict[str, SaidThing]) -> None:
        every = dict(walk(value, start))
        owners = {start, *(place for place, one in every.items() if isinstance(one, Signable))}
        for place, one in every.items():
            if isinstance(one, Signature | Signable) or "reviewed" in place:
                continue
            owner = _owner(place, owners)
            name = "/".join(_names(every, owner))
            thing = found.setdefault(name, SaidThing(name, self._title(every[owner], name)))
            label = _label(every, place, len(owner))
            if isinstance(one, Condition):
                thing.rules[label] = one
            thing.said.setdefault(label, []).extend(self._lines(one))

    def _title(self, thing: Any, name: str) -> str:
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(thing).__name__).capitalize()
        if not isinstance(thing, Model):
            return name.capitalize()
        day = getattr(thing, "date", None)
        if isinstance(day, datetime.date):
            told = self.timelines.get(name.split("/")[1], "")
            return f"{kind} of {_ENGLISH.date(day)}" + (f": {told}" if told else "")
        texts = (getattr(thing, key, None) for key in _TITLES)
        title = next((self.say(text) for text in texts if isinstance(text, Text)), "")
        short = textwrap.shorten(first_sentence(title), _LONGEST_TITLE, placeholder="…")
        return f"{kind} “{short}”" if title else kind

    def _lines(self, value: Any) -> Iterator[str]:
        """Yield what one value says, a sentence or a setting a line."""
        if isinstance(value, Text):
            yield from _sentences(value)
        elif isinstance(value, Condition):
            yield from self.sayer.say(value).lines()
        elif isinstance(value, Citation):
            title = self.say(self.content.sources[value.document].title)
            since = f" (from {_ENGLISH.date(value.since)})" if value.since else ""
            yield f"{title}: {value.pinpoint}{since}"
        elif isinstance(value, c.DateTerm):
            yield self.sayer.date(value)
        elif isinstance(value, datetime.date):
            yield _ENGLISH.date(value)
        elif isinstance(value, bool):
            yield "yes" if value else "no"
        elif value is not None and not isinstance(value, Model | tuple | dict):
            yield str(value)


def first_sentence(text: str) -> str:
    """Return what stands before the first full stop of a text."""
    return SENTENCE_END.split(text)[0].rstrip(".")


def _sentences(text: Text) -> Iterator[str]:
    for variant in text.variants():
        since = f"(from {_ENGLISH.date(variant.since)}) " if variant.since else ""
        yield f"{since}{variant.to_self}"
        if variant.to_client != variant.to_self:
            yield f"(to a helper) {since}{variant.to_client}"


def _owner(place: Place, owners: Collection[Place]) -> Place:
    while place not in owners:
        place = place[:-1]
    return place


def _names(every: dict[Place, Any], place: Place) -> Iterator[str]:
    """Yield the ids on the way to a place, or what tells an entry from the others of its list."""
    yield str(place[0])
    for length in range(2, len(place) + 1):
        one, step = every[place[:length]], place[length - 1]
        told = [
            f"{sign}{getattr(one, key)}"
            for key, sign in _TOLD_APART_BY.items()
            if hasattr(one, key)
        ]
        if hasattr(one, "id"):
            yield str(one.id)
        elif isinstance(one, Signable):
            yield "-".join(told) or str(step)


def _label(every: dict[Place, Any], place: Place, length: int) -> str:
    """The names on the way to a value from the thing that says it."""
    steps = []
    for end in range(length + 1, len(place) + 1):
        step, one = place[end - 1], every[place[:end]]
        if isinstance(step, str):
            steps.append(_LABELS.get(step, step.replace("_", " ")))
        elif hasattr(one, "id"):
            steps.append(str(one.id))
    return " ".join(steps)
