"""One person as a row: a value for each fact, for as_of, for each ground and each program.

A value is an answer, None for not known, SKIPPED for a question that does not apply, NOT_REACHED
for one that nobody has come to yet, or what was concluded: a truth for a ground, a result for a
program. A layout says which stands where.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from interview.rules.conditions import Comparison
from interview.rules.dates import Interval
from interview.rules.memory import Memory
from interview.rules.truth import Truth

SKIPPED = "(skipped)"
NOT_REACHED = "(not reached)"
UNSURE = "unsure"
AS_OF = "as_of"
# What each look-up keeps in mind; keeps memory flat over any number of people.
MOST_REMEMBERED = 2_000
NOTHING: frozenset[str] = frozenset()
T = TypeVar("T")
K = TypeVar("K")

Answer = str | frozenset[str] | Interval | None
Row = list["Answer | Truth"]
Layout = dict[str, int]
Judge = Callable[[Row], Truth]


class Compiled(NamedTuple):
    """A condition as functions of a row.

    `judge`: how it stands. `unknown`: the facts that keep it unknown. `deciding`: the facts that
    made it YES, NO or UNKNOWN, each once, in reading order. `comparisons`: all that it looks at.
    """

    judge: Judge
    unknown: Callable[[Row], frozenset[str]]
    deciding: Callable[[Row], tuple[str, ...]]
    comparisons: tuple[Comparison, ...]


def is_fully_known(answer: object) -> bool:
    """Say whether an answer on the path leaves nothing open; a partial date and [x, unsure] do.

    What is not reached is nothing that somebody left open.
    """
    if isinstance(answer, Interval):
        return answer.is_one_day
    if isinstance(answer, frozenset):
        return UNSURE not in answer
    return answer is not None


def remember(seen: dict[K, T], key: K, found: T) -> T:
    """Keep what was found for a key in mind, and forget the rest when it gets too much."""
    if not Memory.keeps_dates and _names_a_date(key):
        return found
    if len(seen) > MOST_REMEMBERED:
        seen.clear()
    seen[key] = found
    return found


def _names_a_date(key: object) -> bool:
    if key.__class__ is not tuple:
        return isinstance(key, Interval)
    # A loop: this is asked for every condition of every answer.
    for one in key:  # noqa: SIM110
        if one.__class__ is Interval:
            return True
    return False


def looked_up(find: Callable[[Row], T], key_of: Callable[[Row], object]) -> Callable[[Row], T]:
    """Return a function that works out once what some values of a row come to."""
    seen: dict[object, T] = {}

    def look_up(row: Row) -> T:
        key = key_of(row)
        try:
            return seen[key]
        except KeyError:
            return remember(seen, key, find(row))

    return look_up
