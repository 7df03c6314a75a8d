"""A plan of bits written out as straight-line Python, compiled once and run for every batch."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from interview.caseload.bitmaps.bits import ONE, ZERO, Bit, BitStep

_SIGNS = {"and": "&", "or": "|", "xor": "^"}


def needed_bits(steps: Sequence[BitStep], wanted: Iterable[Bit]) -> list[Bit]:
    """Return the bits that some bits are made of, each after those that it needs."""
    done: dict[Bit, None] = {}
    for bit in wanted:
        waiting = [bit]
        while waiting:
            one = waiting[-1]
            left = [part for part in steps[one].parts if part not in done]
            if left and one not in done:
                waiting += reversed(left)
            else:
                done[waiting.pop()] = None
    return list(done)


def by_column(steps: Sequence[BitStep], order: Iterable[Bit]) -> list[Bit]:
    """Return bits in an order in which a column is looked at once for all: it stays warm."""
    order = list(order)
    looks: dict[object, list[Bit]] = {}
    for bit in order:
        if steps[bit].asks is not None:
            looks.setdefault(_column(steps[bit]), []).append(bit)
    done: dict[Bit, None] = {}
    for bit in order:
        together = looks[_column(steps[bit])] if steps[bit].asks is not None else [bit]
        done.update(dict.fromkeys(together))
    return list(done)


def _column(step: BitStep) -> object:
    return step.asks[0] if isinstance(step.asks, tuple) else step.asks


class _Registers:
    """Names of arrays; one that is not needed_bits any more is given out again, still warm."""

    def __init__(self) -> None:
        self._free: list[int] = []
        self._count = 0

    def take(self) -> int:
        if self._free:
            return self._free.pop()
        self._count += 1
        return self._count - 1

    def leave(self, register: int) -> None:
        self._free.append(register)


class Emission:
    """The lines of a function that works out bits: `look(number)` gives those of a column."""

    def __init__(self, steps: Sequence[BitStep], wanted: Sequence[Bit]) -> None:
        self._steps, self._wanted = steps, wanted
        self._order = by_column(steps, needed_bits(steps, wanted))
        self.looks: list[BitStep] = []
        self._last_use = self._last_uses()

    def _last_uses(self) -> dict[Bit, int]:
        last = {part: n for n, bit in enumerate(self._order) for part in self._steps[bit].parts}
        # What is given back in the end is not overwritten.
        return {**last, **dict.fromkeys(self._wanted, len(self._order))}

    def lines(self) -> Iterator[str]:
        """Yield the lines of the function's body."""
        registers, at = _Registers(), dict[Bit, int]()
        for number, bit in enumerate(self._order):
            step = self._steps[bit]
            ending = [part for part in set(step.parts) if self._last_use[part] == number]
            if ending:
                # One that is not needed_bits any more is worked on in place.
                at[bit] = at[ending[0]]
                yield self._in_place(step, at, ending.pop(0))
            else:
                at[bit] = registers.take()
                yield f"r{at[bit]} = {self._made(bit, at)}"
            for part in ending:
                registers.leave(at[part])
        yield f"return [{', '.join(f'r{at[bit]}' for bit in self._wanted)}]"

    def _in_place(self, step: BitStep, at: dict[Bit, int], part: Bit) -> str:
        if step.op == "not":
            return f"invert(r{at[part]}, r{at[part]})"
        [other] = [one for one in step.parts if one != part]
        return f"r{at[part]} {_SIGNS[step.op]}= r{at[other]}"

    def _made(self, bit: Bit, at: dict[Bit, int]) -> str:
        step = self._steps[bit]
        if step.op == "not":
            return f"~r{at[step.parts[0]]}"
        if step.op in _SIGNS:
            one, other = step.parts
            return f"r{at[one]} {_SIGNS[step.op]} r{at[other]}"
        if bit in (ZERO, ONE):
            return f"constant({bit})"
        self.looks.append(step)
        return f"look({len(self.looks) - 1})"


def compiled(
    steps: Sequence[BitStep], wanted: Sequence[Bit], invert: Callable[..., Any]
) -> tuple[Callable[..., list[Any]], list[BitStep]]:
    """Return a function of (look, constant) that gives the wanted bits, and what it looks at."""
    emission = Emission(steps, wanted)
    body = "\n    ".join(emission.lines())
    space: dict[str, Any] = {"invert": invert}
    exec(compile(f"def run(look, constant):\n    {body}\n", "<rules in columns>", "exec"), space)
    run: Callable[..., list[Any]] = space["run"]
    return run, emission.looks
