"""Packed visits under a seal: one length for everybody, and nobody reads them without the key.

A slip is: one byte for the way of sealing, the edition's code, salt or nonce, what is sealed, and
the mark that tells whether anything was changed.
"""

import secrets
import threading
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from interview.paper.printing import Busy
from interview.screening import CODE_BYTES

_BY_WORDS, _BY_KEY = b"\x01", b"\x02"
_KEY_BYTES, _NONCE_BYTES, _SALT_BYTES, _MARK_BYTES = 32, 12, 16, 16
# Each guess at four words costs 64 MiB and about a sixth of a second on one core.
_MEMORY_KIB, _ROUNDS = 65_536, 3
# One at a time: many at once would take the memory of a small machine, and guesses cost time.
_STRETCHING, _MOST_SECONDS = threading.Lock(), 3
# A key and a nonce of their own for each salt.
KeyOf = Callable[[bytes], bytes]


class NotASlip(ValueError):
    """Bytes that are no slip; the message says what to do."""


class WrongWords(ValueError):
    """Words that do not open a slip."""


class WrongEventKey(ValueError):
    """A key that does not open a slip."""


def seal_with_words(packed: bytes, words: str) -> bytes:
    """Return a packed visit that only these words open; `words` are as WordList.normal has them."""
    return _sealed(_BY_WORDS, packed, lambda salt: _stretched(words, salt))


def open_with_words(sealed: bytes, words: str) -> bytes:
    """Return the packed visit in a slip; raise WrongWords or NotASlip."""
    try:
        return _opened(_BY_WORDS, sealed, lambda salt: _stretched(words, salt))
    except InvalidTag:
        raise WrongWords("these words do not open this slip. Look at each of them") from None


def seal_with_key(packed: bytes, event_key: bytes, bound_to: bytes = b"") -> bytes:
    """Return a packed visit that every device with an event's key opens.

    `bound_to`: what it belongs to, such as a ticket; without the same, it does not open.
    """
    return _sealed(_BY_KEY, packed, lambda salt: _of_event(event_key, salt), bound_to)


def open_with_key(sealed: bytes, event_key: bytes, bound_to: bytes = b"") -> bytes:
    """Return the packed visit in a slip of an event; raise WrongEventKey or NotASlip."""
    try:
        return _opened(_BY_KEY, sealed, lambda salt: _of_event(event_key, salt), bound_to)
    except InvalidTag:
        raise WrongEventKey("this slip is of another event, or some of it was changed") from None


def is_sealed(found: bytes) -> bool:
    """Say whether bytes begin as a slip does, sealed in one way or the other."""
    return found[:1] in (_BY_WORDS, _BY_KEY)


def needs_words(sealed: bytes) -> bool:
    """Say whether words open a slip, and not an event's key; raise NotASlip."""
    if not is_sealed(sealed):
        raise _no_slip()
    return sealed[:1] == _BY_WORDS


def _sealed(way: bytes, packed: bytes, key_of: KeyOf, bound_to: bytes = b"") -> bytes:
    salt = secrets.token_bytes(_SALT_BYTES)
    head, (key, nonce) = way + packed[:CODE_BYTES] + salt, _cut(key_of(salt))
    return head + AESGCM(key).encrypt(nonce, packed[CODE_BYTES:], head + bound_to)


def _opened(way: bytes, sealed: bytes, key_of: KeyOf, bound_to: bytes = b"") -> bytes:
    """Raise InvalidTag where the key does not fit, or something was changed."""
    code_end = len(way) + CODE_BYTES
    head = sealed[: code_end + _SALT_BYTES]
    if sealed[:1] != way or len(sealed) <= len(head) + _MARK_BYTES:
        raise _no_slip()
    key, nonce = _cut(key_of(head[code_end:]))
    return head[len(way) : code_end] + AESGCM(key).decrypt(
        nonce, sealed[len(head) :], head + bound_to
    )


def _no_slip() -> NotASlip:
    return NotASlip("this is no slip of this kind. Copy all of it, or use the other way to open it")


def _cut(key_and_nonce: bytes) -> tuple[bytes, bytes]:
    return key_and_nonce[:_KEY_BYTES], key_and_nonce[_KEY_BYTES:]


def _stretched(words: str, salt: bytes) -> bytes:
    """A key and a nonce of their own for each salt, slow to make from words."""
    if not _STRETCHING.acquire(timeout=_MOST_SECONDS):
        raise Busy("too many slips are opened at once. Try again in a moment")
    try:
        return Argon2id(
            salt=salt,
            length=_KEY_BYTES + _NONCE_BYTES,
            iterations=_ROUNDS,
            lanes=1,
            memory_cost=_MEMORY_KIB,
        ).derive(words.encode())
    finally:
        _STRETCHING.release()


def _of_event(event_key: bytes, salt: bytes) -> bytes:
    return HKDF(
        algorithm=SHA256(), length=_KEY_BYTES + _NONCE_BYTES, salt=salt, info=b"slip of an event"
    ).derive(event_key)
