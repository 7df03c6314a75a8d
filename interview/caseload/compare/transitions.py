"""What changes for whom between two screenings of the same people, counted on bits."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from interview.caseload.bitmaps import BitWords, Found, unpacked
from interview.caseload.lowering import CHOICES, Lowered, Node

ABSENT = "(not there)"
# Kinds of conclusions that are compared, in the order of a report, and the names of their truths.
_TRUTHS = ("yes", "no", "unknown")
_RESULTS = ("matches", "does_not_match", "may_match")
COMPARED = (
    "program", "ground", "flag", "criterion", "option", "memo", "note", "escalation", "step",
    "letter", "positive", "adverse",
)  # fmt: skip


class Turn(NamedTuple):
    """One way in which results change: a conclusion, what it was, and what it is."""

    what: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.what}: {self.before} > {self.after}"


StateBits = dict[str, BitWords]


class Conclusions:
    """The conclusions of one screening that are compared: each by the states that it may have."""

    def __init__(self, lowered: Lowered) -> None:
        self.truths = {
            name: node
            for kind in COMPARED
            for name, node in lowered.truths.items()
            if name.startswith(f"{kind} ")
        }
        self.choices = {name: lowered.choices[name] for name in CHOICES}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all, in the order of a report."""
        return (*self.choices, *self.truths)

    def nodes(self) -> list[Node]:
        """Return the steps of the graph that all hang on."""
        chosen = (node for values in self.choices.values() for node in values.values())
        return [*self.truths.values(), *chosen]

    def states(self, name: str, found: Found, people: BitWords) -> StateBits:
        """Return who is in which state of a conclusion; everybody in one that is not there."""
        if name in self.choices:
            return _of_choice(self.choices[name], found, people)
        if name not in self.truths:
            return {ABSENT: people}
        node = self.truths[name]
        yes, may = found.yes(node), found.may(node)
        names = _RESULTS if name.startswith("program ") else _TRUTHS
        return dict(zip(names, (yes & people, ~may & people, (yes ^ may) & people), strict=True))


def _of_choice(values: Mapping[str, Node], found: Found, people: BitWords) -> StateBits:
    states = {value: found.yes(node) & people for value, node in values.items()}
    left = people
    for words in states.values():
        left = left & ~words
    return {**states, "none": states.get("none", np.zeros_like(left)) | left}


class Changes(NamedTuple):
    """What changed for one batch of people: who is in which transition, as bits."""

    people: int
    by_transition: dict[Turn, BitWords]

    def counted(self) -> Counter[Turn]:
        """Return how many people each transition meets."""
        return Counter({one: _count(words) for one, words in self.by_transition.items()})

    def changed(self) -> npt.NDArray[np.bool_]:
        """Return for each of the people whether anything changed."""
        found = np.zeros(self.people, np.bool_)
        for words in self.by_transition.values():
            found |= unpacked(words, self.people).view(np.bool_)
        return found

    def listed(self) -> Any:
        """Return the transitions of each of the people who changed, as an Arrow list of texts."""
        order = list(self.by_transition)
        rows = [np.flatnonzero(unpacked(self.by_transition[one], self.people)) for one in order]
        if not rows:
            return pa.array([], pa.list_(pa.string()))
        owners = np.concatenate(rows)
        numbers = np.repeat(np.arange(len(order)), [len(one) for one in rows])
        by_owner = np.lexsort((numbers, owners))
        counts = np.bincount(owners, minlength=self.people)
        offsets = np.concatenate(([0], np.cumsum(counts[counts > 0]))).astype(np.int32)
        texts = pa.array(list(map(str, order)), pa.string())
        return pa.ListArray.from_arrays(pa.array(offsets), texts.take(pa.array(numbers[by_owner])))


def _count(words: BitWords) -> int:
    return int(np.bitwise_count(words).sum())


def _transitions(name: str, before: StateBits, after: StateBits) -> Iterator[tuple[Turn, BitWords]]:
    for was, had in before.items():
        for now, has in after.items():
            # What is not there is as good as a no: nobody is told of it.
            if was != now and {was, now} not in _SAME:
                words = had & has
                if words.any():
                    yield Turn(name, was, now), words


_SAME = tuple({ABSENT, word} for word in ("no", "does_not_match"))


def changes_between(
    sides: Sequence[tuple[Conclusions, Found]], people: int, is_somebody: BitWords
) -> Changes:
    """Return what changed for a batch of people from one screening to another."""
    (before, was), (after, now) = sides
    found: dict[Turn, BitWords] = {}
    for name in dict.fromkeys((*before.names, *after.names)):
        states = before.states(name, was, is_somebody), after.states(name, now, is_somebody)
        found.update(_transitions(name, *states))
    return Changes(people, found)
