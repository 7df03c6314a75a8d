"""A person whose answers the prover may choose, and the conditions of the content about them.

Each condition is two formulas: when it is YES, and when it is NO; where neither holds it is
UNKNOWN. The conditions are the very trees that the evaluator compiles; nothing is restated.
"""

import datetime
from collections.abc import Callable
from typing import Any, NamedTuple

from interview.authoring.prover.calendar_days import MovedDays, fixed_day, key_at_or_below
from interview.authoring.prover.open_answers import (
    ChoiceAnswer,
    ChoicesAnswer,
    OpenAnswers,
    is_value,
)
from interview.authoring.prover.solver import FALSE, TRUE, Formula, every, negation, some
from interview.authoring.prover.written_dates import WrittenDate, compare, fixed_date
from interview.content import Content, Flag
from interview.rules import Fold, Group
from interview.rules import conditions as c


class TruthFormulas(NamedTuple):
    """When a condition is YES and when it is NO."""

    yes: Formula
    no: Formula

    @property
    def unknown(self) -> Formula:
        """Hold where the condition is neither YES nor NO."""
        return every((negation(self.yes), negation(self.no)))


ALWAYS_YES, ALWAYS_NO = TruthFormulas(TRUE, FALSE), TruthFormulas(FALSE, TRUE)


def settled(holds: Formula) -> TruthFormulas:
    """Return a pair that is never UNKNOWN."""
    return TruthFormulas(holds, negation(holds))


def _group(kind: Group, parts: tuple[TruthFormulas, ...]) -> TruthFormulas:
    if kind is c.All:
        return TruthFormulas(every(p.yes for p in parts), some(p.no for p in parts))
    if kind is c.Any_:
        return TruthFormulas(some(p.yes for p in parts), every(p.no for p in parts))
    return TruthFormulas(every(p.no for p in parts), some(p.yes for p in parts))


def _rule(condition: TruthFormulas, unclear: TruthFormulas) -> TruthFormulas:
    """A rule has its condition's value while unclear_if is NO."""
    return TruthFormulas(every((condition.yes, unclear.no)), every((condition.no, unclear.no)))


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
        self._moves = moves
        self._fold = Fold(self._leaves(), _group, _rule, lambda _, rule: rule)
        # When a resolved condition, or a rule, is YES and when it is NO.
        self.truth, self.rule = self._fold.condition, self._fold.rule
        self.asked_if: dict[str, TruthFormulas] = {}
        for question in content.questions:
            asked = self.truth(question.asked_if) if question.asked_if else ALWAYS_YES
            self.asked_if[question.id] = asked
            self.asked[question.id] = negation(asked.no)

    def conclude(self, name: str, conclusion: ChoiceAnswer | ChoicesAnswer) -> None:
        """Let conditions speak of a conclusion as they speak of a question."""
        self.answers[name] = conclusion
        self.asked[name] = TRUE

    def standing(self, flag: Flag, condition: TruthFormulas) -> TruthFormulas:
        """Return how a flag stands, YES where it is raised, by how its condition does."""
        if not flag.cautious:
            return condition
        excused = self.truth(flag.cautious_unless).yes if flag.cautious_unless else FALSE
        in_doubt = every((condition.unknown, negation(excused)))
        return TruthFormulas(some((condition.yes, in_doubt)), condition.no)

    @property
    def spoken_of(self) -> frozenset[str]:
        """The facts that the conditions asked about so far speak of."""
        return frozenset(fact for condition in self._fold.seen for fact in c.facts(condition))

    def is_as_of_or_later(self, day: datetime.date) -> Formula:
        """Hold where the screening is as of this day (local) or a later one."""
        return key_at_or_below(fixed_day(day.toordinal()), self.as_of.first)

    def exists(self, first: datetime.date | None, until: datetime.date | None) -> Formula:
        """Hold on the days (local) on which something dated exists."""
        begun = TRUE if first is None else self.is_as_of_or_later(first)
        over = FALSE if until is None else self.is_as_of_or_later(until)
        return every((begun, negation(over)))

    def _leaves(self) -> dict[type, Callable[[Any], TruthFormulas]]:
        return {
            c.Is: lambda line: self._is(line.fact, line.values),
            c.Includes: lambda line: self._includes(line.fact, line.values),
            c.HasAny: lambda line: self._includes(line.fact, self._values(line.fact)),
            c.NotKnown: lambda line: settled(
                every((self.asked[line.fact], negation(self._usable(line.fact))))
            ),
            c.Compare: lambda line: self._compare(line.left, line.verb, line.right),
            c.ProgramIs: self._program_is,
            c.FlagRaised: lambda line: settled(self.raised.get(line.flag, FALSE)),
        }

    def _program_is(self, line: c.ProgramIs) -> TruthFormulas:
        # Before the programs are judged, this is NO, as it is for the evaluator.
        result = self.programs.get(line.program)
        return settled(is_value(result, line.result)) if result else ALWAYS_NO

    def _values(self, fact: str) -> tuple[str, ...]:
        answer = self.answers[fact]
        assert isinstance(answer, ChoicesAnswer)
        return tuple(answer.values)

    def _is(self, fact: str, values: tuple[str, ...]) -> TruthFormulas:
        answer, asked = self.answers[fact], self.asked[fact]
        hit = some(is_value(answer, value) for value in values)
        missed = every((answer.known, negation(hit)))
        return TruthFormulas(every((asked, hit)), some((negation(asked), missed)))

    def _includes(self, fact: str, values: tuple[str, ...]) -> TruthFormulas:
        answer, asked = self.answers[fact], self.asked[fact]
        hit = some(is_value(answer, value) for value in values)
        missed = every((answer.fully_known, negation(hit)))
        return TruthFormulas(every((asked, hit)), some((negation(asked), missed)))

    def _usable(self, fact: str) -> Formula:
        """A partial date is an answer; [x, unsure] counts as unsure."""
        answer = self.answers[fact]
        return answer.known if isinstance(answer, WrittenDate) else answer.fully_known

    # ------------------------------------------------------------ dates

    def _compare(self, left: c.DateTerm, verb: str, right: c.DateTerm) -> TruthFormulas:
        one, other = self.date(left), self.date(right)
        yes, no = compare(one, verb, other)
        facts = c.term_facts(left) + c.term_facts(right)
        apply = every(self.asked[fact] for fact in facts)
        known = every((apply, one.known, other.known))
        return TruthFormulas(every((known, yes)), some((negation(apply), every((known, no)))))

    def date(self, term: c.DateTerm) -> WrittenDate:
        """Return a date of the condition language, for this person."""
        match term:
            case c.Literal(date, _):
                return fixed_date(date)
            case c.AsOf():
                return self.as_of
            case c.DateFact(fact):
                answer = self.answers[fact]
                assert isinstance(answer, WrittenDate)
                return answer
        moved = self.date(term.of)
        move = self._moves.years if isinstance(term, c.YearsAfter) else self._moves.days
        by = {c.YearsAfter: "years", c.DaysAfter: "days", c.DaysBefore: "days"}[type(term)]
        number = getattr(term, by)
        number = -number if isinstance(term, c.DaysBefore) else number
        first, last = move(moved.first, number), move(moved.last, number)
        return WrittenDate(moved.known, first, last, moved.is_day, moved.is_month)
