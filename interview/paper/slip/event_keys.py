"""The key of an event: a file that the devices of one event share, and nobody else."""

import base64
import binascii
import os
import secrets
from pathlib import Path

_BYTES = 32


class NoEventKey(ValueError):
    """A file that holds no key of an event; the message says what to do."""


def new_event_key(path: Path) -> bytes:
    """Write a new key into a file that nobody else can read, and return it.

    Raises FileExistsError: a key that is in use is never written over.
    """
    key = secrets.token_bytes(_BYTES)
    text = base64.b32encode(key).decode().rstrip("=")
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text + "\n")
    return key


def read_event_key(path: Path) -> bytes:
    """Return the key in a file; raise NoEventKey where it holds none, and OSError."""
    text = "".join(path.read_text(encoding="ascii", errors="replace").split()).upper()
    try:
        key = base64.b32decode(text + "=" * (-len(text) % 8))
    except binascii.Error:
        key = b""
    if len(key) != _BYTES:
        raise NoEventKey(
            f"{path}: there is no key of an event in it. Name a file that does not exist yet, and a"
            " key is made"
        )
    return key
