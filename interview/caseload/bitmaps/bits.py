"""Truths of a graph as pairs of bits, one where it is YES and one where it may be.

AND of two truths is `yes & yes, may & may`; OR likewise; NOT swaps and inverts. Where the two bits
are one, as with whatever is YES or NO, the work is done once.
"""

from collections.abc import Hashable, Iterable, Mapping
from functools import reduce
from typing import Any, NamedTuple

from interview.caseload.lowering import Step, TruthGraph

Bit = int
ZERO, ONE = 0, 1


class BitPair(NamedTuple):
    """A truth: the bit of YES, and the bit of what is not NO."""

    yes: Bit
    may: Bit


class BitStep(NamedTuple):
    """One word operation on earlier bits (`and`, `or`, `xor`, `not`), or a look at a column."""

    op: str
    parts: tuple[Bit, ...] = ()
    asks: Hashable = None


class ColumnCodes:
    """How answers stand in columns: a value's number, and a list's values as bits of a number."""

    def __init__(self, values: Mapping[str, tuple[str, ...]], lists: Iterable[str]) -> None:
        self.lists = frozenset(lists)
        self.numbers = {
            fact: {value: n for n, value in enumerate(ids, 1)} for fact, ids in values.items()
        }

    def mask(self, fact: str, values: tuple[str, ...] | None) -> int:
        """Return the bits of some of a list's values, or of all; bit 0 is not sure."""
        numbers = self.numbers[fact]
        return sum(1 << numbers[value] for value in (numbers if values is None else values))

    def codes(self, fact: str, values: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of some values; 0 is not known."""
        return tuple(sorted(self.numbers[fact][value] for value in values))


class BitPlan:
    """The bits of a graph's truths; each distinct operation stands there once."""

    def __init__(self, graph: TruthGraph, codes: ColumnCodes) -> None:
        self.steps: list[BitStep] = [BitStep("zero"), BitStep("one")]
        self._known = {step: bit for bit, step in enumerate(self.steps)}
        self._graph, self._codes = graph, codes
        self._pairs: dict[int, BitPair] = {
            0: BitPair(ZERO, ZERO),
            1: BitPair(ONE, ONE),
            2: BitPair(ZERO, ONE),
        }

    def pair(self, node: int) -> BitPair:
        """Return the bits of a truth."""
        waiting = [node]
        while waiting:
            found = waiting[-1]
            left = [part for part in self._graph.steps[found].parts if part not in self._pairs]
            if left:
                waiting += left
                continue
            waiting.pop()
            if found not in self._pairs:
                self._pairs[found] = self._made(self._graph.steps[found])
        return self._pairs[node]

    def _made(self, step: Step) -> BitPair:
        parts = [self._pairs[part] for part in step.parts]
        match step.op:
            case "all":
                return BitPair(self._join("and", [p.yes for p in parts]),
                            self._join("and", [p.may for p in parts]))  # fmt: skip
            case "any":
                return BitPair(self._join("or", [p.yes for p in parts]),
                            self._join("or", [p.may for p in parts]))  # fmt: skip
            case "not":
                return BitPair(self.inverted(parts[0].may), self.inverted(parts[0].yes))
            case "rule":
                condition, unclear = parts
                yes = self._two("and", condition.yes, self.inverted(unclear.may))
                return BitPair(yes, self._two("or", condition.may, unclear.may))
            case "sure":
                return BitPair(parts[0].yes, parts[0].yes)
            case "may":
                return BitPair(parts[0].may, parts[0].may)
            case "open":
                unknown = self.unknown(parts[0])
                return BitPair(unknown, unknown)
        return self._look(step.op, step.asks)

    def unknown(self, pair: BitPair) -> Bit:
        """Return the bit of UNKNOWN."""
        return self._two("xor", pair.yes, pair.may)

    # ------------------------------------------------------------ what looks at an answer

    def _look(self, op: str, asks: Any) -> BitPair:
        match op:
            case "is":
                fact, values = asks
                yes = self._column("codes", (fact, self._codes.codes(fact, values)))
                return BitPair(yes, self._two("or", yes, self._column("codes", (fact, (0,)))))
            case "includes":
                fact, values = asks
                mask = self._codes.mask(fact, values)
                return BitPair(self._column("mask", (fact, mask)),
                            self._column("mask", (fact, mask | 1)))  # fmt: skip
            case "known":
                return self._known_answer(asks)
            case "early":
                fact, yes_up_to, no_from = asks
                late = self._column("from", (fact, no_from))
                return BitPair(self._column("up to", (fact, yes_up_to)), self.inverted(late))
            case "before":
                ends_first, begins_late = ("ends before", asks), ("begins late", asks)
                return BitPair(self._column(*ends_first), self.inverted(self._column(*begins_late)))
            case "one_day" | "dated":
                bit = self._column(op, asks)
                return BitPair(bit, bit)
        raise TypeError(f"this step is not known here: {op}")

    def _known_answer(self, fact: str) -> BitPair:
        if fact in self._codes.lists:
            unknown = self._column("mask", (fact, 1))
        else:
            unknown = self._column("codes", (fact, (0,)))
        known = self.inverted(unknown)
        return BitPair(known, known)

    def _column(self, op: str, asks: Hashable) -> Bit:
        return self._step(BitStep(op, (), asks))

    # ------------------------------------------------------------ operations

    def inverted(self, bit: Bit) -> Bit:
        """Return the bit of where another one is not set."""
        if bit in (ZERO, ONE):
            return ONE - bit
        step = self.steps[bit]
        return step.parts[0] if step.op == "not" else self._step(BitStep("not", (bit,)))

    def any(self, bits: Iterable[Bit]) -> Bit:
        """Return the bit of where one of several is set."""
        return self._join("or", list(bits))

    def _join(self, op: str, bits: list[Bit]) -> Bit:
        neutral = ONE if op == "and" else ZERO
        return reduce(lambda one, other: self._two(op, one, other), sorted(set(bits)), neutral)

    def _two(self, op: str, one: Bit, other: Bit) -> Bit:
        low, high = sorted((one, other))
        if low == high:
            return ZERO if op == "xor" else low
        if low == ZERO:
            return ZERO if op == "and" else high
        if low == ONE:
            return {"and": high, "or": ONE, "xor": self.inverted(high)}[op]
        return self._step(BitStep(op, (low, high)))

    def _step(self, step: BitStep) -> Bit:
        bit = self._known.get(step)
        if bit is None:
            bit = self._known[step] = len(self.steps)
            self.steps.append(step)
        return bit
