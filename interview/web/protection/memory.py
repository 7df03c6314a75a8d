"""What a crash of this process may not leave behind."""

import contextlib

with contextlib.suppress(ImportError):  # not on Windows, which writes no such files by itself
    import resource


def refuse_core_dumps() -> None:
    """Let no crash write the memory of this process, with somebody's answers, to disk."""
    if "resource" in globals():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
