"""A condition tree as a plain sentence or list, in the language and voice of a tongue."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from interview.content import Content
from interview.languages import Tongue
from interview.rules import conditions as c

_BIRTH_DATE = "birth_date"
_DATE_VERBS = {
    "is before": "before",
    "is on or before": "on_or_before",
    "is after": "after",
    "is on or after": "on_or_after",
}


@dataclass(frozen=True)
class ConditionText:
    """A sentence, and the sentences listed under it."""

    text: str
    under: "tuple[ConditionText, ...]" = ()

    def lines(self, indent: str = "") -> Iterator[str]:
        """Yield the sentence and what is under it, one a line, indented."""
        yield f"{indent}{self.text}"
        for words in self.under:
            yield from words.lines(f"{indent}  ")

    def in_one_line(self) -> str:
        """Return everything in one line; lists stand in brackets."""
        if not self.under:
            return self.text
        return f"{self.text} [{'; '.join(words.in_one_line() for words in self.under)}]"


class ConditionSayer:
    """Says the conditions of one content in one tongue."""

    def __init__(self, content: Content, tongue: Tongue) -> None:
        self.content = content
        self.tongue = tongue
        self.questions = {question.id: question for question in content.questions}
        self.meanings = {named.id: named.meaning for named in content.conditions.conditions}
        self.ground_names = {ground.id: ground.name for ground in content.priorities.grounds}
        self.flag_names = {flag.id: flag.name for flag in content.flags}

    def word(self, name: str, **put_in: Any) -> str:
        """Return one of the connecting words, with its braces filled."""
        return self.tongue.say(getattr(self.content.condition_words, name)).format(**put_in)

    def say(self, condition: c.Condition) -> ConditionText:
        """Return a condition in words."""
        match condition:
            case c.All(parts):
                return self._group("all_of", parts)
            case c.Any_(parts):
                return self._group("any_of", parts)
            case c.None_((c.Is() | c.Includes() | c.HasAny() | c.NotKnown() as only,)):
                return ConditionText(self._negated(only))
            case c.None_((c.FlagRaised(flag),)):
                return ConditionText(self._flag("flag_not_raised", flag))
            case c.None_(parts):
                return ConditionText(self.word("none_of"), tuple(map(self.say, parts)))
            case c.Named(name, inner):
                return self._named(name, inner)
            case c.AnyGround():
                return ConditionText(self.word("any_ground"))
            case c.GroundHolds(ground, _):
                name = self.tongue.say(self.ground_names[ground])
                return ConditionText(self.word("ground_holds", ground=name))
        return ConditionText(self._comparison(condition))

    def _group(self, word: str, parts: tuple[c.Condition, ...]) -> ConditionText:
        if len(parts) == 1:
            return self.say(parts[0])
        return ConditionText(self.word(word), tuple(map(self.say, parts)))

    def _named(self, name: str, inner: c.Condition | None) -> ConditionText:
        if name == c.THAT:
            return ConditionText(self.word("that"))
        assert inner is not None, "conditions are resolved when content is loaded"
        return ConditionText(self.tongue.say(self.meanings[name]), (self.say(inner),))

    # ------------------------------------------------------------ comparisons

    def _comparison(self, comparison: c.Condition) -> str:
        match comparison:
            case c.Is(fact, values):
                return self.word("fact_is", fact=self.fact(fact), values=self.values(fact, values))
            case c.Includes(fact, values):
                return self.word("includes", fact=self.fact(fact), values=self.values(fact, values))
            case c.HasAny(fact):
                return self.word("has_any", fact=self.fact(fact))
            case c.NotKnown(fact):
                return self.word("not_known", fact=self.fact(fact))
            case c.Compare(left, verb, right):
                return self.word(_DATE_VERBS[verb], left=self.date(left), right=self.date(right))
            case c.ProgramIs(program, result):
                name = self.tongue.say(self.content.programs[program].name)
                return self.word("program_is", program=name, result=self.word(f"result_{result}"))
            case c.FlagRaised(flag):
                return self._flag("flag_raised", flag)
        raise TypeError(f"this is no comparison: {comparison}")

    def _flag(self, word: str, flag: str) -> str:
        return self.word(word, flag=self.tongue.say(self.flag_names[flag]))

    def _negated(self, comparison: c.Is | c.Includes | c.HasAny | c.NotKnown) -> str:
        fact = self.fact(comparison.fact)
        match comparison:
            case c.Is(_, values):
                listed = self.values(comparison.fact, values)
                return self.word("fact_is_not", fact=fact, values=listed)
            case c.Includes(_, values):
                listed = self.values(comparison.fact, values)
                return self.word("includes_not", fact=fact, values=listed)
            case c.HasAny():
                return self.word("has_none", fact=fact)
        return self.word("known", fact=fact)

    def fact(self, fact: str) -> str:
        """Return the short label of a question."""
        return self.tongue.say(self.questions[fact].short)

    def values(self, fact: str, values: tuple[str, ...]) -> str:
        """Return the labels of some values, joined by commas and or."""
        question = self.questions[fact]
        labels = [f"“{self.tongue.say(question.label(value))}”" for value in values]
        if len(labels) == 1:
            return labels[0]
        return f"{', '.join(labels[:-1])} {self.word('or_word')} {labels[-1]}"

    def date(self, term: c.DateTerm) -> str:
        """Return a date of a condition in words."""
        match term:
            case c.Literal(date, text):
                if not date.is_one_day:
                    return text
                return self.tongue.date(datetime.date.fromordinal(date.first))
            case c.AsOf():
                return self.word("as_of")
            case c.DateFact(fact):
                return self.word("date_fact", fact=self.fact(fact))
            case c.YearsAfter(years, c.DateFact(fact)) if fact == _BIRTH_DATE:
                return self.word("birthday", number=years)
            case c.YearsAfter(years, of):
                return self.word("years_after", number=years, date=self.date(of))
            case c.DaysAfter(days, of):
                return self.word("days_after", number=days, date=self.date(of))
            case c.DaysBefore(days, of):
                return self.word("days_before", number=days, date=self.date(of))
        raise TypeError(f"this is no date: {term}")
