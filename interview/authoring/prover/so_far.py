"""A person before the end, as formulas: some questions are reached, and the others may be later."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from interview.authoring.prover.calendar_days import MovedDays
from interview.authoring.prover.encoding import EncodedPerson, TruthFormulas
from interview.authoring.prover.open_answers import (
    ChoiceAnswer,
    ChoicesAnswer,
    OpenAnswer,
    OpenAnswers,
)
from interview.authoring.prover.solver import FALSE, Formula, every, implied, negation, some
from interview.authoring.prover.written_dates import WrittenDate
from interview.content import Content, Flag
from interview.rules import Fold, Group, ProgramIs, comparison_facts, comparisons, facts
from interview.rules import conditions as c

Reached = Mapping[str, Formula]


class MayCome(NamedTuple):
    """When a condition may still come out YES, NO and UNKNOWN."""

    yes: Formula
    no: Formula
    unknown: Formula


class PersonSoFar(EncodedPerson):
    """One person of whom only what is reached is said."""

    def __init__(
        self,
        content: Content,
        answers: OpenAnswers,
        as_of: WrittenDate,
        moves: MovedDays,
        reached: Reached,
    ) -> None:
        self.reached = reached
        said = {fact: _where(reached[fact], answer) for fact, answer in answers.items()}
        super().__init__(content, said, as_of, moves)

    def _leaves(self) -> dict[type, Callable[[Any], TruthFormulas]]:
        return {**super()._leaves(), c.NotKnown: self._not_known}

    def _not_known(self, line: c.NotKnown) -> TruthFormulas:
        """Of what is not reached nobody can say that it is not known."""
        asked, known = self.asked[line.fact], self._usable(line.fact)
        holds = every((asked, self.reached[line.fact], negation(known)))
        return TruthFormulas(holds, some((negation(asked), known)))

    def standing(self, flag: Flag, condition: TruthFormulas) -> TruthFormulas:
        """A flag of a program waits for the end; a cautious one for what could leave it unraised.

        At the end a flag of a program may be raised, and then nothing is reached after it.
        """
        if any(isinstance(part, ProgramIs) for part in comparisons(flag.condition)):
            return TruthFormulas(FALSE, condition.no)
        if not flag.cautious:
            return condition
        may_be, excused = self._may_come(flag.condition), FALSE
        if flag.cautious_unless is not None:
            excused = self._may_come(flag.cautious_unless).yes
        in_doubt = every((condition.unknown, negation(may_be.no)))
        spared = every((may_be.unknown, excused))
        return TruthFormulas(
            some((condition.yes, every((in_doubt, negation(spared))))), condition.no
        )

    # ------------------------------------------------------------ what may come

    @cached_property
    def _may_come(self) -> Callable[[c.Condition], MayCome]:
        kinds = (c.Is, c.Includes, c.HasAny, c.NotKnown, c.Compare)
        leaves = dict.fromkeys(kinds, self._may_come_of_one)
        return Fold(leaves, _group, _no_rule, _no_rule).condition

    def _may_come_of_one(self, line: c.Comparison) -> MayCome:
        pair = self.truth(line)
        left = some(negation(self.reached[fact]) for fact in comparison_facts(line))
        may_turn = every((pair.unknown, left))
        return MayCome(some((pair.yes, may_turn)), some((pair.no, may_turn)), pair.unknown)


def _group(kind: Group, parts: tuple[MayCome, ...]) -> MayCome:
    if kind is c.All:
        not_no = every(some((part.yes, part.unknown)) for part in parts)
        unknown = every((not_no, some(part.unknown for part in parts)))
        return MayCome(every(p.yes for p in parts), some(p.no for p in parts), unknown)
    not_yes = every(some((part.no, part.unknown)) for part in parts)
    unknown = every((not_yes, some(part.unknown for part in parts)))
    found = MayCome(some(p.yes for p in parts), every(p.no for p in parts), unknown)
    return found if kind is c.Any_ else MayCome(found.no, found.yes, unknown)


def _no_rule(*_: object) -> MayCome:
    raise TypeError("a cautious flag hangs on answers alone")


def _where(reached: Formula, answer: OpenAnswer) -> OpenAnswer:
    """Return an answer that is not known where it is not reached."""
    if isinstance(answer, WrittenDate):
        return replace(answer, known=every((reached, answer.known)))
    values = {value: every((reached, holds)) for value, holds in answer.values.items()}
    if isinstance(answer, ChoicesAnswer):
        return ChoicesAnswer(values, some((negation(reached), answer.unsure)))
    return ChoiceAnswer(values, every((reached, answer.known)))


def in_an_order(content: Content, answers: OpenAnswers, reached: Reached) -> Formula:
    """Hold where no follow-up is answered before what it hangs on is reached."""
    return every(
        implied(every((reached[question.id], answers[question.id].known)), reached[fact])
        for question in content.questions
        if question.asked_if is not None
        for fact in facts(question.asked_if)
    )
