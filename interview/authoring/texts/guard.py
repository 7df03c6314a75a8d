"""The guard of the translations: whether a text says in another language what it says in English.

It compares signs and marks, and understands nothing: it finds what a slip or a machine changes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from interview.authoring.texts import guard_marks as marks
from interview.authoring.texts import phrases
from interview.authoring.texts.guard_marks import Alarm
from interview.authoring.texts.guard_phrases import as_phrase
from interview.authoring.texts.guard_signs import Comparison, Difference
from interview.content import GuardWords, Sign

STATE = "state"


@dataclass(frozen=True)
class Translated:
    """An English text, what a language says for it, and the places that say it."""

    english: str
    other: str
    places: tuple[str, ...] = ()


class TranslationGuard:
    """Finds what may be dangerous in the texts of one language.

    A language of which nothing is known (no `words`) gets what holds for every language.
    """

    def __init__(
        self,
        texts: Iterable[Translated],
        source: GuardWords,
        words: GuardWords | None,
        state_names: Iterable[str] = (),
    ) -> None:
        self.texts = list(texts)
        self.source, self.is_known = source, words is not None
        self.words = words or GuardWords()
        said = {text.english: text.other for text in self.texts}
        states = {name: said[name] for name in state_names if name in said}
        self._comparison = Comparison(
            _with_states(source, states.keys(), states.keys()),
            _with_states(self.words, states.keys(), states.values()),
        )
        self._accents = marks.accented_words(
            (phrases.own_words(text.other) for text in self.texts), self.words
        )
        self._waived = {(_one_line(waiver.text), waiver.sign) for waiver in self.words.waivers}
        self._by_translation: dict[str, list[str]] = {}
        for text in self.texts:
            self._by_translation.setdefault(text.other.casefold(), []).append(text.english)

    def alarms(self, text: Translated) -> Iterator[Alarm]:
        """Yield what is wrong with one text, but for what is waived."""
        for alarm in self._all(text):
            if (text.english, alarm.sign) not in self._waived:
                yield alarm

    def _all(self, text: Translated) -> Iterator[Alarm]:
        english, other = text.english, text.other
        yield from marks.same_numbers(english, other, self.is_known)
        yield from marks.same_names(english, other)
        yield from marks.same_ending(english, other)
        yield from marks.same_length(english, other)
        yield from marks.whole_marks(english, other, self.words.opening)
        yield from marks.own_language(english, other, self.source, self.words)
        yield from marks.short_enough(text.places, other, self.source)
        yield from marks.accents(other, self._accents)
        yield from self._taken(text)
        plain = phrases.own_words(english), phrases.own_words(other)
        for found in self._comparison.differences(*plain):
            yield self._told(found)

    def _taken(self, text: Translated) -> Iterator[Alarm]:
        """Two English texts that differ are not the same in another language."""
        alike = self._by_translation.get(text.other.casefold(), [])
        others = [other for other in alike if other.casefold() != text.english.casefold()]
        # One waiver is enough for the texts that may be the same.
        if others and not any((other, "same") in self._waived for other in others):
            yield Alarm(
                "same",
                f'the translation of "{others[0]}" says the very same',
                "Say what this text says.",
            )

    def _told(self, found: Difference) -> Alarm:
        sign = self.source.signs.get(found.sign, Sign(about="a state"))
        return Alarm(
            found.sign,
            f"{sign.about or found.sign}: the English says {_quoted(found.english)}, "
            f"and the translation {_quoted(found.other)}",
            "Say the same in both.",
        )

    def unused_waivers(self) -> Iterator[int]:
        """Yield the numbers of the waivers that no text needs any more."""
        waived = {english for english, _ in self._waived}
        needed = {
            (text.english, alarm.sign)
            for text in self.texts
            if text.english in waived
            for alarm in self._all(text)
        }
        for number, waiver in enumerate(self.words.waivers):
            if (_one_line(waiver.text), waiver.sign) not in needed:
                yield number


def _with_states(words: GuardWords, values: Iterable[str], names: Iterable[str]) -> GuardWords:
    by_state = {
        value: (as_phrase(phrases.bare_term(name)),)
        for value, name in zip(values, names, strict=True)
    }
    state = Sign(compare="set", values=by_state)
    signs: Mapping[str, Sign] = {**words.signs, STATE: state} if by_state else words.signs
    return words.model_copy(update={"signs": signs})


def _quoted(items: Iterable[str]) -> str:
    return ", ".join(f'"{item}"' for item in items) or "nothing of it"


def _one_line(text: str) -> str:
    return " ".join(text.split())
