"""Proofs by parts: each line of a claim on no more of the content than it hangs on.

A claim about one person is tried on the answers that it speaks of, whatever the others are. A
claim about two people is proved of one conclusion after another, each on its own slice; what never
happens to any of them is then known where the lane and the level are looked at, which hang on all.
What is not proved so is not refuted: the whole content decides.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import product

from interview.authoring.claims import Change, Sentence, Transition, Two
from interview.authoring.crowd import Span, answerable
from interview.authoring.prove.never_changes import NeverChanges, changed_fact
from interview.authoring.prover import (
    Cast,
    EncodedPerson,
    LooseCast,
    Never,
    Slices,
    World,
    never_so,
)
from interview.content import Content
from interview.rules import conditions as c

# The lists of conclusions of which a claim may speak, and what each value of them is.
_LISTS = {
    "flags": "flag",
    "met": "criterion",
    "not_met": "criterion",
    "grounds": "ground",
    "possible": "ground",
}
# Made of the conclusions about flags, criteria and grounds, and of nothing else.
_MADE_OF_THEM = ("lane", "level", "urgencies")


class ByParts:
    """Proves what it can of one content on slices of it."""

    def __init__(self, content: Content, span: Span) -> None:
        self.content, self.span = content, span
        self._slices = Slices(content)
        self._never = NeverChanges(self._slices, span)
        self._seen: dict[frozenset[str], tuple[LooseCast, Content]] = {}

    # ------------------------------------------------------------ one person

    def nobody_meets(self, sentence: Sentence) -> bool:
        """Say whether it is proved that nobody meets a sentence; False says nothing."""
        names = self._spoken_of(sentence.condition)
        if names is None:
            return False
        reached = self._slices.reached_by(names)
        if reached not in self._seen:
            content = self._slices.with_questions_of(reached)
            self._seen[reached] = LooseCast(answerable(content), self.span), content
        cast, content = self._seen[reached]
        anybody = cast.anybody(content)
        return cast.prover.find(anybody.truth(sentence.condition).yes) is None

    def _spoken_of(self, condition: c.Condition) -> list[str] | None:
        """What a sentence speaks of; None where it is of something that has no slice."""
        names: list[str] = []
        for comparison in c.comparisons(condition):
            if isinstance(comparison, c.ProgramIs):
                names.append(f"program {comparison.program}")
            for name in c.comparison_facts(comparison):
                if name in _LISTS and isinstance(comparison, c.Includes):
                    names += [f"{_LISTS[name]} {value}" for value in comparison.values]
                elif name in self._slices.facts:
                    names.append(name)
                elif name not in _MADE_OF_THEM:
                    return None
        return names

    # ------------------------------------------------------------ two people

    def happens_somewhere(self, change: Change) -> bool:
        """Say whether anybody at all differs so from somebody."""
        two, cast = self._never.two(change, [])
        return cast.prover.find(two.related) is not None

    def left_over(self, change: Change, lines: Sequence[Transition]) -> tuple[Transition, ...]:
        """Return the lines of which it is not proved that they never happen with a change.

        First each conclusion by itself; then what is made of them, of two people of whom no more is
        known than that; then of two of whom also the answers are looked at on which hangs all that
        may change. Two who exist are among those of every step, so what none does nobody does.
        """
        never = self._never.of(change)
        left = [line for line in lines if not _is_among(line, never)]
        made = [line for line in left if not self._have_slices(line)]
        possible = self._possible_unseen(made, never)
        if possible and (fact := changed_fact(change)) is not None:
            possible = self._possible_nearby(change, fact, possible, never)
        return tuple(line for line in left if line not in made or line in possible)

    def _possible_unseen(
        self, lines: Sequence[Transition], never: frozenset[Never]
    ) -> list[Transition]:
        """Those that may be of two people of whom only the single conclusions are known."""
        cast, before, after = self._unseen
        with cast.prover.supposing(*never_so(before, after, never)):
            return [line for line in lines if cast.prover.find(line.formula(before, after))]

    @cached_property
    def _unseen(self) -> tuple[LooseCast, EncodedPerson, EncodedPerson]:
        cast = LooseCast((), self.span)
        return cast, *cast.two_unseen(self._slices.with_questions_of(frozenset()))

    def _possible_nearby(
        self, change: Change, fact: str, lines: Sequence[Transition], never: frozenset[Never]
    ) -> list[Transition]:
        """Those that may be of two people of whom all is looked at that hangs on the change."""
        reached = self._slices.reached_by([fact, *self._never.moved_by(change)])
        content = self._slices.with_questions_of(reached)
        cast = LooseCast(answerable(content), self.span)
        two = change.make(cast, content)
        cast.prover.know(two.related, *never_so(two.before, two.after, never))
        return [line for line in lines if cast.prover.find(line.formula(two.before, two.after))]

    def _made_of(self, name: str) -> list[str]:
        """The conclusions whose slices say another one; none where only the whole does."""
        if name == "level":
            return [one for one in self._slices.conclusions if one.startswith("ground ")]
        return [name] if name in self._slices.conclusions else []

    def _have_slices(self, line: Transition) -> bool:
        return all(name in self._slices.conclusions for name in line.names)

    def happens(self, change: Change, line: Transition) -> tuple[Two, World, Cast] | None:
        """Return two people of whom a line is true, where a slice of one conclusion has them."""
        for name in line.names:
            hangs_on = self._made_of(name)
            if not any(self._never.may_move(change, part) for part in hangs_on):
                continue
            two, cast = self._never.two(change, hangs_on)
            one = replace(line, names=(name,))
            world = cast.prover.find(two.related, one.formula(two.before, two.after))
            if world is not None:
                return two, world, cast
        return None


def _is_among(line: Transition, never: frozenset[Never]) -> bool:
    """Say whether nothing that a line speaks of ever happens, each by itself."""
    return never.issuperset(product(line.names, line.before, line.after))
