"""What the questions hang on: facts with the answers that matter, and comparisons of dates."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import combinations

from interview.content import Question
from interview.paper.order import NoPaper
from interview.rules import UNSURE, Answer, Condition, comparisons, facts
from interview.rules import conditions as c

# What stands for a date that was given: each comparison that speaks of it says what it comes to.
GIVEN, HOLDS, FAILS = "given", "holds", "fails"


class Gates:
    """The facts that some asked_if speaks of, with each answer that could make a difference.

    A comparison of dates is a gate of its own, under a name in `compared`: it holds, fails, or
    nobody can tell. So more is tried than can be where two speak of one date, and never less.
    """

    def __init__(self, questions: Iterable[Question]) -> None:
        self.questions = {question.id: question for question in questions}
        self.numbers = {fact: number for number, fact in enumerate(self.questions, 1)}
        self.compared: dict[str, c.Compare] = {}
        self.conditions = {
            q.id: self._plain(q, q.asked_if) for q in self.questions.values() if q.asked_if
        }
        self.hangs_on = {fact: facts(condition) for fact, condition in self.conditions.items()}
        self.hangs_on |= {name: c.comparison_facts(one) for name, one in self.compared.items()}
        self.order = sorted((*self.questions, *self.compared), key=self._place)

    def _place(self, name: str) -> tuple[int, str]:
        """A comparison of dates stands behind the last of its dates."""
        dates = self.hangs_on[name] if name in self.compared else ()
        return (max(self.numbers[fact] for fact in dates or (name,)), name if dates else "")

    def _plain(self, question: Question, condition: Condition) -> Condition:
        """The condition with each comparison of dates as a fact of its own."""
        match condition:
            case c.All(parts) | c.Any_(parts) | c.None_(parts):
                plain = tuple(self._plain(question, part) for part in parts)
                return replace(condition, parts=plain)
            case c.Named(_, inner) if inner is not None:
                return self._plain(question, inner)
            case c.Compare():
                known = {one: name for name, one in self.compared.items()}
                name = known.get(condition, f"comparison {len(known) + 1}")
                self.compared[name] = condition
                return c.Is(name, (HOLDS,))
            case c.Is() | c.Includes() | c.HasAny() | c.NotKnown():
                return condition
        raise NoPaper(
            f'"{question.id}" is asked by a flag, a program or a group of the priorities, and '
            "nobody works that out with a pencil. Write its asked_if with answers only"
        )

    # ------------------------------------------------------------ the answers that matter

    @cached_property
    def tried(self) -> dict[str, tuple[Answer, ...]]:
        """The answers of each gate that are worth a try: every one that an asked_if names, and
        one of the others."""
        gates = {name for named in self.hangs_on.values() for name in named}
        return {name: self._tried(name) for name in gates}

    def _tried(self, name: str) -> tuple[Answer, ...]:
        if name in self.compared:
            return (HOLDS, FAILS, None)
        question = self.questions[name]
        unsure: tuple[None, ...] = (None,) if question.unsure else ()
        if question.type == "date":
            return (GIVEN, *unsure)
        values = [v for v in question.value_ids if v not in self.alike(name)[1:]]
        if question.type == "choices":
            return tuple(_lists([*values, UNSURE] if question.unsure else values))
        return (*values, *unsure)

    def alike(self, fact: str) -> list[str]:
        """Return the values that no asked_if names: the first is tried for all of them."""
        spoken = [p for one in self.conditions.values() for p in comparisons(one)]
        named = {v for p in spoken if isinstance(p, c.Is | c.Includes) and p.fact == fact
                 for v in p.values}  # fmt: skip
        return [value for value in self.questions[fact].value_ids if value not in named]

    def meant(self, fact: str, value: str) -> tuple[str, ...]:
        """Return the values for which one that was tried stands, itself included."""
        alike = self.alike(fact)
        return tuple(alike) if value in alike else (value,)

    # ------------------------------------------------------------ what stands behind what

    def behind(self, *names: str) -> frozenset[str]:
        """Return all gates that some questions hang on, and what those hang on."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            more = [one for one in self.hangs_on.get(waiting.pop(), ()) if one not in found]
            found.update(more)
            waiting += more
        return frozenset(found)


def _lists(values: list[str]) -> Iterator[frozenset[str]]:
    for count in range(len(values) + 1):
        yield from map(frozenset, combinations(values, count))
