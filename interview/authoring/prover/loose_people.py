"""A person of whom only some answers are looked at: what hangs on others may be anything at all.

Whatever the evaluator could conclude of anybody, this person can be made to conclude too, so what
never happens to a loose person happens to nobody. The other way round nothing follows.
"""

from collections.abc import Iterable

from interview.authoring.prover.calendar_days import MovedDays
from interview.authoring.prover.conclusions import concluded_of
from interview.authoring.prover.encoding import EncodedPerson, TruthFormulas
from interview.authoring.prover.open_answers import OpenAnswers, is_value
from interview.authoring.prover.people import Cast
from interview.authoring.prover.solver import Formula, every, negation, open_formula
from interview.authoring.prover.written_dates import WrittenDate
from interview.content import Content, Flag
from interview.rules import Condition, Rule
from interview.rules import conditions as c

# From one value to another that a conclusion never takes, after the conclusion's name.
Never = tuple[str, str, str]


class LoosePerson(EncodedPerson):
    """One person; a condition that speaks of an answer not looked at is YES, NO or UNKNOWN."""

    def __init__(
        self,
        content: Content,
        answers: OpenAnswers,
        as_of: WrittenDate,
        moves: MovedDays,
        name: str,
    ) -> None:
        self._name = name
        self._loose: dict[Condition | Rule, TruthFormulas] = {}
        super().__init__(content, answers, as_of, moves)
        self._exact = (self.truth, self.rule)
        self.truth, self.rule = self._truth, self._rule
        concluded_of(content, self)

    def _truth(self, condition: Condition) -> TruthFormulas:
        exact, _ = self._exact
        return exact(condition) if self._is_near(condition) else self._any(condition)

    def _rule(self, rule: Rule) -> TruthFormulas:
        _, exact = self._exact
        trees = [tree for tree in (rule.condition, rule.unclear_if) if tree is not None]
        return exact(rule) if all(map(self._is_near, trees)) else self._any(rule)

    def _is_near(self, condition: Condition) -> bool:
        return all(fact in self.answers for fact in c.facts(condition))

    def _any(self, of: Condition | Rule) -> TruthFormulas:
        if of not in self._loose:
            name = f"{self._name}.loose{len(self._loose)}"
            yes, no = open_formula(f"{name}.yes"), open_formula(f"{name}.no")
            self._loose[of] = TruthFormulas(yes, every((negation(yes), no)))
        return self._loose[of]


class UnseenPerson(LoosePerson):
    """One person of whom no answer is looked at: any flag, criterion and ground may be anything."""

    def standing(self, flag: Flag, condition: TruthFormulas) -> TruthFormulas:
        """Return how a flag stands: anyhow, as before the end it hangs on more than a condition."""
        return self._any(c.FlagRaised(flag.id))


class LooseCast(Cast):
    """The people of a proof, of whom only the answers to some questions are looked at."""

    _others = 0

    def anybody(self, content: Content) -> EncodedPerson:
        """Return the first person, screened by these rules; worked out once for each rules."""
        if id(content) not in self._known:
            loose = LoosePerson(content, self.answers, self.as_of, self.moves, "anybody")
            self._know_moved_days()
            self._known[id(content)] = loose
        return self._known[id(content)]

    def person(self, content: Content, answers: OpenAnswers) -> EncodedPerson:
        """Return one more person; what is not looked at of this one has nothing of the first."""
        self._others += 1
        loose = LoosePerson(content, answers, self.as_of, self.moves, f"other{self._others}")
        self._know_moved_days()
        return loose

    def two_unseen(self, content: Content) -> tuple[EncodedPerson, EncodedPerson]:
        """Return two people as of the same day, of whom nothing is looked at."""
        before, after = (
            UnseenPerson(content, {}, self.as_of, self.moves, name) for name in ("before", "after")
        )
        return before, after


def never_so(before: EncodedPerson, after: EncodedPerson, never: Iterable[Never]) -> list[Formula]:
    """Return as formulas that some conclusions never change so from one person to the other."""
    return [
        negation(every((is_value(before.answers[name], was), is_value(after.answers[name], then))))
        for name, was, then in never
        if name in before.answers
    ]
