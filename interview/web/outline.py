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
        self.speaker = speaker
        self.say = speaker.tongue.say
        self.questions = {question.id: question for question in site.content.questions}

    def entry(self, question: Question) -> Entry:
        asked_if = self.line(question.asked_if) if question.asked_if is not None else None
        values = tuple(value.label for value in question.values)
        return Entry(question, asked_if, values, self.speaker.teller.source(question))

    def line(self, condition: c.Condition) -> Line:
        """Say a condition; a group of one part is said as that part."""
        match condition:
            case c.Named(_, inner) if inner is not None:
                return self.line(inner)
            case c.None_((c.Is() as only,)):
                return Line(self.values(self.words.fact_is_not, only))
            case c.None_((c.Includes() as only,)):
                return Line(self.values(self.words.includes_not, only))
            case c.All((only,)) | c.Any_((only,)):
                return self.line(only)
            case c.All(found):
                return self.group(self.words.all_of, found)
            case c.Any_(found):
                return self.group(self.words.any_of, found)
            case c.None_(found):
                return self.group(self.words.none_of, found)
        return Line(self.comparison(condition))

    def comparison(self, condition: c.Condition) -> str:
        """Say a condition that has no parts."""
        match condition:
            case c.Is():
                return self.values(self.words.fact_is, condition)
            case c.Includes():
                return self.values(self.words.includes, condition)
            case c.HasAny(fact):
                return self.fill(self.words.has_any, fact=self.short(fact))
            case c.NotKnown(fact):
                return self.fill(self.words.not_known, fact=self.short(fact))
            case c.Compare(left, verb, right):
                pattern = getattr(self.words, verb.removeprefix("is ").replace(" ", "_"))
                return self.fill(pattern, left=self.date(left), right=self.date(right))
        raise TypeError(f"no question is asked by {condition}")

    def group(self, title: Text, found: tuple[c.Condition, ...]) -> Line:
        return Line(self.say(title), tuple(self.line(part) for part in found))

    def fill(self, pattern: Text, **words: object) -> str:
        return self.say(pattern).format(**words)

    def short(self, fact: str) -> str:
        return self.say(self.questions[fact].short)

    def values(self, pattern: Text, condition: c.Is | c.Includes) -> str:
        """Say which answers of a question are meant, in the order of the condition."""
        question = self.questions[condition.fact]
        answer = self.speaker.teller.answer
        is_list = question.type == "choices"
        given = [frozenset((value,)) if is_list else value for value in condition.values]
        listed = f" {self.say(self.words.or_word)} ".join(f"“{answer(question, g)}”" for g in given)
        return self.fill(pattern, fact=self.short(condition.fact), values=listed)

    def date(self, term: c.DateTerm) -> str:
        match term:
            case c.AsOf():
                return self.say(self.words.as_of)
            case c.DateFact(fact):
                return self.fill(self.words.date_fact, fact=self.short(fact))
            case c.Literal(date, _):
                return self.speaker.teller.date(date)
            case c.YearsAfter(years, c.DateFact("birth_date")):
                return self.fill(self.words.birthday, number=years)
            case c.YearsAfter(years, of):
                return self.fill(self.words.years_after, number=years, date=self.date(of))
            case c.DaysAfter(days, of):
                return self.fill(self.words.days_after, number=days, date=self.date(of))
