"""A summary as plain text, for a terminal, a letter or a screen reader."""

import re
import textwrap
from collections.abc import Iterator

from interview.languages import without_marks
from interview.summary.blocks import Card, CardRow, Section, Summary

WIDTH = 78
_MARKS = {"yes": "✓", "no": "✗", "unknown": "?"}


def render(summary: Summary) -> str:
    """Return the whole summary as lines of at most WIDTH characters."""
    return "\n".join(_lines(summary)).rstrip() + "\n"


def _lines(summary: Summary) -> Iterator[str]:
    yield from _heading(summary.name, "=")
    if summary.partly:
        yield from _wrap(summary.partly)
    yield f"[{_plain(summary.chip)}]"
    yield from _wrap(summary.headline)
    yield from _wrap(summary.limit)
    yield ""
    for text in filter(None, (*summary.dates, summary.banner)):
        yield from _wrap(text)
    yield from _heading(summary.do_now_title)
    for number, (name, what) in enumerate(summary.do_now, start=1):
        yield from _wrap(name, f"{number}. ")
        yield from _wrap(what, "   ")
    yield from _heading(summary.do_not_title)
    for text in summary.do_not:
        yield from _wrap(text, "- ")
    for section in summary.sections:
        yield from _section(section)
    yield from _heading("—")
    for text in summary.not_advice:
        yield from _wrap(text)


def _section(section: Section) -> Iterator[str]:
    yield from _heading(section.title)
    for text in section.paragraphs:
        yield from _wrap(text)
    for text in section.bullets:
        yield from _wrap(text, "- ")
    for card in section.cards:
        yield from _card(card, card.title != section.title)
    if section.more_cards:
        yield ""
        yield from _wrap(f"{section.more_title}:")
    for card in section.more_cards:
        yield from _card(card, titled=True)
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
    for text in (*card.paragraphs, *card.more, card.caution):
        yield from _wrap(text, "  ")
    for text in card.because:
        yield from _wrap(text, "  > ")
    if card.bullets_title:
        yield from _wrap(f"{card.bullets_title}:", "  ")
    for text in card.bullets:
        yield from _wrap(text, "  - ")
    if card.rows_title:
        yield from _wrap(f"{card.rows_title}:", "  ")
    for row in card.rows:
        yield from _row(row)
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
