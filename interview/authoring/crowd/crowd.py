"""Made-up people by the thousand, always the same ones for the same seed and day.

People drawn evenly are nearly all alike to the rules. So everybody begins near a result (nothing
to report, or a match with a program), and is then moved: to the edge of some rule, to a doubt, to
any other answer. Answers that no question asks for are kept, because every rule must ignore them.
"""

import datetime
from collections.abc import Iterator, Sequence
from random import Random

from interview.authoring.crowd.aiming import PersonDraft, Ruleset
from interview.authoring.crowd.people import (
    Answerable,
    MadeUpPerson,
    Span,
    WrittenAnswers,
    answerable,
    usual,
)
from interview.content import Conditioned, Content
from interview.rules import NO, UNKNOWN, YES, Rule, Truth

SIZE, _DAYS = 2_000, 40
_SEED = 20_150_318
_ATTEMPTS = 6
# How many answers are moved, and the truths that rules are moved to.
_MOVES = (0, 1, 1, 2, 2, 3, 5, 8)
_TRUTHS = (YES, YES, NO, UNKNOWN)
_FAR_DATES = (
    datetime.date.min.isoformat(),
    datetime.date(4, 2, 29).isoformat(),
    datetime.date.max.isoformat(),
    "9990-02",
    "9999",
)


class Crowd:
    """The made-up people of one content; `questions` may be fewer than it asks, or take less."""

    def __init__(self, content: Content, questions: Sequence[Answerable] | None = None) -> None:
        self._content = content
        self._rules = Ruleset(content, answerable(content) if questions is None else questions)
        self._aims = tuple(dict.fromkeys(_aims(content)))

    def people(self, count: int, seed: int, as_of: datetime.date) -> Iterator[WrittenAnswers]:
        """Yield the answers of so many people."""
        rng = Random(seed)
        starts = [self._quiet(rng, as_of)]
        starts += [self._matching(rng, as_of, starts[0], p) for p in self._content.programs]
        for _ in range(count):
            yield self._somebody(rng, as_of, starts)

    # ------------------------------------------------------------ where people begin

    def _quiet(self, rng: Random, as_of: datetime.date) -> WrittenAnswers:
        """Somebody of whom no flag and no priority speaks."""
        draft = PersonDraft(self._rules, rng, as_of, {})
        for fact, (question, values) in self._rules.questions.items():
            plain = usual(values)
            if question.type == "choices":
                draft.say(fact, [])
            elif plain is not None:
                draft.say(fact, plain)
            else:
                draft.answer_anything(fact)
        calm = (*self._content.flags, *self._content.priorities.grounds)
        return self._until_all(draft, [(item.rule, NO) for item in calm])

    def _matching(
        self, rng: Random, as_of: datetime.date, quiet: WrittenAnswers, program: str
    ) -> WrittenAnswers:
        """Somebody who meets every criterion of a program."""
        criteria = [
            self._content.criteria[c].rule for c in self._content.programs[program].criteria
        ]
        draft = PersonDraft(self._rules, rng, as_of, quiet)
        return self._until_all(draft, [(rule, YES) for rule in criteria])

    def _until_all(self, draft: PersonDraft, wanted: list[tuple[Rule, Truth]]) -> WrittenAnswers:
        """What one rule wants may undo another's; a few rounds settle that, mostly."""
        for _ in range(_ATTEMPTS):
            for rule, truth in wanted:
                draft.aim_at_rule(rule, truth)
        return draft.answers

    # ------------------------------------------------------------ and where they end

    def _somebody(
        self, rng: Random, as_of: datetime.date, starts: list[WrittenAnswers]
    ) -> WrittenAnswers:
        roll = rng.random()
        begin = {} if roll < 0.1 else rng.choice(starts)
        draft = PersonDraft(self._rules, rng, as_of, begin)
        moves = rng.choice(_MOVES)
        if roll < 0.05:
            moves = len(self._rules.facts)
        for _ in range(moves):
            self._move(draft)
        facts = self._rules.facts
        if rng.random() < 0.1:
            for fact in rng.sample(facts, min(rng.randint(1, 6), len(facts))):
                draft.answers.pop(fact, None)
        return draft.answers

    def _move(self, draft: PersonDraft) -> None:
        rng = draft.rng
        roll = rng.random()
        if roll < 0.6:
            draft.aim_at_rule(rng.choice(self._aims), rng.choice(_TRUTHS))
            return
        fact = rng.choice(self._rules.facts)
        if roll < 0.75:
            draft.doubt(fact)
        elif roll < 0.76 and self._rules.questions[fact][0].type == "date":
            draft.say(fact, rng.choice(_FAR_DATES))
        else:
            draft.answer_anything(fact)


def _aims(content: Content) -> Iterator[Rule]:
    """Every rule that a result hangs on."""
    ruled: tuple[Conditioned, ...] = (
        *content.flags,
        *content.priorities.grounds,
        *content.criteria.values(),
        *content.factors.positive,
        *content.factors.adverse,
        *content.notes,
        *content.memos,
        *content.options.stages,
    )
    yield from (item.rule for item in ruled)
    yield from (Rule(q.asked_if) for q in content.questions if q.asked_if is not None)
    yield from (Rule(start.condition) for start in content.escalation.starts)
    yield Rule(content.escalation.shown_if)
    yield Rule(content.detention.condition)
    yield from (Rule(g.condition) for g in content.detention.groups if g.condition is not None)


def crowd_of_both(
    old: Content, new: Content, questions: Sequence[Answerable], span: Span
) -> Iterator[MadeUpPerson]:
    """Yield the people who show how much a change touches, near the edges of either's rules.

    They are screened as of days spread over the span.
    """
    crowds = Crowd(old, questions), Crowd(new, questions)
    for number in range(_DAYS):
        as_of = span.first + datetime.timedelta(days=(span.days - 1) * number // (_DAYS - 1))
        for answers in crowds[number % 2].people(SIZE // _DAYS, _SEED + number, as_of):
            yield MadeUpPerson(answers, as_of)
