"""YES, NO and UNKNOWN, combined by the strong Kleene rules: unknown is never no."""

import enum
from collections.abc import Iterable


class Truth(enum.Enum):
    """What can be said of a condition; it has no boolean value: unknown must not pass for no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    # Truths are looked up by the million; their identity is their hash.
    __hash__ = object.__hash__

    def __bool__(self) -> bool:
        raise TypeError("a truth may be unknown: compare it with YES, NO or UNKNOWN")


YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN

_OPPOSITE = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}


def negate(truth: Truth) -> Truth:
    """Return NO for YES, YES for NO, and UNKNOWN for UNKNOWN."""
    return _OPPOSITE[truth]


def all_of(truths: Iterable[Truth]) -> Truth:
    """Return NO when one is NO, else UNKNOWN when one is UNKNOWN, else YES."""
    result = YES
    for truth in truths:
        if truth is NO:
            return NO
        if truth is UNKNOWN:
            result = UNKNOWN
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """Return YES when one is YES, else UNKNOWN when one is UNKNOWN, else NO."""
    result = NO
    for truth in truths:
        if truth is YES:
            return YES
        if truth is UNKNOWN:
            result = UNKNOWN
    return result


def from_bool(holds: bool) -> Truth:
    """Return YES for True and NO for False."""
    return YES if holds else NO
