"""What is kept in mind from one person to the next: all that saves time, or nothing with a date.

Where many people are screened, the same dates come again and again. Where people answer for
themselves, a server that has been asked to keep nothing must not remember their days either.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

_LONGEST = 4_096
P = ParamSpec("P")
T = TypeVar("T")
_clear: list[Callable[[], None]] = []


class Memory:
    """Whether dates are kept in mind; one for the whole process."""

    keeps_dates = True


def forget_dates() -> None:
    """Keep no date in mind from now on, and forget those that are."""
    Memory.keeps_dates = False
    for clear in _clear:
        clear()


def kept_in_mind(find: Callable[P, T]) -> Callable[P, T]:
    """Return a function of dates that works each out once, while dates are kept in mind."""
    known = lru_cache(maxsize=_LONGEST)(find)
    _clear.append(known.cache_clear)

    @wraps(find)
    def found(*key: P.args, **names: P.kwargs) -> T:
        # Only such functions are kept: what they are asked for can be looked up.
        return known(*key, **names) if Memory.keeps_dates else find(*key, **names)  # type: ignore[arg-type]

    return found
