"""The slip on paper, and as a text file: made from one person's answers and a new seal."""

import textwrap
from dataclasses import dataclass
from typing import Any

from interview.content import SlipWords
from interview.languages import Tongue
from interview.paper.order import NoPaper, Order
from interview.paper.printing import print_pdf
from interview.paper.runs import runs
from interview.paper.slip.qr import qr_svg
from interview.paper.slip.sealed import seal_with_key, seal_with_words
from interview.paper.slip.texts import slip_text
from interview.paper.slip.words import normal, word_list

_WIDTH = 78


@dataclass(frozen=True)
class Slip:
    """A slip just made. `text`: its letters; `words`: what opens it, none for an event's."""

    text: str
    words: tuple[str, ...]

    @property
    def picture(self) -> str:
        """The letters as a QR code, in SVG."""
        return qr_svg(self.text)


def seal(packed: bytes, language: str, event_key: bytes | None = None) -> Slip:
    """Return a packed visit as a slip: under an event's key, or under four new words."""
    if event_key is not None:
        return Slip(slip_text(seal_with_key(packed, event_key)), ())
    words = word_list(language).choose()
    return Slip(slip_text(seal_with_words(packed, normal(" ".join(words)))), words)


def slip_of(order: Order) -> Slip:
    """Return a new slip of the person of an order; raise NoPaper where there is nobody."""
    if order.pack is None:
        raise NoPaper("a slip is made from answers. Name a file of facts")
    return seal(order.pack(), order.tongue.language, order.event_key)


def slip_pdf(order: Order) -> bytes:
    """Return a slip on a sheet of paper, its words on a strip to cut off.

    Raises NoPaper and NoPress.
    """
    slip = slip_of(order)
    words, say = order.content.papers.slip, order.tongue.say
    title = say(words.title if slip.words else words.for_lawyer)
    data: dict[str, Any] = {
        **order.frame(title),
        "lines": [runs(line) for line in _lines(words, order.tongue, slip)],
        "picture": slip.picture,
        "alt": say(words.picture),
        "letters_title": say(words.code),
        "letters": slip.text,
        "words": list(slip.words),
        "words_title": say(words.words),
        "cut": say(words.cut),
        "no_copy": runs(say(words.no_copy)),
    }
    return print_pdf("slip", data)


def slip_file(order: Order) -> bytes:
    """Return a slip as a text file: its code, and never its words, which are told beside it."""
    slip = slip_of(order)
    if slip.words:
        what = order.tongue.say(order.content.papers.slip.words)
        order.told.append(f"{what}: {' '.join(slip.words)}")
    said = order.tongue.say(order.content.papers.slip.file)
    return f"{said}\n\n{textwrap.fill(slip.text, _WIDTH)}\n".encode()


def _lines(words: SlipWords, tongue: Tongue, slip: Slip) -> list[str]:
    if not slip.words:
        return [tongue.say(words.what), tongue.say(words.event)]
    return [tongue.say(line) for line in (words.what, words.how, words.found)]
