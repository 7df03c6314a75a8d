"""The blocks of a summary, that text, page and paper all show."""

from dataclasses import dataclass, field

from interview.content import Direction, Lane


@dataclass(frozen=True)
class CardRow:
    """One requirement or paper: a mark, a text, and the answers it came from."""

    mark: str
    mark_words: str
    text: str
    answers: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Card:
    """One thing of its own: a flag, a program, a ground, a factor, an option, a memo.

    `more` and `rows` stand folded under `rows_title`.
    """

    kind: str
    id: str
    title: str
    chip: str = ""
    tone: str = ""
    paragraphs: tuple[str, ...] = ()
    bullets_title: str = ""
    bullets: tuple[str, ...] = ()
    rows_title: str = ""
    more: tuple[str, ...] = ()
    rows: tuple[CardRow, ...] = ()
    because: tuple[str, ...] = ()
    source: str = ""
    caution: str = ""
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """A part of the summary under a heading of its own; `more_cards` stand folded."""

    id: str
    title: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    more_title: str = ""
    more_cards: tuple[Card, ...] = ()
    closing: tuple[str, ...] = ()
    closing_bullets: tuple[str, ...] = ()
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ContactLine:
    """Somebody who can help, from the operator's own file, in the reader's words.

    `about` says what for, when and in which languages; `number` is the phone as a link dials it;
    `old` says that the entry was last checked long ago, and is empty otherwise. `call` is what the
    button says. All is plain text: no mark in it means anything.
    """

    name: str
    about: str
    phone: str
    number: str
    where: str = ""
    old: str = ""
    call: str = ""


@dataclass(frozen=True)
class Summary:
    """Everything that a person is shown, in the order of reading."""

    language: str
    name: str
    lane: Lane
    chip: str
    headline: str
    limit: str
    dates: tuple[str, ...]
    banner: str
    do_now_title: str
    do_now: tuple[tuple[str, str], ...]
    do_not_title: str
    do_not: tuple[str, ...]
    sections: tuple[Section, ...]
    not_advice: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    behind: str
    direction: Direction = "ltr"
    # Who can help, the best fit first; none where the operator names nobody.
    contacts: tuple[ContactLine, ...] = ()
    # Said above everything where the language lacks some texts, which are then in English.
    partly: str = ""
