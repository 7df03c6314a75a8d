"""One result in one language and voice: the small words that every section uses."""

import datetime
from collections.abc import Iterable

from interview.content import Content, Flag, Question, Sourced
from interview.content import Text as Words
from interview.languages import Tongue
from interview.rules import Condition, Rule, listed_values
from interview.screening import Result, Screening, event_on, status_on
from interview.summary.phrasing import Teller

MOST_ANSWERS = 4
_URGENCY_ORDER = ("now", "soon", "before")


class SummaryContext:
    """A result, and the language and voice in which it is said."""

    def __init__(self, screening: Screening, result: Result, tongue: Tongue) -> None:
        self.screening = screening
        self.content: Content = screening.content
        self.questions = {question.id: question for question in self.content.questions}
        self.timelines = {timeline.id: timeline for timeline in self.content.law.timelines}
        self.result = result
        self.tongue = tongue
        self.teller = Teller(self.content, tongue)
        self.label = self.teller.label
        self.labels = self.content.wording.labels
        self.headings = self.content.wording.headings

    def say(self, text: Words) -> str:
        """Say a text as it stands on the day of the result."""
        said = text.on(self.result.as_of)
        assert said is not None, "content that exists on a day says something on it"
        return self.tongue.say(said)

    def say_all(self, texts: Iterable[Words]) -> tuple[str, ...]:
        """Say those of the texts that are said on the day."""
        said = (text.on(self.result.as_of) for text in texts)
        return tuple(self.tongue.say(text) for text in said if text is not None)

    def source(self, item: Sourced) -> str:
        """Name what a piece of content comes from, as it can be cited on the day."""
        return self.teller.source(item, self.result.as_of)

    def dates(self) -> tuple[str, ...]:
        """When the page was made, and when the law was last checked."""
        law = self.content.law
        made = self.fill(self.content.wording.made_on, self.result.as_of)
        return made, self.fill(law.last_check_text, law.last_legal_check)

    def banner(self) -> str:
        """The warning that the last legal check is too long ago, or an empty text."""
        law = self.content.law
        age = self.result.as_of - law.last_legal_check
        if age.days <= law.stale_after_days:
            return ""
        return self.fill(law.stale_text, law.last_legal_check)

    def fill(self, text: Words, date: datetime.date) -> str:
        return self.say(text).format(date=self.tongue.date(date))

    def holds(self, condition: Condition) -> bool:
        return self.screening.holds(condition, self.result)

    def behind(self, rule: Rule) -> tuple[str, ...]:
        """Say the answers that decided a rule; a rule that many answers decided names none."""
        facts = self.behind_facts(rule)
        looked_for = listed_values(rule)
        questions = [self.questions[fact] for fact in facts]
        return tuple(
            f"{self.say(q.short)}: {self.answer(q, looked_for.get(q.id))}" for q in questions
        )

    def behind_facts(self, rule: Rule) -> tuple[str, ...]:
        """The facts whose answers decided a rule; none where there are many."""
        facts = self.screening.answers_behind(rule, self.result)
        return facts if len(facts) <= MOST_ANSWERS else ()

    def notes(self, beside: str) -> tuple[str, ...]:
        return tuple(
            self.say(note.text)
            for note in self.content.notes
            if note.id in self.result.notes and note.beside == beside
        )

    def answer(self, question: Question, looked_for: frozenset[str] | None = None) -> str:
        """Say what was answered in the labels' words; of a list, only what was looked for."""
        given = self.result.answers.answer(question.id)
        if isinstance(given, frozenset) and looked_for and given & looked_for:
            given &= looked_for
        return self.teller.answer(question, given)

    def chosen(self, question: Question) -> str:
        """Say the values that were ticked; an empty text where there is none."""
        given = self.result.answers.answer(question.id)
        ticked = isinstance(given, frozenset) and given.intersection(question.value_ids)
        return self.answer(question) if ticked else ""

    def raised(self) -> list[Flag]:
        """The raised flags, the most urgent first."""
        flags = [{f.id: f for f in self.content.flags}[flag] for flag in self.result.raised()]
        return sorted(flags, key=lambda flag: _URGENCY_ORDER.index(flag.urgency))

    def has_begun(self, timeline_id: str) -> bool:
        """Say whether a timeline has had its first event."""
        return self.timelines[timeline_id].events[0].date <= self.result.as_of

    def status(self, timeline_id: str) -> tuple[str, str, str, str]:
        """The status of a timeline on the day: its id, its label, its sentence and its effect."""
        timeline = self.timelines[timeline_id]
        event = event_on(timeline, self.result.as_of)
        status = status_on(timeline, self.result.as_of)
        assert event is not None and event.headline is not None and status is not None, (
            "nothing is told of before its first event"
        )
        effect = self.say(event.effect)
        return status, self.label("status", status), self.say(event.headline), effect
