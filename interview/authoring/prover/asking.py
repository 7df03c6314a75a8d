"""Questions to the solver: whether something can hold beside what is known, and how."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from interview.authoring.prover.solver import Formula, Solver, World, fresh_formula, implied


class Prover:
    """Answers whether something can hold, beside what is known to hold always."""

    def __init__(self, known: Iterable[Formula]) -> None:
        self._solver = Solver()
        self._solver.add(*known)
        self._exactly = fresh_formula("exactly")
        self._rounds: tuple[tuple[Formula, ...], ...] = ((), (self._exactly,))

    def know(self, *formulas: Formula) -> None:
        """Add what holds always."""
        self._solver.add(*formulas)

    def know_exactly(self, *formulas: Formula) -> None:
        """Add what holds always and is hard: it is looked at only where the rest allows a world."""
        self._solver.add(*(implied(self._exactly, formula) for formula in formulas))

    def expect_worlds(self) -> None:
        """Look at everything at once: faster where most of what is asked is possible."""
        self._rounds = ((self._exactly,),)

    @contextmanager
    def expecting_worlds(self) -> Iterator[None]:
        """Look at everything at once until the end of the block."""
        before, self._rounds = self._rounds, ((self._exactly,),)
        try:
            yield
        finally:
            self._rounds = before

    @contextmanager
    def supposing(self, *formulas: Formula) -> Iterator[None]:
        """Suppose that this holds, and what becomes known meanwhile, until the end of the block."""
        with self._solver.for_a_while():
            self._solver.add(*formulas)
            yield

    def find(self, *wanted: Formula) -> World | None:
        """Return a world in which all of this holds, or None: then it is proved impossible."""
        with self.supposing(*wanted):
            return self.find_on()

    def switch(self, formula: Formula) -> Formula:
        """Return a switch that makes a formula hold where `find_on` is asked with it."""
        switch = fresh_formula("switch")
        self._solver.add(implied(switch, formula))
        return switch

    def find_near(self, wishes: Iterable[Formula]) -> World | None:
        """Return a world in which most wishes hold, or None: not even without them is there one.

        Wishes stand for choices that the prover need not make. Those that stand in the way are
        given up, some at a time, until there is a world; whether there is one hangs on none.
        """
        kept = [self.switch(wish) for wish in wishes]
        with self.expecting_worlds():
            while (world := self.find_on(*kept)) is None:
                in_the_way = self._solver.in_the_way()
                left = [one for one in kept if not any(one.eq(other) for other in in_the_way)]
                if len(left) == len(kept):
                    return None
                kept = left
        return world

    def find_on(self, *switches: Formula) -> World | None:
        """Return a world with all these switches on, or None: then it is proved impossible.

        What is learned serves the next question, so that many small ones are answered fast.
        """
        for more in self._rounds:
            if not self._solver.allows(*switches, *more):
                return None
        return self._solver.world()
