"""Seals what a browser keeps for us: encrypted, all of one size, opened for some hours."""

import base64
import binascii
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from interview.web.visit.keys import HourKeys

_VERSION = b"2"
_HOUR, _NONCE, _TAG, _LENGTH = 4, 12, 16, 2
HALF_BYTES = 16


class Broken(ValueError):
    """A token that none of our keys made for this half, or that is too old to be opened."""


class Sealer:
    """Seals and opens for one purpose; what another purpose sealed is broken here.

    `size`: the bytes that everything is filled up to, so that no length tells anything.
    The other half of each key stays in the browser: who erases it has erased what was sealed.
    """

    def __init__(self, keys: HourKeys, purpose: str, size: int) -> None:
        self._keys = keys
        self._purpose = purpose.encode()
        self.size = size

    def seal(self, plain: bytes, half: bytes, now: int) -> str:
        """Return a token; `now` is the hour. Raise ValueError for what does not fit."""
        if len(plain) > self.size:
            raise ValueError("does not fit")
        filled = len(plain).to_bytes(_LENGTH, "big") + plain.ljust(self.size, b"\0")
        hour, nonce = now.to_bytes(_HOUR, "big"), secrets.token_bytes(_NONCE)
        cipher = _cipher(self._keys.of(now, now)[0], half)
        sealed = cipher.encrypt(nonce, filled, self._bound_to(hour))
        return write_bytes(hour + nonce + sealed)

    def open(self, token: str, half: bytes, now: int) -> bytes:
        """Return what was sealed; raise Broken. What is too old is not even decrypted."""
        if len(token) != self.token_length:
            raise Broken("another length")
        raw = read_bytes(token)
        hour, nonce, sealed = raw[:_HOUR], raw[_HOUR : _HOUR + _NONCE], raw[_HOUR + _NONCE :]
        for key in self._keys.of(int.from_bytes(hour, "big"), now):
            try:
                filled = _cipher(key, half).decrypt(nonce, sealed, self._bound_to(hour))
            except InvalidTag:
                continue
            return filled[_LENGTH : _LENGTH + int.from_bytes(filled[:_LENGTH], "big")]
        raise Broken("not ours, or too old")

    @property
    def token_length(self) -> int:
        """Return how long every token is."""
        return len(write_bytes(bytes(_HOUR + _NONCE + _LENGTH + self.size + _TAG)))

    def junk(self) -> str:
        """Return what looks like a token and opens with no key."""
        return write_bytes(secrets.token_bytes(_HOUR + _NONCE + _LENGTH + self.size + _TAG))

    def _bound_to(self, hour: bytes) -> bytes:
        return _VERSION + self._purpose + hour


def new_half() -> str:
    """Return the half of a key that stays in the browser."""
    return write_bytes(secrets.token_bytes(HALF_BYTES))


def read_bytes(text: str) -> bytes:
    """Read bytes that were written for a cookie or a form; raise Broken."""
    try:
        return base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (UnicodeEncodeError, binascii.Error, ValueError) as error:
        raise Broken("no letters of ours") from error


def write_bytes(raw: bytes) -> str:
    """Write bytes with letters that may stand in a cookie, a form or an address."""
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def _cipher(hour_key: bytes, half: bytes) -> AESGCM:
    return AESGCM(hmac.digest(hour_key, b"visit" + half, "sha256"))
