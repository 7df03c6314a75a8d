"""The answers on the sheet for a lawyer: by date, not known, others, and the noes."""

from dataclasses import dataclass

from interview.content import Question
from interview.rules import Answer, Interval, facts
from interview.summary.context import SummaryContext

_NOTHING: tuple[Answer, ...] = ("no", frozenset())


@dataclass(frozen=True)
class AnswerLine:
    """An answer: what was asked in a few words, and what was answered."""

    what: str
    answer: str


@dataclass(frozen=True)
class DatedLine:
    """A date in words, and everything that happened then."""

    date: str
    facts: tuple[str, ...]


class GivenAnswers:
    """The answers on the path of one result."""

    def __init__(self, context: SummaryContext) -> None:
        self.context = context
        result = context.result
        path = context.screening.path
        self.asked = [q for q in path.answered(result.answers) if q.unsure]
        self.answers = {q.id: result.answers.answer(q.id) for q in self.asked}

    def by_date(self) -> tuple[DatedLine, ...]:
        """The dated facts, the earliest first; of the same day, in the order of asking."""
        context = self.context
        dated = [
            (q, given) for q in self.asked if isinstance(given := self.answers[q.id], Interval)
        ]
        dated.sort(key=lambda entry: entry[1].first)
        named: dict[str, list[str]] = {}
        for question, given in dated:
            named.setdefault(context.phrasing.date(given), []).append(context.say(question.short))
        return tuple(DatedLine(date, tuple(names)) for date, names in named.items())

    def not_sure(self) -> tuple[str, ...]:
        """First what could change the result, then every other answer that is not known."""
        unsure = [q.id for q in self.asked if self.answers[q.id] is None]
        put = {question.id for question in self.asked}
        missing = [fact for fact in self.context.result.missing if fact in put]
        names = dict.fromkeys([*missing, *unsure])
        return tuple(self.context.say(self.context.questions[name].short) for name in names)

    def others(self) -> tuple[AnswerLine, ...]:
        """Answers other than noes and dates, but for those that another part of the sheet says."""
        context, left_out = self.context, self._told() | self._quiet()
        return tuple(
            AnswerLine(context.say(q.short), context.answer(q))
            for q in self.asked
            if q.id not in left_out and not self._is_plain(q)
        )

    def noes(self) -> tuple[str, ...]:
        """What was answered no or none, or says as much."""
        nothing = self.saying_nothing()
        return tuple(self.context.say(q.short) for q in self.asked if q.id in nothing)

    def saying_nothing(self) -> set[str]:
        """The facts that were answered no or none, or whose answers say as much."""
        quiet = self._quiet()
        return {q.id for q in self.asked if self.answers[q.id] in _NOTHING or q.id in quiet}

    def _is_plain(self, question: Question) -> bool:
        given = self.answers[question.id]
        return given is None or given in _NOTHING or isinstance(given, Interval)

    def _told(self) -> set[str]:
        """The facts that stand behind a flag, among the good factors, or elsewhere."""
        context = self.context
        told = {fact for flag in context.raised() for fact in context.behind_facts(flag.rule)}
        good = (f for f in context.content.factors.positive if f.id in context.result.positive)
        told |= {factor.lists for factor in good if factor.lists}
        return told | set(context.content.sheet.told_elsewhere)

    def _quiet(self) -> set[str]:
        """The facts whose answers say that there is nothing."""
        quiet = (one.when for one in self.context.content.sheet.says_nothing)
        return {fact for when in quiet if self.context.holds(when) for fact in facts(when)}
