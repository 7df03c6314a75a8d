"""The sealed visits of those who are here, by the numbers of their tickets."""

import threading

from interview.desk.memory.key import EventKey
from interview.paper import NotASlip, WrongEventKey, open_with_key, seal_with_key
from interview.screening import CODE_BYTES


class NotInMemory(Exception):
    """A ticket whose answers are not in memory: its slip is scanned again."""


class WrongTicket(Exception):
    """A slip of another ticket or of another day, or none at all."""


class SealedVisits:
    """Sealed bytes by ticket, and what sign-offs say; each opens for its number alone."""

    def __init__(self, key: EventKey) -> None:
        self._key, self._guard = key, threading.Lock()
        self._sealed: dict[int, bytes] = {}
        self._rests: dict[int, bytes] = {}

    def put(self, number: int, packed: bytes) -> bytes:
        """Keep a packed visit for a ticket, and return its sealed bytes, for the slip."""
        sealed = seal_with_key(packed, self._key.bytes, _ticket(number))
        with self._guard:
            self._sealed[number] = sealed
        return sealed

    def bring(self, number: int, sealed: bytes) -> bytes:
        """Keep what a slip carries, and return the packed visit; raise WrongTicket.

        What is there already stays: it is the same, or newer.
        """
        packed = self._open(number, sealed)
        with self._guard:
            self._sealed.setdefault(number, sealed)
        return packed

    def packed(self, number: int) -> bytes:
        """Return the packed visit of a ticket; raise NotInMemory."""
        return self._open(number, self.sealed(number))

    def sealed(self, number: int) -> bytes:
        """Return the sealed visit of a ticket, for its slip; raise NotInMemory."""
        with self._guard:
            found = self._sealed.get(number)
        if found is None:
            raise NotInMemory
        return found

    def has(self, number: int) -> bool:
        """Say whether the answers of a ticket are here."""
        return number in self._sealed

    def put_rest(self, number: int, rest: bytes) -> None:
        """Keep what a sign-off says beside its outcome."""
        # A seal takes a code in front of what it seals; this one is of no edition.
        sealed = seal_with_key(bytes(CODE_BYTES) + rest, self._key.bytes, _rest(number))
        with self._guard:
            self._rests[number] = sealed

    def rest(self, number: int) -> bytes | None:
        """Return what a sign-off said, or None where it is not here any more."""
        with self._guard:
            found = self._rests.get(number)
        if found is None:
            return None
        return open_with_key(found, self._key.bytes, _rest(number))[CODE_BYTES:]

    def forget(self, number: int) -> None:
        """Drop all that is here of a ticket."""
        with self._guard:
            self._sealed.pop(number, None)
            self._rests.pop(number, None)

    def forget_all(self) -> None:
        """Drop all that is here."""
        with self._guard:
            self._sealed.clear()
            self._rests.clear()

    def _open(self, number: int, sealed: bytes) -> bytes:
        try:
            return open_with_key(sealed, self._key.bytes, _ticket(number))
        except (NotASlip, WrongEventKey):
            raise WrongTicket from None


def _ticket(number: int) -> bytes:
    return b"ticket %d" % number


def _rest(number: int) -> bytes:
    return b"rest of ticket %d" % number
