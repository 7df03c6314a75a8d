"""Seals what a browser keeps for us: encrypted, of a length that tells little, for a time."""

import base64
import zlib
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PADDED_TO = 256
LONGEST_TOKEN = 4_000
LONGEST_PLAIN = 20_000
# Clocks of two machines may differ a little.
_LEEWAY_SECONDS = 60


class Broken(ValueError):
    """A token that none of our keys made, or that was changed on the way."""


class Expired(ValueError):
    """A token of ours that is too old; `plain` is what was in it."""

    def __init__(self, plain: bytes) -> None:
        self.plain = plain
        super().__init__("too old")


class Sealer:
    """Seals and opens for one purpose; what another purpose sealed is broken here."""

    def __init__(self, secrets: Sequence[str], purpose: str, seconds: int) -> None:
        self._keys = MultiFernet([Fernet(derived_key(secret, purpose)) for secret in secrets])
        self._seconds = seconds

    def seal(self, plain: bytes, now: int) -> str:
        """Return a token; `now` is in seconds since 1970 (UTC)."""
        return self._keys.encrypt_at_time(_padded(plain), now).decode("ascii")

    def open(self, token: str, now: int) -> bytes:
        """Return what was sealed; raise Broken or Expired."""
        if len(token) > LONGEST_TOKEN:
            raise Broken("too long")
        try:
            padded = self._keys.decrypt(token)
            sealed_at = self._keys.extract_timestamp(token)
        except (InvalidToken, ValueError) as error:
            raise Broken("not ours") from error
        plain = _unpadded(padded)
        if not -_LEEWAY_SECONDS <= now - sealed_at <= self._seconds:
            raise Expired(plain)
        return plain

    def seconds_left(self, token: str, now: int) -> int:
        """Return how long a token that was opened stays good, from the time written in it."""
        version_and_time = base64.urlsafe_b64decode(token[:12])
        return self._seconds - (now - int.from_bytes(version_and_time[1:], "big"))


def derived_key(secret: str, purpose: str) -> bytes:
    """Return a secret's own key for one purpose: what one key makes, no other one takes."""
    derive = HKDF(SHA256(), length=32, salt=None, info=f"next-steps {purpose}".encode())
    return base64.urlsafe_b64encode(derive.derive(secret.encode()))


def _padded(plain: bytes) -> bytes:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(plain) + deflate.flush()
    framed = len(packed).to_bytes(2, "big") + packed
    return framed + bytes(-len(framed) % PADDED_TO)


def _unpadded(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:2], "big")
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return inflate.decompress(padded[2 : 2 + length], LONGEST_PLAIN)
    except zlib.error as error:
        raise Broken("cannot be unpacked") from error
