"""A summary as plain text, for a terminal, a letter or a screen reader."""

import re
import textwrap
from collections.abc import Iterator

from interview.languages import without_marks
from interview.summary.blocks import Card, CardRow, ContactLine, Section, Summary

WIDTH = 78
_MARKS = {"yes": "✓", "no": "✗", "unknown": "?"}


def render(summary: Summary, brief: bool = False) -> str:
    """Return the summary as lines of at most WIDTH characters.

    `brief`: what the page shows open, and the titles of all the rest.
    """
    return "\n".join(_lines(summary, brief)).rstrip() + "\n"


def _lines(summary: Summary, brief: bool) -> Iterator[str]:
    yield from _heading(summary.name, "=")
    if summary.partly:
        yield from _wrap(summary.partly)
    yield from _open(summary)
    yield from _places(summary, brief)
    for section in summary.sections:
        if section.above:
            yield from _heading(section.above, "=")
        yield from _titles(section) if brief else _section(section)
    yield ""
    why_is_limit = summary.why == summary.limit
    for text in (*summary.dates, "" if why_is_limit else summary.limit, *summary.not_advice):
        yield from _wrap(text)
    yield from _wrap(summary.keep_like_cash)


def _open(summary: Summary) -> Iterator[str]:
    """What the page shows open: how soon, why, whom to call, what to do and what not."""
    yield f"[{_plain(summary.chip)}]"
    yield from _wrap(summary.headline)
    yield from _wrap(summary.why)
    for contact in summary.contacts[:1]:
        yield ""
        yield from _contact(contact)
    if summary.banner:
        yield ""
        yield from _wrap(summary.banner)
    yield from _heading(summary.do_now_title)
    for number, (name, what) in enumerate(summary.do_now, start=1):
        yield from _wrap(name, f"{number}. ")
        yield from _wrap(what, "   ")
    yield from _heading(summary.do_not_title)
    for text in summary.do_not:
        yield from _wrap(text, "- ")


def _places(summary: Summary, brief: bool) -> Iterator[str]:
    """The other places that can help, and how to find one; in brief, only what that is called."""
    if summary.contacts[1:]:
        yield from _heading(summary.places_title)
        for contact in summary.contacts[1:]:
            yield from _contact(contact)
    if brief:
        yield ""
        yield from _wrap(summary.find_lawyer.title, "- ")
    else:
        yield from _section(summary.find_lawyer)


def _contact(contact: ContactLine) -> Iterator[str]:
    yield from _wrap(f"{contact.name}: {contact.phone}")
    for text in (contact.about, contact.where, contact.old):
        yield from _wrap(text, "  ")


def _titles(section: Section) -> Iterator[str]:
    """The titles that a page shows of a section; what is near stands whole."""
    if section.is_folded:
        yield from _wrap(section.title, "- ")
        return
    yield from _heading(section.title)
    for text in section.paragraphs:
        yield from _wrap(text)
    for card in section.cards:
        said = f"{card.title}. {card.line}" if card.line and card.kind != "flag" else card.title
        yield from _wrap(said, f"- [{_plain(card.chip)}] " if card.chip else "- ", "  ")
        if _stands_open(card):
            for text in card.paragraphs:
                yield from _wrap(text, "  ")
    if section.more_title:
        yield from _wrap(f"{section.more_title}. {section.more_line}", "- ")


def _stands_open(card: Card) -> bool:
    """Say whether a card is never folded: a day that is near."""
    return card.kind == "deadline" and not card.line


def _section(section: Section) -> Iterator[str]:
    yield from _heading(section.title)
    yield from _inside(section)


def _inside(section: Section) -> Iterator[str]:
    for text in section.paragraphs:
        yield from _wrap(text)
    for text in section.bullets:
        yield from _wrap(text, "- ")
    for card in section.cards:
        yield from _card(card, card.title != section.title)
    if section.more_title:
        yield ""
        yield from _wrap(f"{section.more_title}.")
        yield from _wrap(section.more_line)
    for card in section.more_cards:
        yield from _card(card, titled=True)
    for inner in section.inner:
        yield ""
        yield from _wrap(f"{inner.title}:")
        yield from _inside(inner)
    if section.closing:
        yield ""
    for text in section.closing:
        yield from _wrap(text)
    for text in section.closing_bullets:
        yield from _wrap(text, "- ")


def _card(card: Card, titled: bool) -> Iterator[str]:
    yield ""
    if titled:
        yield from _wrap(card.title, f"[{_plain(card.chip)}] " if card.chip else "* ", "  ")
    for text in (card.line, *card.paragraphs, card.caution):
        yield from _wrap(text, "  ")
    if card.bullets_title:
        yield from _wrap(f"{card.bullets_title}:", "  ")
    for text in card.bullets:
        yield from _wrap(text, "  - ")
    if card.rows_title:
        yield from _wrap(f"{card.rows_title}:", "  ")
    for text in card.more:
        yield from _wrap(text, "  ")
    for row in card.rows:
        yield from _row(row)
    for text in card.because:
        yield from _wrap(text, "  > ")
    yield from _wrap(card.source, "  ")


def _row(row: CardRow) -> Iterator[str]:
    if not row.mark:
        yield from _wrap(f"{row.text}: {'. '.join(row.answers)}", "  ", "      ")
        return
    yield from _wrap(f"{row.text} ({row.mark_words})", f"  {_MARKS[row.mark]} ")
    for answer in row.answers:
        yield from _wrap(answer, "      > ")


def _heading(title: str, line: str = "-") -> Iterator[str]:
    yield ""
    yield _plain(title)
    yield line * len(_plain(title))


def _wrap(text: str, first: str = "", rest: str | None = None) -> list[str]:
    indent = " " * len(first) if rest is None else rest
    return textwrap.wrap(
        _plain(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _plain(text: str) -> str:
    return without_marks(re.sub(r"\*+([^*]+)\*+", r"\1", text))
