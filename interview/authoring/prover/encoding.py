"""A person whose answers the prover may choose, and the conditions of the content about them.

Each condition is two formulas: when it is YES, and when it is NO; where neither holds it is
UNKNOWN. The conditions are the very trees that the evaluator compiles; nothing is restated.
"""

import datetime
from typing import NamedTuple

from interview.authoring.prover.calendar_days import MovedDays, fixed_day, key_at_or_below
from interview.authoring.prover.open_answers import (
    ChoiceAnswer,
    ChoicesAnswer,
    OpenAnswers,
    is_value,
)
from interview.authoring.prover.solver import FALSE, TRUE, Formula, every, negation, some
from interview.authoring.prover.written_dates import WrittenDate, compare, fixed_date
from interview.content import Content
from interview.rules import conditions as c


class Pair(NamedTuple):
    """When a condition is YES and when it is NO."""

    yes: Formula
    no: Formula

    @property
    def unknown(self) -> Formula:
        """Hold where the condition is neither YES nor NO."""
        return every((negation(self.yes), negation(self.no)))


ALWAYS_YES, ALWAYS_NO = Pair(TRUE, FALSE), Pair(FALSE, TRUE)


def settled(holds: Formula) -> Pair:
    """Return a pair that is never UNKNOWN."""
    return Pair(holds, negation(holds))


class EncodedPerson:
    """One person: open answers, the path through them, and any condition about them."""

    def __init__(
        self, content: Content, answers: OpenAnswers, as_of: WrittenDate, moves: MovedDays
    ) -> None:
        self.answers = dict(answers)
        self.as_of = as_of
        self.asked: dict[str, Formula] = {}
        self.programs: dict[str, ChoiceAnswer] = {}
        self.raised: dict[str, Formula] = {}
        self._truths: dict[c.Condition, Pair] = {}
        self._moves = moves
        self.asked_if: dict[str, Pair] = {}
        for question in content.questions:
            asked = self.truth(question.asked_if) if question.asked_if else ALWAYS_YES
            self.asked_if[question.id] = asked
            self.asked[question.id] = negation(asked.no)

    def conclude(self, name: str, conclusion: ChoiceAnswer | ChoicesAnswer) -> None:
        """Let conditions speak of a conclusion as they speak of a question."""
        self.answers[name] = conclusion
        self.asked[name] = TRUE

    def rule(self, rule: c.Rule) -> Pair:
        """Return when a rule is YES and NO: its condition's value while unclear_if is NO."""
        condition = self.truth(rule.condition)
        if rule.unclear_if is None:
            return condition
        clear = self.truth(rule.unclear_if).no
        return Pair(every((condition.yes, clear)), every((condition.no, clear)))

    def is_as_of_or_later(self, day: datetime.date) -> Formula:
        """Hold where the screening is as of this day (local) or a later one."""
        return key_at_or_below(fixed_day(day.toordinal()), self.as_of.first)

    def exists(self, first: datetime.date | None, until: datetime.date | None) -> Formula:
        """Hold on the days (local) on which something dated exists."""
        begun = TRUE if first is None else self.is_as_of_or_later(first)
        over = FALSE if until is None else self.is_as_of_or_later(until)
        return every((begun, negation(over)))

    def date(self, term: c.DateTerm) -> WrittenDate:
        """Return a date of the condition language, for this person."""
        return self._date(term)

    def truth(self, condition: c.Condition) -> Pair:
        """Return when a resolved condition is YES and when it is NO."""
        if isinstance(condition, c.ProgramIs):
            # Not kept: before the programs are judged, this is NO, as it is for the evaluator.
            result = self.programs.get(condition.program)
            return settled(is_value(result, condition.result)) if result else ALWAYS_NO
        if isinstance(condition, c.FlagRaised):
            # Not kept either: flags are judged one after another.
            return settled(self.raised.get(condition.flag, FALSE))
        if self._hangs_on_results(condition):
            return self._encode(condition)
        if condition not in self._truths:
            self._truths[condition] = self._encode(condition)
        return self._truths[condition]

    def _hangs_on_results(self, condition: c.Condition) -> bool:
        """Say whether a condition speaks of what is concluded only later."""
        return any(isinstance(p, c.ProgramIs | c.FlagRaised) for p in c.comparisons(condition))

    def _encode(self, condition: c.Condition) -> Pair:
        match condition:
            case c.All(parts):
                pairs = [self.truth(part) for part in parts]
                return Pair(every(p.yes for p in pairs), some(p.no for p in pairs))
            case c.Any_(parts) | c.AnyGround(parts):
                pairs = [self.truth(part) for part in parts]
                return Pair(some(p.yes for p in pairs), every(p.no for p in pairs))
            case c.None_(parts):
                pairs = [self.truth(part) for part in parts]
                return Pair(every(p.no for p in pairs), some(p.yes for p in pairs))
            case c.Named(_, inner) if inner is not None:
                return self.truth(inner)
            case c.GroundHolds(_, rule) if rule is not None:
                return self.rule(rule)
            case c.Is(fact, values):
                return self._is(fact, values)
            case c.Includes(fact, values):
                return self._includes(fact, values)
            case c.HasAny(fact):
                answer = self.answers[fact]
                assert isinstance(answer, ChoicesAnswer)
                return self._includes(fact, tuple(answer.values))
            case c.NotKnown(fact):
                return settled(every((self.asked[fact], negation(self._usable(fact)))))
            case c.Compare(left, verb, right):
                return self._compare(left, verb, right)
        raise TypeError(f"this condition was not resolved: {condition}")

    def _is(self, fact: str, values: tuple[str, ...]) -> Pair:
        answer, asked = self.answers[fact], self.asked[fact]
        hit = some(is_value(answer, value) for value in values)
        missed = every((answer.known, negation(hit)))
        return Pair(every((asked, hit)), some((negation(asked), missed)))

    def _includes(self, fact: str, values: tuple[str, ...]) -> Pair:
        answer, asked = self.answers[fact], self.asked[fact]
        hit = some(is_value(answer, value) for value in values)
        missed = every((answer.fully_known, negation(hit)))
        return Pair(every((asked, hit)), some((negation(asked), missed)))

    def _usable(self, fact: str) -> Formula:
        """A partial date is an answer; [x, unsure] counts as unsure."""
        answer = self.answers[fact]
        return answer.known if isinstance(answer, WrittenDate) else answer.fully_known

    # ------------------------------------------------------------ dates

    def _compare(self, left: c.DateTerm, verb: str, right: c.DateTerm) -> Pair:
        one, other = self._date(left), self._date(right)
        yes, no = compare(one, verb, other)
        facts = c.term_facts(left) + c.term_facts(right)
        apply = every(self.asked[fact] for fact in facts)
        known = every((apply, one.known, other.known))
        return Pair(every((known, yes)), some((negation(apply), every((known, no)))))

    def _date(self, term: c.DateTerm) -> WrittenDate:
        match term:
            case c.Literal(date, _):
                return fixed_date(date)
            case c.AsOf():
                return self.as_of
            case c.DateFact(fact):
                answer = self.answers[fact]
                assert isinstance(answer, WrittenDate)
                return answer
        moved = self._date(term.of)
        move = self._moves.years if isinstance(term, c.YearsAfter) else self._moves.days
        by = {c.YearsAfter: "years", c.DaysAfter: "days", c.DaysBefore: "days"}[type(term)]
        number = getattr(term, by)
        number = -number if isinstance(term, c.DaysBefore) else number
        first, last = move(moved.first, number), move(moved.last, number)
        return WrittenDate(moved.known, first, last, moved.is_day, moved.is_month)
