"""Invitations: codes that join one tablet or phone to a ticket, once and soon; in memory alone."""

import secrets
import threading

from interview.desk.rights import DayClock, Refused, seconds_of

# Short enough to type from one screen to another: 40 bits, for some minutes.
_CODE_BYTES = 5


class Invitations:
    """Codes that wait for a device."""

    def __init__(self, clock: DayClock, minutes: int) -> None:
        self._clock, self._seconds = clock, minutes * 60
        self._waiting: dict[str, tuple[int, int]] = {}
        self._guard = threading.Lock()

    def make(self, number: int) -> str:
        """Return a code for a ticket; an earlier one of the same ticket is dead."""
        code, until = secrets.token_hex(_CODE_BYTES), seconds_of(self._clock) + self._seconds
        with self._guard:
            self._drop(number)
            self._waiting[code] = (number, until)
        return code

    def take(self, code: str) -> int:
        """Return the ticket of a code, which is used up; raise Refused."""
        with self._guard:
            number, until = self._waiting.pop("".join(code.split()).lower(), (0, 0))
        if until < seconds_of(self._clock):
            raise Refused("no_card")
        return number

    def forget(self, number: int) -> None:
        """Drop the codes of a ticket."""
        with self._guard:
            self._drop(number)

    def _drop(self, number: int) -> None:
        self._waiting = {code: one for code, one in self._waiting.items() if one[0] != number}
