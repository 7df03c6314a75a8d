"""SignsOfLife of life at the questions: how far somebody is, and a raised hand. In memory alone."""

import datetime
import threading
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class SignOfLife:
    """The part reached of so many, when, and whether a hand is up."""

    part: int = 0
    of: int = 0
    seen: datetime.datetime | None = None
    hand: bool = False


class SignsOfLife:
    """The last sign of each ticket."""

    def __init__(self) -> None:
        self._signs: dict[int, SignOfLife] = {}
        self._guard = threading.Lock()

    def of(self, number: int) -> SignOfLife:
        """Return the last sign of a ticket."""
        return self._signs.get(number, SignOfLife())

    def progress(self, number: int, part: int, of: int, now: datetime.datetime) -> None:
        """Note how far somebody is."""
        with self._guard:
            self._signs[number] = replace(self.of(number), part=part, of=of, seen=now)

    def raise_hand(self, number: int, up: bool) -> None:
        """Note that somebody asks for a helper, or has one."""
        with self._guard:
            self._signs[number] = replace(self.of(number), hand=up)

    def forget(self, number: int) -> None:
        """Drop the sign of a ticket."""
        with self._guard:
            self._signs.pop(number, None)
