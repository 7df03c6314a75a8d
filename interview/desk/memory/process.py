"""What keeps the memory of this process out of files, as far as the system lets it."""

import contextlib
import importlib


def keep_out_of_dumps() -> None:
    """Let a crash write no copy of memory on the disk, where the system has such a limit."""
    with contextlib.suppress(ModuleNotFoundError):
        resource = importlib.import_module("resource")
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
