"""What single conclusions never do with a change, each proved on no more than it hangs on.

Those that hang on the same answers are judged together, on the slice of all of them: what a slice
holds besides takes nothing from a proof. A conclusion that hangs on no answer that changes stays as
it is, unasked.
"""

from collections.abc import Iterable, Iterator
from itertools import permutations, product

from interview.authoring.claims import Change, Two
from interview.authoring.crowd import Span, answerable
from interview.authoring.prover import (
    KINDS,
    Cast,
    Formula,
    Never,
    Slices,
    every,
    is_value,
    some,
)
from interview.content import Content

_SHOWN = ("shown", "not_shown")


class NeverChanges:
    """What never changes in one content, by the slices of its conclusions."""

    def __init__(self, slices: Slices, span: Span) -> None:
        self._slices, self._span = slices, span
        self._casts: dict[frozenset[str], tuple[Cast, Content]] = {}

    def of(self, change: Change) -> frozenset[Never]:
        """Return all that is proved never to happen to one conclusion by itself."""
        moved = self.moved_by(change)
        others = [name for name in self._slices.conclusions if name not in moved]
        stays = (one for name in others for one in _ways(name, stays_too=False))
        proved = (one for group in self._groups(moved) for one in self._proved(change, group))
        return frozenset((*stays, *proved))

    def moved_by(self, change: Change) -> list[str]:
        """Return the conclusions that hang on an answer that changes."""
        return [name for name in self._slices.conclusions if self.may_move(change, name)]

    def may_move(self, change: Change, name: str) -> bool:
        """Say whether a conclusion hangs on an answer that changes: of some changes, any may."""
        fact = changed_fact(change)
        return fact is None or fact in self._slices.reached_by([name])

    def two(self, change: Change, names: Iterable[str]) -> tuple[Two, Cast]:
        """Return the two people on the slice of some conclusions and of what changes."""
        fact = changed_fact(change)
        reached = self._slices.reached_by([*names, *([] if fact is None else [fact])])
        # Many changes of one answer share few slices; kept for a change of any, all slices at once
        # fill the memory.
        found = self._casts.get(reached) if fact else None
        if found is None:
            content = self._slices.content_of(reached)
            found = Cast(answerable(content), self._span), content
            if fact:
                self._casts[reached] = found
        cast, content = found
        return change.make(cast, content), cast

    def _groups(self, names: list[str]) -> list[list[str]]:
        """Put together those that hang on the same facts, so that one slice does for all."""
        groups: dict[frozenset[str], list[str]] = {}
        for name in names:
            facts = self._slices.reached_by([name]) & self._slices.facts
            groups.setdefault(facts, []).append(name)
        return list(groups.values())

    def _proved(self, change: Change, group: list[str]) -> Iterator[Never]:
        two, cast = self.two(change, group)
        stays_too = changed_fact(change) is not None
        may_be = {one: _so(two, one) for name in group for one in _ways(name, stays_too=stays_too)}
        with cast.prover.supposing(two.related):
            # Each world shows what happens; where there is none more, the rest never does.
            while world := cast.prover.find_on(cast.prover.switch(some(may_be.values()))):
                may_be = {one: holds for one, holds in may_be.items() if not world.holds(holds)}
        yield from may_be


def changed_fact(change: Change) -> str | None:
    """Return the one fact of which the answer changes; None where any may."""
    return getattr(change, "fact", None)


def _ways(name: str, *, stays_too: bool) -> Iterator[Never]:
    """Every way in which a conclusion may change, or stay: of a flag, its condition too."""
    kind, _, one = name.partition(" ")
    values = KINDS.get(kind, _SHOWN)
    pairs = product(values, repeat=2) if stays_too else permutations(values, 2)
    asked = (name, f"condition {one}") if kind == "flag" else (name,)
    return ((each, was, then) for was, then in pairs for each in asked)


def _so(two: Two, never: Never) -> Formula:
    name, was, then = never
    return every((is_value(two.before.answers[name], was), is_value(two.after.answers[name], then)))
