"""What a question page shows of each question, and of what is wrong with an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interview.content import Oddity, Question, Text
from interview.web.site import BOX, Filled, Mistake, current_site

FilledByFact = dict[str, Filled]
TextsByFact = dict[str, tuple[str, list[Text]]]


@dataclass(frozen=True)
class Asked:
    """A question on a page: its number there, its fields, and what is wrong with its answer.

    `box` is the box of a date that the mistake is about, or an empty text. `codes` are what is
    posted for each value.
    """

    number: int
    question: Question
    codes: Mapping[str, str]
    filled: Filled
    mistakes: Sequence[Text]
    box: str


def asked_on(page: Sequence[Question], filled: FilledByFact, mistakes: TextsByFact) -> list[Asked]:
    """Return the questions of a page, ready for its template."""
    found, codes = [], current_site().forms.codes
    for number, question in enumerate(page, start=1):
        box, texts = mistakes.get(question.id, ("", []))
        kept = filled.get(question.id, Filled())
        found.append(Asked(number, question, codes[question.id], kept, texts, box))
    return found


def mistake_texts(mistakes: Sequence[Mistake]) -> TextsByFact:
    """Return what to say of each mistake, by fact."""
    words = current_site().content.pages.mistakes
    return {
        mistake.fact: (BOX.get(mistake.kind, ""), [getattr(words, mistake.kind)])
        for mistake in mistakes
    }


def oddity_texts(oddities: Sequence[Oddity]) -> TextsByFact:
    """Return what to ask back, by fact."""
    if_right = current_site().content.pages.mistakes.if_right
    return {oddity.about: ("year", [oddity.text, if_right]) for oddity in oddities}
