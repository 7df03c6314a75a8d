"""A key for each hour: from a chain that forgets, or from a secret that lasts."""

import hmac
import secrets
import threading
from collections.abc import Sequence
from typing import Protocol

_DIGEST = "sha256"
# Clocks of two machines may differ a little where an hour ends.
_HOURS_AHEAD = 1


class HourKeys(Protocol):
    """Keeps the keys of the last hours."""

    def of(self, hour: int, now: int) -> list[bytes]:
        """Return the keys of an hour, the one that seals first; none where it is too old."""
        ...


class ForgettingKeys:
    """Random at the start; each hour's key makes the next one, and none leads back.

    `kept`: how many hours before this one can still be opened.
    """

    def __init__(self, hour: int, kept: int) -> None:
        self._oldest, self._key = hour, secrets.token_bytes(32)
        self._kept = kept
        self._lock = threading.Lock()

    def of(self, hour: int, now: int) -> list[bytes]:
        """Return the key of an hour; older ones than may be opened are gone for good."""
        with self._lock:
            while self._oldest < now - self._kept:
                self._key, self._oldest = _next(self._key), self._oldest + 1
            if not self._oldest <= hour <= now:
                return []
            key = self._key
            for _ in range(hour - self._oldest):
                key = _next(key)
            return [key]


class LastingKeys:
    """Made from secrets that outlive this process: they open again after a restart.

    What is too old is not opened, but whoever has the secret could.
    """

    def __init__(self, lasting: Sequence[str], kept: int) -> None:
        self._roots = [derived_key(secret, "hours") for secret in lasting]
        self._kept = kept

    def of(self, hour: int, now: int) -> list[bytes]:
        """Return the keys of an hour, one of each secret."""
        if not now - self._kept <= hour <= now + _HOURS_AHEAD:
            return []
        return [hmac.digest(root, hour.to_bytes(4, "big"), _DIGEST) for root in self._roots]


def derived_key(secret: str, purpose: str) -> bytes:
    """Return a secret's own key for one purpose: what one key makes, no other one takes."""
    return hmac.digest(secret.encode(), f"next-steps {purpose}".encode(), _DIGEST)


def _next(key: bytes) -> bytes:
    return hmac.digest(key, b"next hour", _DIGEST)
