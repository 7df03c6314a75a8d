"""The interview as an outline: its pages, when each question is asked, in words, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview.content import Part, Question, Text
from interview.summary import ConditionSayer, ConditionText
from interview.web.site import Site
from interview.web.speaking import Speaker


@dataclass(frozen=True)
class Entry:
    """A question of the outline."""

    question: Question
    asked_if: ConditionText | None
    values: tuple[Text, ...]
    source: str


@dataclass(frozen=True)
class OutlinePage:
    """A page of the outline."""

    number: int
    entries: tuple[Entry, ...]


def parts(site: Site, speaker: Speaker) -> Iterator[tuple[Part, list[OutlinePage]]]:
    """Yield each part with its pages."""
    sayer = ConditionSayer(site.content, speaker.tongue)
    for nth, name in enumerate(site.content.interview.parts):
        numbers = [n for n, part in enumerate(site.part_of_page, start=1) if part == nth]
        pages = [
            OutlinePage(n, tuple(_entry(q, sayer, speaker) for q in site.path.pages[n - 1]))
            for n in numbers
        ]
        yield site.content.parts[name], pages


def _entry(question: Question, sayer: ConditionSayer, speaker: Speaker) -> Entry:
    asked_if = sayer.say(question.asked_if) if question.asked_if is not None else None
    values = tuple(value.label for value in question.values)
    return Entry(question, asked_if, values, speaker.teller.source(question))
