"""Claims about what texts say and what status a timeline has, as of every day between two dates."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from interview.authoring.claims.transitions import must_be_known
from interview.content import SOURCE_LANGUAGE, Content, Languages, Status, Timeline
from interview.languages import texts_over_time, without_context
from interview.rules import ConditionError
from interview.screening import status_on

Translations = Mapping[str, Mapping[str, str]]
_SENTENCE = re.compile(r"(?<=[.?])\s+")


def _day(value: Any, otherwise: datetime.date) -> datetime.date:
    if value is None:
        return otherwise
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError:
        raise ConditionError(f'"{value}" is no date. Write 2015-06-15') from None


def _settings(written: Any, allowed: Iterable[str]) -> dict[str, Any]:
    if not isinstance(written, dict):
        raise ConditionError(f"write settings here: {', '.join(allowed)}")
    for key in written:
        must_be_known(key, tuple(allowed), "setting")
    return written


def _timeline(content: Content, name: str) -> Timeline:
    known = {timeline.id: timeline for timeline in content.law.timelines}
    must_be_known(name, tuple(known), "timeline")
    return known[name]


# ---------------------------------------------------------------- status


@dataclass(frozen=True)
class StatusClaim:
    """Statuses that a timeline never has between two days, and those that it does have."""

    timeline: str
    first: datetime.date
    last: datetime.date
    never: tuple[str, ...]
    seen: tuple[str, ...]

    @classmethod
    def read(cls, written: Any, content: Content) -> "StatusClaim":
        """Read the settings; raise ConditionError."""
        found = _settings(written, ("timeline", "from", "to", "never", "seen"))
        _timeline(content, found.get("timeline", ""))
        statuses = Status.__args__  # type: ignore[attr-defined]
        for value in (*found.get("never", ()), *found.get("seen", ())):
            must_be_known(value, statuses, "status")
        first = _day(found.get("from"), datetime.date.min)
        if not found.get("never") or not found.get("seen"):
            raise ConditionError("name what the status never is, and what it is seen to be")
        return cls(
            found["timeline"],
            first,
            _day(found.get("to"), datetime.date.max),
            tuple(found.get("never", ())),
            tuple(found.get("seen", ())),
        )

    def broken(self, content: Content) -> Iterator[str]:
        """Yield what is wrong: a status that must not be, or one that is never seen."""
        timeline = _timeline(content, self.timeline)
        days = [self.first, *(e.date for e in timeline.events if self.first <= e.date <= self.last)]
        seen = {day: status_on(timeline, day) for day in days}
        for day, status in seen.items():
            if status in self.never:
                yield f"law.yaml: {self.timeline}: on {day} the status is {status}"
        for wanted in self.seen:
            if wanted not in seen.values():
                yield f"law.yaml: {self.timeline}: the status is never {wanted} in this time"


# ---------------------------------------------------------------- sentences


# What a claim about texts lists for each language.
WORD_LISTS = ("about", "never", "unless", "catches")


@dataclass(frozen=True)
class ForbiddenWords:
    """The words of one language that make a sentence one that must not be said."""

    about: tuple[str, ...]
    never: tuple[str, ...]
    unless: tuple[str, ...]
    catches: tuple[str, ...]

    def forbids(self, sentence: str, on_topic: bool) -> bool:
        """Say whether a sentence says what must not be said, harmless phrases taken out."""
        if not (on_topic or _says_one(sentence, self.about)):
            return False
        for phrase in self.unless:
            sentence = _pattern(phrase).sub(" ", sentence)
        return _says_one(sentence, self.never)


def _says_one(sentence: str, phrases: Iterable[str]) -> bool:
    return any(_pattern(phrase).search(sentence) for phrase in phrases)


@lru_cache(maxsize=1_024)
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class ShownText:
    """A text, where it stands, and the days on which it is shown."""

    english: str
    place: str
    timeline: str | None
    first: datetime.date
    last: datetime.date


def _must_be_words(key: str, found: Any, languages: Languages) -> None:
    """Refuse what is no words by language; which languages must be there, coverage says."""
    if not isinstance(found, dict) or not set(found).issubset(languages.codes):
        raise ConditionError(f"{key}: write the words for each of {', '.join(languages.codes)}")


@dataclass(frozen=True)
class TextClaim:
    """What no text says between two days, in any language."""

    timelines: tuple[str, ...]
    first: datetime.date
    last: datetime.date
    words: Mapping[str, ForbiddenWords]

    @classmethod
    def read(cls, written: Any, content: Content, languages: Languages) -> "TextClaim":
        """Read the settings; raise ConditionError."""
        found = _settings(written, ("timelines", "from", "to", *WORD_LISTS))
        for name in found.get("timelines", ()):
            _timeline(content, name)
        for key in WORD_LISTS:
            _must_be_words(key, found.get(key), languages)
        words = {
            language: ForbiddenWords(*(tuple(found[key].get(language, ())) for key in WORD_LISTS))
            for language in found["never"]
        }
        for language, those in words.items():
            for sentence in those.catches:
                if not those.forbids(sentence, on_topic=False):
                    raise ConditionError(f'these words do not catch ({language}): "{sentence}"')
        return cls(
            tuple(found.get("timelines", ())),
            _day(found.get("from"), datetime.date.min),
            _day(found.get("to"), datetime.date.max),
            words,
        )

    def broken(self, content: Content, translations: Translations) -> Iterator[str]:
        """Yield each sentence that says what must not be said, with its place."""
        looked_at = 0
        for shown in _shown(content):
            if shown.last < self.first or shown.first > self.last:
                continue
            for language, words in self.words.items():
                text = _in_language(shown.english, language, translations)
                for sentence in _SENTENCE.split(text):
                    on_topic = shown.timeline in self.timelines
                    looked_at += on_topic or _says_one(sentence, words.about)
                    if words.forbids(sentence, on_topic):
                        yield f'{shown.place} ({language}): "{sentence}"'
        if not looked_at:
            yield "no text speaks of this, so nothing was looked at"


def _in_language(english: str, language: str, translations: Translations) -> str:
    """A text that is not translated is not shown in that language."""
    if language == SOURCE_LANGUAGE:
        return without_context(english)
    return translations.get(language, {}).get(english, "")


def _shown(content: Content) -> Iterator[ShownText]:
    for english, place, first, last in texts_over_time(content):
        if not place.startswith("law/timelines"):
            yield ShownText(english, place, None, first, last)
    for timeline in content.law.timelines:
        yield from _shown_over_time(timeline)


def _shown_over_time(timeline: Timeline) -> Iterator[ShownText]:
    """A headline is shown until the next; an event and its effect are history under their date."""
    headlined = [event for event in timeline.events if event.headline is not None]
    ends = [
        *(event.date - datetime.timedelta(days=1) for event in headlined[1:]),
        datetime.date.max,
    ]
    for event, end in zip(headlined, ends, strict=False):
        assert event.headline is not None
        for english in event.headline.both():
            yield ShownText(english, f"{timeline.id}, {event.date}", timeline.id, event.date, end)
    for event in timeline.events:
        for english in (*event.event.both(), *event.effect.both()):
            place = f"{timeline.id}, {event.date}"
            yield ShownText(english, place, timeline.id, event.date, event.date)


# ---------------------------------------------------------------- flags


@dataclass(frozen=True)
class FlagText:
    """ForbiddenWords that every flag of these urgencies says, in every language."""

    urgencies: tuple[str, ...]
    phrases: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, written: Any, content: Content, languages: Languages) -> "FlagText":
        """Read the settings; raise ConditionError."""
        found = _settings(written, ("urgencies", *languages.codes))
        known = tuple(dict.fromkeys(flag.urgency for flag in content.flags))
        for urgency in found.get("urgencies", ()):
            must_be_known(urgency, known, "urgency of a flag")
        if not found.get("urgencies"):
            raise ConditionError('"urgencies" is missing. Add a list')
        return cls(
            tuple(found.get("urgencies", ())),
            {code: tuple(found[code]) for code in languages.codes if found.get(code)},
        )

    def broken(self, content: Content, translations: Translations) -> Iterator[str]:
        """Yield each flag that does not say it."""
        for flag in content.flags:
            if flag.urgency not in self.urgencies:
                continue
            for language, phrases in self.phrases.items():
                said = (flag.do, *(one.do for one in flag.where if one.do))
                for english in (sentence for text in said for sentence in text.both()):
                    text = _in_language(english, language, translations)
                    if text and not any(phrase in text.lower() for phrase in phrases):
                        yield f'flag {flag.id} ({language}) does not say "{phrases[0]}": {text}'
