"""How a second person differs from the first, in the few ways that claims may speak of.

`known answers become unsure`, `unknown answers become known`, `more questions are reached`,
`felony_label goes from no to yes` and `significant_offenses gains a value`.
"""

import re
from dataclasses import dataclass
from typing import Protocol

from interview.authoring.claims.transitions import must_be_known
from interview.authoring.prover import (
    Cast,
    EncodedPerson,
    Formula,
    OpenAnswers,
    Reached,
    every,
    in_an_order,
    is_value,
    learns,
    open_formula,
    some,
    vocabulary,
    with_more,
    with_value,
)
from interview.content import Content
from interview.rules import ConditionError

FORGET, LEARN = "known answers become unsure", "unknown answers become known"
REACH = "more questions are reached"
_STEP = re.compile(r"(\w+) goes from (?:one of )?(.+) to (\w+)")
_GAIN = re.compile(r"(\w+) gains a value")


@dataclass(frozen=True)
class Two:
    """Two people, the answers of each, and what makes the second differ from the first so.

    `is_free` where the second's answers are not made from the first's. What each of them has
    reached, where that is not everything.
    """

    before: EncodedPerson
    after: EncodedPerson
    before_answers: OpenAnswers
    after_answers: OpenAnswers
    related: Formula
    is_free: bool = False
    before_reached: Reached | None = None
    after_reached: Reached | None = None


class Change(Protocol):
    """One way to differ."""

    @property
    def line(self) -> str: ...

    def make(self, cast: Cast, content: Content) -> Two:
        """Return the two people, screened by these rules."""
        ...


@dataclass(frozen=True)
class Learning:
    """Answers that were not known become known, or the other way round."""

    line: str

    def make(self, cast: Cast, content: Content) -> Two:
        """Return two people of whom one knows more."""
        other_answers = cast.new_answers("the other")
        one = cast.anybody(content)
        other = cast.person(content, other_answers)
        related = learns(one, other) if self.line == LEARN else learns(other, one)
        return Two(one, other, cast.answers, other_answers, related, is_free=True)


@dataclass(frozen=True)
class Reaching:
    """Somebody who stopped goes on, and answers more of the questions."""

    line: str

    def make(self, cast: Cast, content: Content) -> Two:
        """Return one person at two moments, each before the end or at it."""
        facts = [question.id for question in content.questions]
        before = {fact: open_formula(f"reached.{fact}") for fact in facts}
        after = {fact: some((before[fact], open_formula(f"later.{fact}"))) for fact in facts}
        earlier, later = (cast.person_so_far(content, cast.answers, r) for r in (before, after))
        related = every(in_an_order(content, cast.answers, r) for r in (before, after))
        return Two(earlier, later, cast.answers, cast.answers, related,
                   before_reached=before, after_reached=after)  # fmt: skip


@dataclass(frozen=True)
class ValueChange:
    """One answer becomes another; every other answer stays."""

    line: str
    fact: str
    before: tuple[str, ...]
    after: str

    def make(self, cast: Cast, content: Content) -> Two:
        """Return two people who differ in this answer."""
        answer = cast.answers[self.fact]
        answers = {**cast.answers, self.fact: with_value(answer, self.after)}
        one, other = cast.anybody(content), cast.person(content, answers)
        related = some(is_value(answer, value) for value in self.before)
        return Two(one, other, cast.answers, answers, related)


@dataclass(frozen=True)
class ListGain:
    """One list of values has more values; every other answer stays."""

    line: str
    fact: str

    def make(self, cast: Cast, content: Content) -> Two:
        """Return two people who differ in this list."""
        more, related = with_more(cast.answers[self.fact], f"gained {self.fact}")
        answers = {**cast.answers, self.fact: more}
        one, other = cast.anybody(content), cast.person(content, answers)
        return Two(one, other, cast.answers, answers, related)


def parse_change(line: str, content: Content) -> Change:
    """Read a line; raise ConditionError, which says what may stand there."""
    line = " ".join(line.split())
    names = vocabulary.questions(content)
    if line in (FORGET, LEARN):
        return Learning(line)
    if line == REACH:
        return Reaching(line)
    if match := _GAIN.fullmatch(line):
        lists = tuple(fact for fact, name in names.items() if name.is_list)
        must_be_known(match[1], lists, "question with a list of values")
        return ListGain(line, match[1])
    match = _STEP.fullmatch(line)
    if match is None:
        raise ConditionError(
            f'cannot read "{line}". Write: {FORGET}; {LEARN}; {REACH}; '
            "felony_label goes from no to yes; or significant_offenses gains a value"
        )
    single = tuple(f for f, name in names.items() if not name.is_list and not name.is_date)
    must_be_known(match[1], single, "question with one value")
    before = tuple(value.strip() for value in match[2].split(","))
    for value in (*before, match[3]):
        must_be_known(value, names[match[1]].values, "value")
    return ValueChange(line, match[1], before, match[3])
