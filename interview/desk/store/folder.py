"""The folder of a day: for its owner alone, on this machine alone; and where memory may land."""

import os
from collections.abc import Collection
from pathlib import Path

from interview.desk.store.store import StoreError

# What a folder may let others do: nothing.
_OTHERS = 0o077


def own_folder(folder: Path, sync_folders: Collection[str]) -> Path:
    """Make or check the folder of a day, and return its full path; raise StoreError."""
    full = folder.expanduser().resolve()
    for part in full.parts:
        copied = next((name for name in sync_folders if name in part.casefold()), None)
        if copied:
            raise StoreError(
                f"{full}: this lies in a folder that is copied to other computers ({part}). Choose"
                " one that stays on this machine"
            )
    full.mkdir(mode=0o700, parents=True, exist_ok=True)
    _refuse_others(full)
    return full


def _refuse_others(folder: Path) -> None:
    if os.name == "posix" and folder.stat().st_mode & _OTHERS:
        raise StoreError(
            f"{folder}: other accounts of this machine can look into it. Close it to them: chmod"
            f" 700 {folder}"
        )


def swap_in_the_clear(system: Path = Path("/")) -> tuple[str, ...]:
    """Return the places where Linux may write memory on a disk that is not encrypted.

    Elsewhere nothing can be told, and nothing is returned.
    """
    listed = system / "proc/swaps"
    if not listed.exists():
        return ()
    places = [
        line.split()[0] for line in listed.read_text("utf-8").splitlines()[1:] if line.split()
    ]
    return tuple(place for place in places if not _is_shut(place, system))


def _is_shut(place: str, system: Path) -> bool:
    """Say whether a place of swap is encrypted, or in memory itself."""
    name = Path(os.path.realpath(system / place.lstrip("/"))).name
    if name.startswith("zram"):
        return True
    kind = system / "sys/block" / name / "dm/uuid"
    return kind.exists() and kind.read_text("utf-8").startswith("CRYPT-")
