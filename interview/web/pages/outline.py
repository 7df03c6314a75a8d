"""The interview as an outline: its pages, when each question is asked, in words, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview.content import Part, Question, Text
from interview.summary import ConditionSayer, ConditionText
from interview.web.site import Site, Speaker


@dataclass(frozen=True)
class OutlinedQuestion:
    """A question of the outline."""

    question: Question
    asked_if: ConditionText | None
    values: tuple[Text, ...]
    source: str


OutlinedPage = tuple[OutlinedQuestion, ...]


def outlined_parts(site: Site, speaker: Speaker) -> Iterator[tuple[Part, list[OutlinedPage]]]:
    """Yield each part with its pages."""
    sayer = ConditionSayer(site.content, speaker.tongue)
    for number, part in enumerate(site.parts):
        pages = zip(site.part_of_page, site.path.pages, strict=True)
        yield (
            part,
            [
                tuple(_outlined(question, sayer, speaker) for question in page)
                for part_number, page in pages
                if part_number == number
            ],
        )


def _outlined(question: Question, sayer: ConditionSayer, speaker: Speaker) -> OutlinedQuestion:
    asked_if = sayer.say(question.asked_if) if question.asked_if is not None else None
    values = tuple(value.label for value in question.values)
    return OutlinedQuestion(question, asked_if, values, speaker.own_source(question))
