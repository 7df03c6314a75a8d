"""Answers chosen so that a condition comes out as wanted, dates on the very edge of the rule."""

import datetime
from collections.abc import Sequence
from random import Random

from interview.authoring.crowd.people import Answerable, WrittenAnswers
from interview.content import Content
from interview.rules import (
    AS_OF,
    NO,
    UNKNOWN,
    UNSURE,
    YES,
    Answer,
    Interval,
    Judge,
    Truth,
    compile_condition,
    dates,
)
from interview.rules import conditions as c
from interview.screening import AnswerReader, Screening

_OPPOSITE = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}
# How far from the edge of a rule a date is, in days: often not at all.
_DISTANCES = (0, 0, 0, 1, 1, 2, 30, 400, 3_000)
_LIFETIME = 60 * 365
_FIRST, _LAST = datetime.date.min.toordinal(), datetime.date.max.toordinal()


class Ruleset:
    """What the people of one content may answer, and how its conditions judge that."""

    def __init__(self, content: Content, questions: Sequence[Answerable]) -> None:
        self.questions = {question.id: (question, values) for question, values in questions}
        self.facts = list(self.questions)
        self.asked_if = {question.id: question.asked_if for question in content.questions}
        self.layout = Screening(content).path.layout
        self._reader = AnswerReader(content)
        self._judges: dict[c.Condition, Judge] = {}

    def judge(self, condition: c.Condition) -> Judge:
        """Return the evaluator's own judge of a condition."""
        if condition not in self._judges:
            self._judges[condition] = compile_condition(condition, self.layout).judge
        return self._judges[condition]

    def read(self, fact: str, written: str | list[str]) -> Answer:
        """Return an answer as the evaluator has it."""
        return self._reader.read(fact, written)


