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

    `line` stands under the title of what is folded. `rows_title` heads `more` and `rows`.
    """

    kind: str
    id: str
    title: str
    chip: str = ""
    tone: str = ""
    line: str = ""
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
    """A part of the summary under a title; `is_folded` where all of it is one tap away.

    `above` is the heading that stands over this part and over all that come after it.
    `more_title` with `more_line` is the one line for `more_cards` and the `inner` sections.
    """

    id: str
    title: str
    above: str = ""
    is_folded: bool = False
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    more_title: str = ""
    more_line: str = ""
    more_cards: tuple[Card, ...] = ()
    inner: "tuple[Section, ...]" = ()
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
    """Everything that a person is shown, in the order of reading.

    First, open: how soon, why, whom to call, what to do and what not. Then the sections by their
    titles. `find_lawyer` stands beside the contacts, and for them where there are none.
    """

    language: str
    name: str
    lane: Lane
    chip: str
    headline: str
    why: str
    limit: str
    dates: tuple[str, ...]
    banner: str
    do_now_title: str
    do_now: tuple[tuple[str, str], ...]
    do_not_title: str
    do_not: tuple[str, ...]
    places_title: str
    find_lawyer: Section
    sections: tuple[Section, ...]
    not_advice: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    behind: str
    keep_like_cash: str
    direction: Direction = "ltr"
    # Who can help, the best fit first; none where the operator names nobody.
    contacts: tuple[ContactLine, ...] = ()
    # Said above everything where the language lacks some texts, which are then in English.
    partly: str = ""
