"""Files that are made at install so that a start need not read and check everything again.

A file is believed only with the key of what it was made of: every byte read, the code that reads
them, Python's version and pydantic's. It stands beside the product's code, where only those write
who may write the code; one that others may write is not read. It holds plain data, and no code.
"""

import errno
import hashlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import VERSION

from interview.content import PACKAGE
from interview.loading.cache.plain_data import NotPlain, from_plain, to_plain

KEPT = PACKAGE / "_kept"
# The rooms whose code makes what is kept.
_ROOMS = ("rules", "content", "loading", "languages")
_FOR_ALL_TO_READ, _FOLDER = 0o644, 0o755


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
    digest = hashlib.sha256(f"{sys.implementation.cache_tag} {sys.version} {VERSION}".encode())
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
        return from_plain(json.loads(body)) if head == _head(key, body) else None
    except (OSError, ValueError, RecursionError, NotPlain):
        return None


def _head(key: str, body: bytes) -> bytes:
    return f"{key} {hashlib.sha256(body).hexdigest()}".encode()


def _is_ours(path: Path) -> bool:
    """Say whether nobody else may write here; the rights of Windows are not told this way."""
    if os.name != "posix":
        return True
    found = path.lstat()
    owners = (0, os.geteuid(), PACKAGE.stat().st_uid)
    return (
        not stat.S_ISLNK(found.st_mode)
        and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        and found.st_uid in owners
    )


def keep(name: str, key: str | None, value: Any) -> Path:
    """Keep something under a name, whole or not at all; return the file. Raise OSError."""
    if key is None:
        raise FileNotFoundError(errno.ENOENT, "what it is made of cannot be read", name)
    KEPT.mkdir(mode=_FOLDER, exist_ok=True)
    KEPT.chmod(_FOLDER)
    body = json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":")).encode()
    handle, beside = tempfile.mkstemp(prefix=".", dir=KEPT)
    try:
        with open(handle, "wb") as file:
            file.write(_head(key, body) + b"\n" + body)
        Path(beside).chmod(_FOR_ALL_TO_READ)
        return Path(beside).replace(KEPT / name)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
