"""The command line: one module a command, and the only click."""

import gc

# Nothing that is loaded is ever garbage: nobody looks for any until all is there.
gc.disable()

from interview.cli.main import main  # noqa: E402

gc.freeze()
gc.enable()

__all__ = ["main"]
