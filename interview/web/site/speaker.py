"""Says the content's texts as HTML, in one language and voice, each made once."""

import datetime
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from interview.content import Content, Sourced, Text
from interview.languages import Tongue, without_marks
from interview.rules import Interval
from interview.summary import Phrasing, inline
from interview.web.site.bilingual import beneath, bilingual

Today = Callable[[], datetime.date]


@dataclass(frozen=True)
class WithDates:
    """A text, and the dates that stand in its braces, by fact: each language says them itself."""

    text: Text
    dates: Mapping[str, Interval]


class Speaker:
    """A language and a voice for the templates."""

    shows_both = False

    def __init__(self, content: Content, tongue: Tongue, today: Today) -> None:
        self.tongue, self._today = tongue, today
        self.language = tongue.language
        self.phrasing = Phrasing(content, tongue)
        self._said: dict[Text, Markup] = {}
        self._pieces: dict[str, Markup] = {}
        self._day_of_pieces: datetime.date | None = None
        self.date_order = tongue.dates.order
        self.months = list(tongue.dates.months.items())
        # As a reader of this language looks a state up.
        self.states = sorted(
            content.states.states, key=lambda one: _looked_up(self.plain(one.label))
        )

    @property
    def turned(self) -> Markup:
        """Return the attribute of a page whose lines begin at the right, or nothing."""
        return Markup(' dir="rtl"' if self.tongue.direction == "rtl" else "")

    @property
    def in_english(self) -> str:
        """Return the line of a page that is partly in English, in this language where it has it."""
        return self.tongue.about.in_english

    def marks_beside(self, other: "Speaker") -> Markup:
        """Return the attributes of what this says on a page of another language."""
        direction = self.tongue.direction
        turned = f' dir="{direction}"' if direction != other.tongue.direction else ""
        return Markup('lang="{}"').format(self.language) + Markup(turned)

    def say(self, text: Text) -> Markup:
        """Return a text as HTML."""
        if text.is_dated:
            text = self._on_the_day(text)
        said = self._said.get(text)
        if said is None:
            said = self._said[text] = inline(self.tongue.say(text))
        return said

    def _on_the_day(self, text: Text) -> Text:
        said = text.on(self._today())
        assert said is not None, "what is not said yet was left out"
        return said

    def said(self, texts: tuple[Text, ...]) -> list[Text]:
        """Return those of the texts that are said on the day that is screened for."""
        return [said for text in texts if (said := text.on(self._today())) is not None]

    def both(self, text: Text | WithDates, **words: object) -> Markup:
        """Return a text as HTML, with the other language beneath where both are shown.

        `words` are put into its braces; those that are texts are said in the same language.
        """
        if isinstance(text, WithDates):
            dates = {fact: self.phrasing.date(date) for fact, date in text.dates.items()}
            return self.fill(text.text, **dates)
        return self.fill(text, **words) if words else self.say(text)

    def option(self, text: Text) -> str:
        """Return a text for a list to choose from, where no other mark can stand."""
        return self.plain(text)

    def once(self, name: str, caller: Callable[[], Markup]) -> Markup:
        """Return a piece of a page that is the same for everybody on this day, made once."""
        today = self._today()
        if today != self._day_of_pieces:
            self._pieces, self._day_of_pieces = {}, today
        found = self._pieces.get(name)
        if found is None:
            found = self._pieces[name] = caller()
        return found

    def in_both(self, say: "Callable[[Speaker], Any]") -> Any:
        """Return what a speaker says, with the other language beneath where both are shown."""
        return say(self)

    def source(self, item: Sourced) -> str:
        """Name the documents that something comes from."""
        said: str = self.in_both(lambda speaker: speaker.own_source(item))
        return said

    def own_source(self, item: Sourced) -> str:
        """Name the documents that something comes from, in this language alone."""
        return self.phrasing.source(item, self._today(), with_certainty=False)

    def fill(self, text: Text, **words: object) -> Markup:
        """Return a text as HTML with words put into its braces."""
        said = {k: self.say(word) if isinstance(word, Text) else word for k, word in words.items()}
        return self.say(text).format(**said)

    def plain(self, text: Text) -> str:
        """Return a text without marks, for titles and attributes."""
        return without_marks(self.tongue.say(text))


def _looked_up(name: str) -> str:
    """A name as it is sorted: without accents, capitals as small letters."""
    apart = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


class PairSpeaker(Speaker):
    """A speaker with the other language beneath, for two people at one screen."""

    shows_both = True

    def __init__(self, content: Content, tongue: Tongue, today: Today, other: Speaker) -> None:
        super().__init__(content, tongue, today)
        self.other = other
        self.other_marks = other.marks_beside(self)
        self.months = [
            (number, f"{name} / {also}")
            for (number, name), (_, also) in zip(self.months, other.months, strict=True)
        ]

    def both(self, text: Text | WithDates, **words: object) -> Markup:
        """Return a text in both languages, each with its own lang."""
        own, other = super().both(text, **words), self.other.both(text, **words)
        # English that stands in the place of a translation is not said twice.
        if self.tongue.is_partial and own.striptags() == other.striptags():
            return own
        return own + beneath(other, self.other_marks)

    def option(self, text: Text) -> str:
        """Return a text in both languages on one line."""
        own, other = super().option(text), self.other.option(text)
        return own if own == other else f"{own} / {other}"

    def in_both(self, say: Callable[[Speaker], Any]) -> Any:
        """Return what is said in both languages."""
        return bilingual(say(self), say(self.other), self.other_marks)
