"""The command line: one module a command, and the only click."""

from interview.cli.main import main

__all__ = ["main"]
