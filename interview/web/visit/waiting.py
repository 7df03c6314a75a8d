"""What waits in this process's memory, sealed, until the browser that may open it asks for it.

The key is made of what only that browser has: a cookie that only it sends, and the half that a
script can erase. Here stands a digest of the first, which opens nothing.
"""

import hashlib
import hmac
import secrets
import threading
import zlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from interview.web.visit.clock import Clock

_NONCE = 12
# So many wait at once, and for so long: a helper reads and prints.
MOST_WAITING, WAITING_SECONDS = 24, 900


class TooManyWait(RuntimeError):
    """There is no room for one more: some must be fetched or forgotten first."""


class Waiting:
    """Keeps a few sealed things for some minutes; `seconds` is how long."""

    def __init__(self, clock: Clock, seconds: int = WAITING_SECONDS) -> None:
        self.seconds = seconds
        self._clock, self._lock = clock, threading.Lock()
        self._kept: dict[bytes, tuple[int, bytes]] = {}

    def put(self, plain: bytes, half: str) -> str:
        """Keep something; return the token that opens it with this half. Raise TooManyWait."""
        token, nonce = secrets.token_urlsafe(32), secrets.token_bytes(_NONCE)
        sealed = nonce + _cipher(token, half).encrypt(nonce, zlib.compress(plain), None)
        with self._lock:
            self._forget_old()
            if len(self._kept) >= MOST_WAITING:
                raise TooManyWait
            self._kept[_name(token)] = (self._clock.seconds() + self.seconds, sealed)
        return token

    def get(self, token: str, half: str) -> bytes | None:
        """Return what waits under a token; None where nothing does any more."""
        with self._lock:
            self._forget_old()
            _, sealed = self._kept.get(_name(token), (0, b""))
        try:
            packed = _cipher(token, half).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
        except (InvalidTag, ValueError):
            return None
        return zlib.decompress(packed)

    def seconds_left(self, token: str) -> int:
        """Return how long something waits still; 0 where nothing does."""
        until, _ = self._kept.get(_name(token), (0, b""))
        return max(0, until - self._clock.seconds())

    def drop(self, token: str) -> None:
        """Forget what waits under a token."""
        with self._lock:
            self._kept.pop(_name(token), None)

    def _forget_old(self) -> None:
        now = self._clock.seconds()
        for name in [name for name, (until, _) in self._kept.items() if until <= now]:
            del self._kept[name]


def _name(token: str) -> bytes:
    return hashlib.sha256(b"name" + token.encode()).digest()


def _cipher(token: str, half: str) -> AESGCM:
    return AESGCM(hmac.digest(token.encode(), b"waiting" + half.encode(), "sha256"))
