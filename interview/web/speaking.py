"""Says the content's texts as HTML, in one language and voice, each made once."""

from babel.dates import get_date_format, get_month_names
from markupsafe import Markup

from interview.content import Content, Text
from interview.language import Tongue
from interview.markup import inline
from interview.telling import Teller

_LETTERS = {"day": "d", "month": "M", "year": "y"}


class Speaker:
    """A language and a voice for the templates."""

    def __init__(self, content: Content, tongue: Tongue) -> None:
        self.tongue = tongue
        self.language = tongue.language
        self.teller = Teller(content, tongue)
        self._said: dict[Text, Markup] = {}
        pattern = str(get_date_format("long", tongue.language).pattern)
        # A pattern such as "MMMM d, y".
        self.date_order = sorted(_LETTERS, key=lambda part: pattern.index(_LETTERS[part]))
        self.months = list(get_month_names("wide", locale=tongue.language).items())

    def say(self, text: Text) -> Markup:
        """Return a text as HTML."""
        said = self._said.get(text)
        if said is None:
            said = self._said[text] = inline(self.tongue.say(text))
        return said

    def both(self, text: Text) -> Markup:
        """Return a text as HTML, with the other language beneath where both are shown."""
        return self.say(text)

    def fill(self, text: Text, **words: object) -> Markup:
        """Return a text as HTML with words put into its braces."""
        return self.say(text).format(**words)

    def plain(self, text: Text) -> str:
        """Return a text without marks, for titles and attributes."""
        return self.tongue.say(text).replace("*", "")


class PairSpeaker(Speaker):
    """A speaker with the other language beneath, for two people at one screen."""

    def __init__(self, content: Content, tongue: Tongue, other: Speaker) -> None:
        super().__init__(content, tongue)
        self.other = other

    def both(self, text: Text) -> Markup:
        """Return a text in both languages, each with its own lang."""
        beneath = Markup(' <span class="also" lang="{}">{}</span>')
        return self.say(text) + beneath.format(self.other.language, self.other.say(text))