class PersonDraft:
    """Somebody whose answers are still being chosen; `rng` makes every choice."""

    def __init__(
        self, rules: Ruleset, rng: Random, as_of: datetime.date, answers: WrittenAnswers
    ) -> None:
        self.rules, self.rng, self.as_of = rules, rng, as_of
        self.answers: WrittenAnswers = {}
        # Grounds and programs are judged from the answers later; here they stay open.
        self._person: list[Answer | Truth] = [UNKNOWN] * len(rules.layout)
        for fact in rules.asked_if:
            self._person[rules.layout[fact]] = None
        self._person[rules.layout[AS_OF]] = dates.day(as_of)
        for fact, written in answers.items():
            self.say(fact, written)

    def say(self, fact: str, written: str | list[str]) -> None:
        """Answer a question, whatever was answered before."""
        self.answers[fact] = written
        if fact in self.rules.layout:
            self._person[self.rules.layout[fact]] = self.rules.read(fact, written)

    def is_now(self, condition: c.Condition) -> Truth:
        """Judge a condition by the answers as they are, asked or not."""
        return self.rules.judge(condition)(self._person)

    # ------------------------------------------------------------ any answer at all

    def doubt(self, fact: str) -> None:
        """Be unsure, where the question takes that: wholly, in part, or to the month or year."""
        question, values = self.rules.questions[fact]
        said = self.answers.get(fact)
        if not question.unsure:
            return
        if question.type == "date" and said is not None and self.rng.random() < 0.75:
            self.say(fact, said if said == UNSURE else str(said)[: self.rng.choice((4, 7, 7))])
        elif question.type == "choices":
            kept = [value for value in values if self.rng.random() < 0.15]
            self.say(fact, self.rng.choice((UNSURE, [UNSURE], [*kept, UNSURE])))
        else:
            self.say(fact, UNSURE)

    def answer_anything(self, fact: str) -> None:
        """Give any answer in full."""
        question, values = self.rules.questions[fact]
        if question.type == "date":
            self._say_day(fact, self.as_of.toordinal() + self.rng.randint(-_LIFETIME, 400))
        elif question.type == "choices":
            chosen = self.rng.sample(values, min(self.rng.choice((0, 0, 1, 2, 3)), len(values)))
            self.say(fact, [value for value in values if value in chosen])
        elif values:
            self.say(fact, self.rng.choice(values))

    def _say_day(self, fact: str, ordinal: int) -> None:
        date = datetime.date.fromordinal(min(max(ordinal, _FIRST), _LAST))
        self.say(fact, date.isoformat())

    # ------------------------------------------------------------ aiming at a condition

    def aim(self, condition: c.Condition | None, wanted: Truth) -> None:
        """Answer so that a condition comes out as wanted, if that hangs on answers alone."""
        match condition:
            case c.All(parts):
                self._aim_at_parts(parts, wanted, wanted, YES)
            case c.Any_(parts) | c.AnyGround(parts):
                self._aim_at_parts(parts, wanted, wanted, NO)
            case c.None_(parts):
                self._aim_at_parts(parts, wanted, _OPPOSITE[wanted], YES)
            case c.Named(_, inner):
                self.aim(inner, wanted)
            case c.GroundHolds(_, rule) if rule is not None:
                self.aim_at_rule(rule, wanted)
            case c.Is() | c.Includes() | c.HasAny() | c.NotKnown() | c.Compare():
                self._aim_at_comparison(condition, wanted)

    def aim_at_rule(self, rule: c.Rule, wanted: Truth) -> None:
        """Answer so that a rule comes out as wanted."""
        self.aim(rule.unclear_if, NO)
        self.aim(rule.condition, wanted)

    def _aim_at_parts(
        self, parts: tuple[c.Condition, ...], wanted: Truth, of_part: Truth, when_all: Truth
    ) -> None:
        """All the parts, where all of them make the truth wanted; else one is enough."""
        if wanted is when_all:
            for part in parts:
                self.aim(part, of_part)
        else:
            so_already = [part for part in parts if self.is_now(part) is of_part]
            self.aim(self.rng.choice(so_already or parts), of_part)

    def _aim_at_comparison(self, comparison: c.Comparison, wanted: Truth) -> None:
        facts = c.comparison_facts(comparison)
        if not facts or any(fact not in self.rules.questions for fact in facts):
            return
        # A question that is not asked makes its comparison NO.
        for fact in facts if wanted is not NO else ():
            self.be_asked(fact)
        if self.is_now(comparison) is wanted or not all(map(self.is_asked, facts)):
            return
        if wanted is UNKNOWN or isinstance(comparison, c.NotKnown):
            self._know(self.rng.choice(facts), isinstance(comparison, c.NotKnown) and wanted is NO)
        elif isinstance(comparison, c.Compare):
            self._aim_at_dates(comparison, wanted)
        elif isinstance(comparison, c.Is):
            self._pick(comparison.fact, comparison.values, wanted)
        elif isinstance(comparison, c.Includes):
            self._list(comparison.fact, comparison.values, wanted)
        elif isinstance(comparison, c.HasAny):
            self._list(comparison.fact, self.rules.questions[comparison.fact][1], wanted)

    def is_asked(self, fact: str) -> bool:
        """Say whether a question is asked, as far as the answers before it are kept."""
        asked_if = self.rules.asked_if.get(fact)
        return asked_if is None or self.is_now(asked_if) is not NO

    def be_asked(self, fact: str) -> None:
        """Answer what comes before a question so that it is asked."""
        if not self.is_asked(fact):
            self.aim(self.rules.asked_if[fact], YES)

    def _know(self, fact: str, known: bool) -> None:
        if known:
            self.answer_anything(fact)
        else:
            self.doubt(fact)

    def _pick(self, fact: str, values: tuple[str, ...], wanted: Truth) -> None:
        _, offered = self.rules.questions[fact]
        fitting = [value for value in offered if (value in values) is (wanted is YES)]
        if fitting:
            self.say(fact, self.rng.choice(fitting))

    def _list(self, fact: str, values: tuple[str, ...], wanted: Truth) -> None:
        _, offered = self.rules.questions[fact]
        looked_for = [value for value in offered if value in values]
        others = [value for value in offered if value not in looked_for]
        chosen = self.rng.sample(others, self.rng.randint(0, min(1, len(others))))
        if wanted is YES and looked_for:
            chosen.append(self.rng.choice(looked_for))
        self.say(fact, chosen)

    # ------------------------------------------------------------ dates

    def _aim_at_dates(self, comparison: c.Compare, wanted: Truth) -> None:
        """Move one of the two dates to where the comparison turns, or some way past that."""
        sides = [comparison.left, comparison.right]
        moving = self.rng.choice([side for side in sides if c.term_facts(side)])
        fixed = comparison.right if moving is comparison.left else comparison.left
        target = self._interval(fixed)
        earlier = ("before" in comparison.verb) is (wanted is YES)
        # The edge itself belongs to "on or before" and "on or after", or to their opposites.
        apart = ("on or" in comparison.verb) is not (wanted is YES)
        if moving is comparison.right:
            earlier = not earlier
        distance = self.rng.choice(_DISTANCES) + apart
        day = target.first - distance if earlier else target.last + distance
        [fact] = c.term_facts(moving)
        self._say_day(fact, _moved_back(moving, day))

    def _interval(self, term: c.DateTerm) -> Interval:
        match term:
            case c.Literal(date, _):
                return date
            case c.YearsAfter(years, of):
                return dates.years_after(self._interval(of), years)
            case c.DaysAfter(days, of):
                return dates.days_after(self._interval(of), days)
            case c.DaysBefore(days, of):
                return dates.days_after(self._interval(of), -days)
            case c.DateFact(fact):
                if not isinstance(self._person[self.rules.layout[fact]], Interval):
                    self.answer_anything(fact)
                answer = self._person[self.rules.layout[fact]]
                assert isinstance(answer, Interval)
                return answer
        return dates.day(self.as_of)


def _moved_back(term: c.DateTerm, ordinal: int) -> int:
    """Return the day whose moved day is this one, or nearly so around February 29."""
    match term:
        case c.YearsAfter(years, of):
            date = datetime.date.fromordinal(min(max(ordinal, _FIRST), _LAST))
            year = max(date.year - years, 1)
            return _moved_back(of, dates.parse(f"{year:04}-{date:%m}-01").first + date.day - 1)
        case c.DaysAfter(days, of):
            return _moved_back(of, ordinal - days)
        case c.DaysBefore(days, of):
            return _moved_back(of, ordinal + days)
    return ordinal
