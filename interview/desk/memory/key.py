"""The key of an event: in memory, and beside the database under the coordinator's four words."""

import os
import secrets
import struct
from dataclasses import dataclass
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_FILE = "desk.key"
_BYTES, _SALT_BYTES, _NONCE_BYTES = 32, 16, 12
_HEAD = b"event key 1"


class KeyFileError(Exception):
    """A file that holds no key of an event."""


class KeyIsGone(Exception):
    """A key that was dropped: the day is closed."""


class WrongKeyWords(Exception):
    """Words that do not open the key."""


@dataclass(frozen=True)
class Stretching:
    """What one guess at four words costs: memory in KiB, and rounds."""

    memory_kib: int = 65_536
    rounds: int = 3

    def stretched(self, words: str, salt: bytes) -> bytes:
        """Return a key made of words, slowly."""
        return hash_secret_raw(
            words.encode(), salt, time_cost=self.rounds, memory_cost=self.memory_kib,
            parallelism=1, hash_len=_BYTES, type=Type.ID,
        )  # fmt: skip


class EventKey:
    """32 bytes that open every slip of one day, until they are dropped."""

    def __init__(self, key: bytes) -> None:
        self._key = bytearray(key)

    @classmethod
    def new(cls) -> "EventKey":
        """Return a key by chance."""
        return cls(secrets.token_bytes(_BYTES))

    @classmethod
    def read(cls, folder: Path, event_id: str, words: str) -> "EventKey":
        """Return the key in a folder; raise WrongKeyWords or KeyFileError."""
        written = _written(folder)
        begin = len(_HEAD) + struct.calcsize(">II")
        cost = Stretching(*struct.unpack(">II", written[len(_HEAD) : begin]))
        salt, nonce, wrapped = _cut(written[begin:], _SALT_BYTES, _NONCE_BYTES)
        try:
            key = AESGCM(cost.stretched(words, salt)).decrypt(
                nonce, wrapped, written[:begin] + event_id.encode()
            )
        except InvalidTag:
            raise WrongKeyWords from None
        return cls(key)

    def wrap(self, folder: Path, event_id: str, words: str, cost: Stretching) -> None:
        """Write the key under four words, whole or not at all, for the owner's eyes alone."""
        head = _HEAD + struct.pack(">II", cost.memory_kib, cost.rounds)
        salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
        wrapped = AESGCM(cost.stretched(words, salt)).encrypt(
            nonce, self.bytes, head + event_id.encode()
        )
        fresh = folder / f"{KEY_FILE}.new"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(head + salt + nonce + wrapped)
            file.flush()
            os.fsync(file.fileno())
        scribble_over(folder / KEY_FILE)
        fresh.replace(folder / KEY_FILE)

    @property
    def bytes(self) -> bytes:
        """The key, for whoever seals and opens at this moment; raise KeyIsGone."""
        if not any(self._key):
            raise KeyIsGone
        return bytes(self._key)

    def drop(self) -> None:
        """Write noughts over the key in memory."""
        self._key[:] = bytes(len(self._key))


def scribble_over(path: Path) -> None:
    """Write chance over a file, where there is one; a disk may keep older copies all the same."""
    if path.exists():
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())


def remove_key_file(folder: Path) -> None:
    """Overwrite and remove the file of the key, and one that was not written to its end."""
    for path in (folder / KEY_FILE, folder / f"{KEY_FILE}.new"):
        scribble_over(path)
        path.unlink(missing_ok=True)


def _written(folder: Path) -> bytes:
    """Return what the file of the key holds; a new one counts where the old is not whole."""
    path = folder / KEY_FILE
    for one in (path, folder / f"{KEY_FILE}.new"):
        if one.exists() and (found := one.read_bytes()).startswith(_HEAD):
            return found
    raise KeyFileError(
        f"{path}: the key of the day is not there. Without it no slip of the day opens"
    )


def _cut(written: bytes, *lengths: int) -> tuple[bytes, ...]:
    parts = []
    for length in lengths:
        parts.append(written[:length])
        written = written[length:]
    return (*parts, written)
