"""The only door to z3: formulas that hold or not, whole numbers, and what can hold at once.

All else in authoring is built from these words. Without z3, an extra, importing them is refused.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NewType, Protocol, cast

import z3  # type: ignore[import-untyped]


class Formula(Protocol):
    """Something that holds or not, for the prover to choose or to find out."""

    def eq(self, other: "Formula") -> bool:
        """Say whether two formulas are written alike."""
        ...


Number = NewType("Number", object)

TRUE: Formula = z3.BoolVal(True)
FALSE: Formula = z3.BoolVal(False)
# z3 keeps each formula once, so that these two are told by where they are kept.
_TRUE_IS_AT, _FALSE_IS_AT = (constant.as_ast().value for constant in (TRUE, FALSE))  # type: ignore[attr-defined]


def _is_true(part: Formula) -> bool:
    return bool(part.as_ast().value == _TRUE_IS_AT)  # type: ignore[attr-defined]


def _is_false(part: Formula) -> bool:
    return bool(part.as_ast().value == _FALSE_IS_AT)  # type: ignore[attr-defined]


# ---------------------------------------------------------------- formulas


def open_formula(name: str) -> Formula:
    """Return a formula of which the prover may choose whether it holds."""
    return cast(Formula, z3.Bool(name))


def negation(part: Formula) -> Formula:
    """Hold where this one does not."""
    if _is_true(part):
        return FALSE
    return TRUE if _is_false(part) else cast(Formula, z3.Not(part))


def every(parts: Iterable[Formula]) -> Formula:
    """Hold where all the parts hold."""
    left = [part for part in parts if not _is_true(part)]
    if any(_is_false(part) for part in left):
        return FALSE
    return _joined(z3.Z3_mk_and, left, TRUE)


def some(parts: Iterable[Formula]) -> Formula:
    """Hold where one of the parts holds."""
    left = [part for part in parts if not _is_false(part)]
    if any(_is_true(part) for part in left):
        return TRUE
    return _joined(z3.Z3_mk_or, left, FALSE)


def _joined(make: Callable[..., object], parts: list[Formula], of_none: Formula) -> Formula:
    """Not z3.And and z3.Or: they ask of each part what it is, longer than all the rest takes."""
    if len(parts) < 2:
        return parts[0] if parts else of_none
    written = (z3.Ast * len(parts))(*(part.as_ast() for part in parts))  # type: ignore[attr-defined]
    return cast(Formula, z3.BoolRef(make(z3.main_ctx().ref(), len(parts), written)))


def implied(premise: Formula, conclusion: Formula) -> Formula:
    """Return a formula that fails only where the premise holds and the conclusion does not."""
    return some((negation(premise), conclusion))


def same(one: Formula, other: Formula) -> Formula:
    """Hold where both hold or neither does."""
    if one.eq(other):
        return TRUE
    for constant, rest in ((one, other), (other, one)):
        if _is_true(constant):
            return rest
        if _is_false(constant):
            return negation(rest)
    return cast(Formula, one == other)


def differs(one: Formula, other: Formula) -> Formula:
    """Hold where one of the two holds and the other does not."""
    return negation(same(one, other))


def at_most(count: int, parts: Sequence[Formula]) -> Formula:
    """Hold where no more than `count` of the parts hold."""
    if count >= len(parts):
        return TRUE
    return cast(Formula, z3.PbLe([(part, 1) for part in parts], count))


def one_of(name: str, values: Sequence[str]) -> tuple[dict[str, Formula], Formula, Formula]:
    """Return when an open choice is each value, when it is any of them, and what limits it."""
    code = z3.BitVec(name, max(len(values).bit_length(), 1))
    chosen = {value: code == number for number, value in enumerate(values, start=1)}
    return chosen, cast(Formula, code != 0), cast(Formula, z3.ULE(code, len(values)))


def fresh_formula(name: str) -> Formula:
    """Return an open formula that is like no other, whatever its name."""
    return cast(Formula, z3.FreshBool(name))


# ---------------------------------------------------------------- numbers


def open_number(name: str, bits: int) -> Number:
    """Return a whole number from 0 on, of so many bits, that the prover may choose."""
    return Number(z3.BitVec(name, bits))


def number(value: int, bits: int) -> Number:
    """Return a fixed whole number, of so many bits."""
    return Number(z3.BitVecVal(value, bits))


def widened(part: Number, bits: int) -> Number:
    """Return the same number with more bits."""
    return Number(z3.ZeroExt(bits - part.size(), part))  # type: ignore[attr-defined]


def joined(*parts: Number) -> Number:
    """Return one number that is ordered by the first part, then by the next."""
    return Number(z3.Concat(*parts))


def plus(*parts: Number) -> Number:
    """Return the sum of numbers of the same width; it must fit."""
    return Number(z3.Sum(parts))


def minus(one: Number, other: Number) -> Number:
    """Return one less the other; it must not fall below zero."""
    return Number(one - other)  # type: ignore[operator]


def times(factor: int, part: Number) -> Number:
    """Return a fixed multiple of a number; it must fit."""
    return Number(factor * part)  # type: ignore[operator]


def quarter(part: Number) -> Number:
    """Return a number divided by 4, without the rest."""
    return Number(z3.LShR(part, 2))


def is_multiple_of_4(part: Number) -> Formula:
    """Hold where 4 divides a number."""
    return cast(Formula, z3.Extract(1, 0, part) == 0)


def by_case(cases: Iterable[tuple[Formula, Number]], otherwise: Number) -> Number:
    """Return the number of the first case that holds."""
    result = otherwise
    for holds, value in reversed(list(cases)):
        result = Number(z3.If(holds, value, result))
    return result


def is_number(part: Number, value: int) -> Formula:
    """Hold where a number has this value."""
    return cast(Formula, part == z3.BitVecVal(value, part.size()))  # type: ignore[attr-defined]


def equal(one: Number, other: Number) -> Formula:
    """Hold where two numbers are equal."""
    return cast(Formula, one == other)


def below(one: Number, other: "Number | int") -> Formula:
    """Hold where one number is less than the other."""
    return cast(Formula, z3.ULT(one, other))


def at_or_below(one: Number, other: "Number | int") -> Formula:
    """Hold where one number is not more than the other."""
    return cast(Formula, z3.ULE(one, other))


def at_least(one: Number, value: int) -> Formula:
    """Hold where a number is this value or more."""
    return cast(Formula, z3.UGE(one, value))


# ---------------------------------------------------------------- questions


class World:
    """One way in which everything asked for holds at once."""

    def __init__(self, model: object) -> None:
        self._model = model

    def holds(self, formula: Formula) -> bool:
        """Say whether a formula holds in this world."""
        return bool(_is_true(self._model.eval(formula, model_completion=True)))  # type: ignore[attr-defined]

    def value(self, part: Number) -> int:
        """Return a number's value in this world."""
        found = self._model.eval(part, model_completion=True)  # type: ignore[attr-defined]
        return int(found.as_long())


class Solver:
    """What holds always, and whether something can hold beside it."""

    def __init__(self) -> None:
        # Every number has a fixed width, so that the solver for finite domains decides it all.
        self._solver = z3.SolverFor("QF_FD")

    def add(self, *formulas: Formula) -> None:
        """Add what holds always."""
        self._solver.add(*formulas)

    @contextmanager
    def for_a_while(self) -> Iterator[None]:
        """Forget at the end of the block what was added in it."""
        self._solver.push()
        try:
            yield
        finally:
            self._solver.pop()

    def allows(self, *switches: Formula) -> bool:
        """Say whether all these can hold at once; raise RuntimeError if that stays open."""
        answer = self._solver.check(*switches)
        if answer == z3.unknown:
            raise RuntimeError(f"the prover gave up: {self._solver.reason_unknown()}")
        return bool(answer == z3.sat)

    def world(self) -> World:
        """Return how they hold, after they were allowed."""
        return World(self._solver.model())

    def in_the_way(self) -> list[Formula]:
        """Return some of them that cannot hold at once, after they were not allowed."""
        return list(self._solver.unsat_core())
