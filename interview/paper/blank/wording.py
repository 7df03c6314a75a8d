"""What stands on the blank interview in one language: the content's words, and no others."""

from collections.abc import Iterable
from dataclasses import replace

from interview.content import Content, Question
from interview.languages import Tongue
from interview.paper.blank.gates import FAILS, GIVEN, HOLDS
from interview.paper.blank.leads import Line
from interview.paper.blank.only_if import BLANK, Clue, Dated, Marked
from interview.rules import UNSURE, comparison_facts
from interview.rules import conditions as c
from interview.summary import ConditionSayer

_OUTCOMES = (HOLDS, FAILS, UNSURE, BLANK)
# What a comparison of dates comes to where it does not hold.
_OPPOSITE = {
    "is before": "is on or after",
    "is on or after": "is before",
    "is after": "is on or before",
    "is on or before": "is after",
}


class _OnPaper(ConditionSayer):
    """Says dates to somebody with a pencil, for whom the day of the screening is today."""

    def word(self, name: str, **put_in: object) -> str:
        if name == "as_of":
            return self.tongue.say(self.content.papers.blank.today)
        return super().word(name, **put_in)


class PaperWording:
    """Says in one tongue where the paper leads, and what stands behind its boxes."""

    def __init__(self, content: Content, tongue: Tongue, numbers: dict[str, int]) -> None:
        self.say, self._numbers = tongue.say, numbers
        self._words = content.papers.blank
        self._pages, self._labels = content.pages.question, content.wording.labels
        self._questions = {question.id: question for question in content.questions}
        self._conditions = _OnPaper(content, tongue)
        self._connecting = content.condition_words

    def label(self, question: Question, value: str) -> str:
        """Say what stands behind a box of a question, `none` and `unsure` too."""
        if value == UNSURE:
            some = {"choices": self._pages.some_unsure, "date": self._pages.year_unknown}
            return self.say(some.get(question.type, self._labels.unsure))
        return self.say(question.label(value))

    def go_to(self, number: int) -> str:
        """Say where to go on; a number beyond the last question is the end."""
        if number > len(self._numbers):
            return self.say(self._words.go_to_end)
        return self.say(self._words.go_to).format(number=number)

    # ------------------------------------------------------------ whom a question is for

    def line(self, question: Question, line: Line) -> str:
        """Say whom a question is for, and where the others go on if that is not the next."""
        and_word, or_word = self._words.and_word, self._connecting.or_word
        ways = [f" {self.say(and_word)} ".join(map(self._clue, way)) for way in line.only_if]
        said = self.say(self._words.only_if).format(values=f", {self.say(or_word)} ".join(ways))
        if line.otherwise == self._numbers[question.id] + 1:
            return said
        if line.otherwise > len(self._numbers):
            return f"{said} {self.say(self._words.otherwise_to_end)}"
        return f"{said} {self.say(self._words.otherwise).format(number=line.otherwise)}"

    def _clue(self, clue: Clue) -> str:
        if isinstance(clue, Dated):
            found = [
                self._outcome(clue.comparison, one) for one in _OUTCOMES if one in clue.outcomes
            ]
            return self._or(found)
        words = self._words.not_marked if clue.negated else self._words.marked
        return self.say(words).format(values=self._values(clue), number=self._numbers[clue.fact])

    def _values(self, clue: Marked) -> str:
        question = self._questions[clue.fact]
        labels = [
            self.say(self._words.a_date)
            if value == GIVEN
            else self.say(self._words.quoted).format(word=self.label(question, value))
            for value in clue.values
        ]
        return self._or([*filter(None, [", ".join(labels[:-1])]), labels[-1]])

    def _or(self, texts: Iterable[str]) -> str:
        return f" {self.say(self._connecting.or_word)} ".join(texts)

    def _outcome(self, comparison: c.Compare, outcome: str) -> str:
        if outcome == FAILS:
            comparison = replace(comparison, verb=_OPPOSITE[comparison.verb])
        said = self._conditions.say(comparison).text
        if outcome == UNSURE:
            return self.say(self._words.not_clear).format(date=said)
        if outcome == BLANK:
            numbers = (str(self._numbers[fact]) for fact in comparison_facts(comparison))
            return self.say(self._words.left_out).format(number=self._or(numbers))
        return said
