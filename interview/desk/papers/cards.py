"""Role cards and spare tickets: what is cut apart before anybody comes."""

from collections.abc import Sequence
from dataclasses import dataclass

from interview.desk.papers.order import DeskOrder
from interview.paper import print_pdf, qr_svg


@dataclass(frozen=True)
class PrintedCard:
    """A card of one slot: its role by id, its number, four words, and the text of its picture.

    `code` is of capital letters and digits, so that a scanner types it on any keyboard.
    """

    role: str
    number: int
    words: tuple[str, ...]
    code: str


def role_cards_pdf(order: DeskOrder, cards: Sequence[PrintedCard]) -> bytes:
    """Return role cards, eight to a page. Raises what print_pdf does."""
    words, say = order.content.desk.printed.cards, order.tongue.say
    data = {
        **order.frame(words.title),
        "alt": say(words.picture),
        "words_title": say(words.words),
        "once": say(words.once),
        "cards": [
            {
                "slot": say(words.slot).format(title=order.role(card.role), number=card.number),
                "picture": qr_svg(card.code),
                "words": list(card.words),
            }
            for card in cards
        ],
    }
    return print_pdf("role_cards", data)


def spare_tickets_pdf(order: DeskOrder, tickets: Sequence[tuple[int, str]]) -> bytes:
    """Return tickets of a number and a word, many to a page. Raises what print_pdf does."""
    words, say = order.content.desk.printed.tickets, order.tongue.say
    data = {
        **order.frame(words.title),
        "number": say(words.number),
        "keep": say(words.keep),
        "tickets": [{"number": str(number), "word": word} for number, word in tickets],
    }
    return print_pdf("spare_tickets", data)
