"""The interview as an outline: its pages, when each question is asked, in words, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview import conditions as c
from interview.content import Part, Question, Text
from interview.web.site import Site
from interview.web.speaking import Speaker


@dataclass(frozen=True)
class Line:
    """A line of a condition; a group has its parts below it."""

    text: str
    below: tuple["Line", ...] = ()


@dataclass(frozen=True)
class Entry:
    """A question of the outline."""

    question: Question
    asked_if: Line | None
    values: tuple[Text, ...]
    source: str


@dataclass(frozen=True)
class OutlinePage:
    """A page of the outline."""

    number: int
    entries: tuple[Entry, ...]


def parts(site: Site, speaker: Speaker) -> Iterator[tuple[Part, list[OutlinePage]]]:
    """Yield each part with its pages."""
    teller = _Conditions(site, speaker)
    for nth, name in enumerate(site.content.interview.parts):
        numbers = [n for n, part in enumerate(site.part_of_page, start=1) if part == nth]
        pages = [
            OutlinePage(n, tuple(teller.entry(q) for q in site.path.pages[n - 1])) for n in numbers
        ]
        yield site.content.parts[name], pages


class _Conditions:
    """Says conditions in one language and voice."""

    def __init__(self, site: Site, speaker: Speaker) -> None:
        self.words = site.content.condition_words
        self.labels = site.content.wording.labels
        self.site = site
        self.speaker = speaker
        self.questions = {question.id: question for question in site.content.questions}

    def entry(self, question: Question) -> Entry:
        asked_if = self.line(question.asked_if) if question.asked_if is not None else None
        values = tuple(value.label for value in question.values)
        source = self.site.summarizer.source_of(question, self.speaker.tongue)
        return Entry(question, asked_if, values, source)

    def line(self, condition: c.Condition) -> Line:
        """Say a condition; a group of one is said as its only part where it can be."""
        match condition:
            case c.Named(_, inner) if inner is not None:
                return self.line(inner)
            case c.None_((c.Is() | c.Includes() as only,)):
                return Line(self.comparison(only, negated=True))
            case c.All((only,)) | c.Any_((only,)):
                return self.line(only)
            case c.All(found):
                return self.group(self.words.all_of, found)
            case c.Any_(found):
                return self.group(self.words.any_of, found)
            case c.None_(found):
                return self.group(self.words.none_of, found)
            case c.Compare(left, verb, right):
                pattern = getattr(self.words, verb.removeprefix("is ").replace(" ", "_"))
                said = self.speaker.fill(pattern, left=self.date(left), right=self.date(right))
                return Line(said)
            case c.Is() | c.Includes() | c.HasAny() | c.NotKnown():
                return Line(self.comparison(condition, negated=False))
        raise TypeError(f"a question is not asked by {condition}")

    def group(self, title: Text, found: tuple[c.Condition, ...]) -> Line:
        return Line(self.speaker.say(title), tuple(self.line(part) for part in found))
