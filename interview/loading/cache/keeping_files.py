"""Writes what is kept for every start after an install."""

import errno
import json
from pathlib import Path
from typing import Any

from interview.loading.cache.kept_files import KEPT, head_of
from interview.loading.cache.plain_data import to_plain
from interview.loading.rewriting import write_whole

_FOLDER = 0o755


def keep_for_starts(name: str, key: str | None, value: Any) -> Path:
    """Keep something under a name, whole or not at all, and return the file.

    Raise OSError where the folder cannot be made, ContentError where the file cannot be written.
    """
    if key is None:
        raise FileNotFoundError(errno.ENOENT, "what it is made of cannot be read", name)
    KEPT.mkdir(mode=_FOLDER, exist_ok=True)
    KEPT.chmod(_FOLDER)
    body = json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))
    write_whole(KEPT / name, f"{head_of(key, body.encode()).decode()}\n{body}")
    return KEPT / name
