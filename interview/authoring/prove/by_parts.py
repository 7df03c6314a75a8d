"""Proofs by parts: each line of a claim on no more of the content than it hangs on.

A claim about one person is tried on the answers that it speaks of, whatever the others are. A
claim about two people is proved of one conclusion after another, each on its own slice; what never
happens to any of them is then known where the lane and the level are looked at, which hang on all.
What is not proved so is not refuted: the whole content decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations, product

from interview.authoring.claims import Change, Sentence, Transition, Two
from interview.authoring.crowd import Span, answerable
from interview.authoring.prover import (
    KINDS,
    Cast,
    LooseCast,
    Never,
    Slices,
    World,
    every,
    is_value,
    never_so,
    some,
)
from interview.content import Content
from interview.rules import conditions as c

_SHOWN = ("shown", "not_shown")
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
        two, cast = self._two(change, [])
        return cast.prover.find(two.related) is not None

    def left_over(self, change: Change, lines: Sequence[Transition]) -> tuple[Transition, ...]:
        """Return the lines of which it is not proved that they never happen with a change."""
        never = frozenset(
            one for name in self._slices.conclusions for one in self._never(change, name)
        )
        cast = LooseCast((), self.span)
        content = self._slices.with_questions_of(frozenset())
        before, after = cast.two_unseen(content)
        cast.prover.know(*never_so(before, after, never))
        return tuple(
            line
            for line in lines
            if not _is_among(line, never)
            and (
                self._have_slices(line) or cast.prover.find(line.formula(before, after)) is not None
            )
        )

    def _made_of(self, name: str) -> list[str]:
        """The conclusions whose slices say another one; none where only the whole does."""
        if name == "level":
            return [one for one in self._slices.conclusions if one.startswith("ground ")]
        return [name] if name in self._slices.conclusions else []

    def _have_slices(self, line: Transition) -> bool:
        return all(name in self._slices.conclusions for name in line.names)

    def _never(self, change: Change, name: str) -> Iterator[Never]:
        """What one conclusion never does with a change; of a flag, its condition too."""
        kind, _, one = name.partition(" ")
        values = KINDS.get(kind, _SHOWN)
        asked = (name, f"condition {one}") if kind == "flag" else (name,)
        if not self._may_change(change, name):
            yield from ((each, *pair) for each in asked for pair in permutations(values, 2))
            return
        two, cast = self._two(change, [name])
        before, after = two.before.answers, two.after.answers
        may_be = {
            (each, was, then): every((is_value(before[each], was), is_value(after[each], then)))
            for each in asked
            for was, then in permutations(values, 2)
        }
        cast.prover.know(two.related)
        # Each world shows what happens; where there is none more, the rest never does.
        while world := cast.prover.find_on(cast.prover.switch(some(may_be.values()))):
            may_be = {one: holds for one, holds in may_be.items() if not world.holds(holds)}
        yield from may_be

    def _may_change(self, change: Change, name: str) -> bool:
        """Say whether a conclusion hangs on an answer that changes: of some, any may."""
        fact = getattr(change, "fact", None)
        return fact is None or fact in self._slices.reached_by([name])

    def _two(self, change: Change, names: list[str]) -> tuple[Two, Cast]:
        """The two people on the slice of some conclusions and of what changes."""
        fact = getattr(change, "fact", None)
        content = self._slices.content_of(
            self._slices.reached_by([*names, *([fact] if fact else [])])
        )
        cast = Cast(answerable(content), self.span)
        return change.make(cast, content), cast

    def happens(self, change: Change, line: Transition) -> tuple[Two, World, Cast] | None:
        """Return two people of whom a line is true, where a slice of one conclusion has them."""
        for name in line.names:
            hangs_on = self._made_of(name)
            if not any(self._may_change(change, part) for part in hangs_on):
                continue
            two, cast = self._two(change, hangs_on)
            one = replace(line, names=(name,))
            world = cast.prover.find(two.related, one.formula(two.before, two.after))
            if world is not None:
                return two, world, cast
        return None


def _is_among(line: Transition, never: frozenset[Never]) -> bool:
    """Say whether nothing that a line speaks of ever happens, each by itself."""
    return never.issuperset(product(line.names, line.before, line.after))
