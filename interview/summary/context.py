"""One result in one language and voice: the small words that every section uses."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from interview.content import (
    URGENCIES,
    Content,
    Flag,
    FlagWording,
    Question,
    Sourced,
    Text,
    TextFor,
    TextForSome,
)
from interview.languages import Tongue
from interview.rules import Condition, Rule, listed_values
from interview.screening import Result, Screening, event_on, status_on
from interview.summary.phrasing import Phrasing

MOST_ANSWERS = 4


class SummaryContext:
    """One result in one tongue, and what each section asks of it."""

    def __init__(
        self, screening: Screening, result: Result, tongue: Tongue, is_for_lawyer: bool = False
    ) -> None:
        self.screening = screening
        self.content: Content = screening.content
        self.questions = {question.id: question for question in self.content.questions}
        self.timelines = {timeline.id: timeline for timeline in self.content.law.timelines}
        self.result = result
        self.tongue = tongue
        # How sure a source is helps an advocate or a lawyer; a person it only frightens.
        self.is_for_advocate = is_for_lawyer or tongue.voice == "client"
        self.phrasing = Phrasing(self.content, tongue)
        self.label = self.phrasing.label
        self.labels = self.content.wording.labels
        self.headings = self.content.wording.headings

    def say(self, text: Text) -> str:
        """Say a text as it stands on the day of the result."""
        said = text.on(self.result.as_of)
        assert said is not None, "content that exists on a day says something on it"
        return self.tongue.say(said)

    def say_all(self, texts: Iterable[Text]) -> tuple[str, ...]:
        """Say those of the texts that are said on the day."""
        said = (text.on(self.result.as_of) for text in texts)
        return tuple(self.tongue.say(text) for text in said if text is not None)

    def source(self, item: Sourced) -> str:
        """Name what a piece of content comes from, as it can be cited on the day."""
        return self.phrasing.source(item, self.result.as_of, self.is_for_advocate)

    def has_begun(self, timeline_id: str) -> bool:
        """Say whether a timeline has had its first event."""
        return self.timelines[timeline_id].events[0].date <= self.result.as_of

    def dates(self) -> tuple[str, ...]:
        """What is not asked yet, when the page was made, and when the law was last checked."""
        law = self.content.law
        made = self.fill(self.content.wording.made_on, self.result.as_of)
        so_far = (self._so_far(),) if self.result.is_so_far else ()
        return *so_far, made, self.fill(law.last_check_text, law.last_legal_check)

    def _so_far(self) -> str:
        parts = "; ".join(self.parts_not_asked())
        return self.say(self.content.wording.so_far).format(parts=parts)

    def parts_not_asked(self) -> tuple[str, ...]:
        """The titles of the parts with questions that were not asked yet."""
        left = frozenset(self.result.not_reached)
        parts = (self.content.parts[name] for name in self.content.interview.parts)
        return tuple(
            self.say(part.title)
            for part in parts
            if any(question.id in left for question in part.questions)
        )

    def banner(self) -> str:
        """The warning that the last legal check is too long ago, or an empty text."""
        law = self.content.law
        age = self.result.as_of - law.last_legal_check
        if age.days <= law.stale_after_days:
            return ""
        return self.fill(law.stale_text, law.last_legal_check)

    def fill(self, text: Text, date: datetime.date) -> str:
        """Say a text with a date put in."""
        return self.say(text).format(date=self.tongue.date(date))

    def holds(self, condition: Condition) -> bool:
        """Say whether a condition of the content is YES for the result's person."""
        return self.screening.holds(condition, self.result)

    def is_unclear(self, rule: Rule) -> bool:
        """Say whether answers make a rule one that nobody has settled; unknown answers do not."""
        return rule.unclear_if is not None and self.holds(rule.unclear_if)

    def behind(self, rule: Rule) -> tuple[str, ...]:
        """Say the answers that decided a rule; of many, only those that are all not known."""
        questions = [self.questions[fact] for fact in self.behind_facts(rule)]
        if len(questions) > MOST_ANSWERS:
            names = "; ".join(self.say(question.short) for question in questions)
            return (f"{names}: {self.answer(questions[0])}",)
        looked_for = listed_values(rule)
        return tuple(
            f"{self.say(q.short)}: {self.answer(q, looked_for.get(q.id))}" for q in questions
        )

    def behind_facts(self, rule: Rule) -> tuple[str, ...]:
        """The facts whose answers decided a rule; none where many different answers did."""
        facts = self.screening.answers_behind(rule, self.result)
        are_unsure = all(self.result.answers.answer(fact) is None for fact in facts)
        return facts if are_unsure or len(facts) <= MOST_ANSWERS else ()

    def wordings(self, flag: Flag) -> list[FlagWording]:
        """The words that are only for some, where they apply to the result's person.

        The flag's own come first, then those of every flag.
        """
        both = (*flag.where, *(() if flag.own_words else self.content.flag_words))
        return [one for one in both if self.holds(one.applies)]

    def said_for_some(self, texts: Iterable[TextForSome]) -> tuple[str, ...]:
        """Say the texts that are for everybody, and those that apply to the result's person."""
        return tuple(
            self.say(one.text) for one in texts if one.applies is None or self.holds(one.applies)
        )

    def said_for(self, texts: Iterable[TextFor]) -> tuple[str, ...]:
        """Say the texts that apply to the result's person."""
        return tuple(self.say(one.text) for one in texts if self.holds(one.applies))

    def answer(self, question: Question, looked_for: frozenset[str] | None = None) -> str:
        """Say what was answered in the labels' words; of a list, only what was looked for."""
        given = self.result.answers.answer(question.id)
        if isinstance(given, frozenset) and looked_for and given & looked_for:
            given &= looked_for
        return self.phrasing.answer(question, given)

    def chosen(self, question: Question) -> str:
        """Say the values that were ticked; an empty text where there is none."""
        given = self.result.answers.answer(question.id)
        ticked = isinstance(given, frozenset) and given.intersection(question.value_ids)
        return self.answer(question) if ticked else ""

    def raised(self) -> list[Flag]:
        """The raised flags, the most urgent first."""
        raised = self.result.raised()
        flags = [flag for flag in self.content.flags if flag.id in raised]
        return sorted(flags, key=lambda flag: URGENCIES.index(flag.urgency))

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


def client_context(screening: Screening, result: Result, tongue: Tongue) -> SummaryContext:
    """Return what says a result to a lawyer who looks at it with the person, of the person."""
    return SummaryContext(screening, result, replace(tongue, voice="client"), is_for_lawyer=True)
