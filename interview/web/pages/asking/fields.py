"""What a question page shows of each question, and of what is wrong with an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interview.content import Oddity, Question, Text
from interview.screening import PathAnswers
from interview.web.site import BOX, Filled, Mistake, WithDates, current_site

FilledByFact = dict[str, Filled]
Said = Text | WithDates
TextsByFact = dict[str, tuple[str, list[Said]]]


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
    mistakes: Sequence[Said]
    box: str


@dataclass(frozen=True)
class FilledPage:
    """What stands in the fields of a page, and what is said of each answer that is wrong or odd."""

    filled: FilledByFact
    mistakes: TextsByFact
    is_asked_back: bool = False


def asked_on(
    page: Sequence[Question],
    filled: FilledByFact,
    mistakes: TextsByFact,
    numbers: Sequence[int] = (),
) -> list[Asked]:
    """Return the questions of a page, ready for its template, numbered from 1 or as said."""
    found, codes = [], current_site().forms.codes
    for number, question in zip(numbers or range(1, len(page) + 1), page, strict=True):
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


def oddity_texts(oddities: Sequence[Oddity], answers: PathAnswers) -> TextsByFact:
    """Return what to ask back, by fact: all that is odd about it, with the dates as given."""
    site = current_site()
    said: dict[str, list[Said]] = {}
    for oddity in oddities:
        dates = site.oddities.dates(oddity, answers)
        said.setdefault(oddity.about, []).append(WithDates(oddity.text, dates))
    if_right = site.content.pages.mistakes.if_right
    return {fact: ("year", [*texts, if_right]) for fact, texts in said.items()}
