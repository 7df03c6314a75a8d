"""The files that content is read from, and the key of what they say."""

from pathlib import Path

from interview.content import FOLDERS, SINGLE_FILES
from interview.loading.cache.kept_files import key_of

# What only the checks ask for: nobody waits for it who starts the product.
_FOR_CHECKS = ("guard",)


def content_key(folder: Path) -> str | None:
    """Return the key of what `load` makes of a folder, or None where it lacks a file.

    Each byte that is read counts, and each name of a file that should not be there.
    """
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.y*ml"))
    return key_of(files_of(folder, for_checks=False), *names)


def files_of(folder: Path, for_checks: bool) -> list[tuple[str, Path]]:
    """Return the files of content that a folder must have or has, by the names of their models."""
    single = [(name, folder / f"{name}.yaml") for name in SINGLE_FILES]
    found = [
        (f"{kind}/{path.stem}", path)
        for kind in FOLDERS
        if for_checks or kind not in _FOR_CHECKS
        for path in sorted((folder / kind).glob("*.yaml"))
    ]
    return single + found
