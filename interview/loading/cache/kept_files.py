"""Files that are made at install so that a start need not read and check everything again.

A file is believed only with the key of what it was made of: every byte read, the code that reads
them, Python's version and pydantic's. It stands beside the product's code, where only those write
who may write the code; one that others may write is not read. It holds plain data, and no code.
"""

import hashlib
import json
import stat
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path, PosixPath
from platform import python_implementation, python_version
from typing import Any

from pydantic import VERSION

from interview.content import PACKAGE
from interview.loading.cache.plain_data import NotPlain, from_plain

KEPT = PACKAGE / "_kept"
# The rooms whose code makes what is kept.
_ROOMS = ("rules", "content", "loading", "languages")


def key_of(files: Iterable[tuple[str, Path]], *more: str) -> str | None:
    """Return the key of what is made of some named files; None where one cannot be read."""
    digest = hashlib.sha256()
    try:
        for part in (_code(), *more):
            _add(digest, part.encode())
        for name, path in files:
            _add(digest, name.encode())
            _add(digest, path.read_bytes())
    except OSError:
        return None
    return digest.hexdigest()


def _add(digest: Any, part: bytes) -> None:
    # With its length, so that no two lists of parts are the same row of bytes.
    digest.update(b"%d:" % len(part))
    digest.update(part)


@lru_cache(maxsize=1)
def _code() -> str:
    """A digest of the code that makes what is kept, and of what it runs on."""
    digest = hashlib.sha256(f"{python_implementation()} {python_version()} {VERSION}".encode())
    for room in _ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            _add(digest, path.relative_to(PACKAGE).as_posix().encode())
            _add(digest, path.read_bytes())
    return digest.hexdigest()


def kept(name: str, key: str | None) -> Any:
    """Return what was kept under a name with a key; None where it cannot be believed."""
    if key is None:
        return None
    try:
        if not _is_ours(KEPT) or not _is_ours(KEPT / name):
            return None
        head, _, body = (KEPT / name).read_bytes().partition(b"\n")
        return from_plain(json.loads(body)) if head == head_of(key, body) else None
    except (OSError, ValueError, RecursionError, NotPlain):
        return None


def head_of(key: str, body: bytes) -> bytes:
    """Return the first line of a file: what it was made of, and what it says."""
    return f"{key} {hashlib.sha256(body).hexdigest()}".encode()


def _is_ours(path: Path) -> bool:
    """Say whether nobody else may write here; the rights of Windows are not told this way."""
    if not isinstance(path, PosixPath):
        return True
    found = path.lstat()
    owners = (0, PACKAGE.stat().st_uid)
    return (
        not stat.S_ISLNK(found.st_mode)
        and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        and found.st_uid in owners
    )
