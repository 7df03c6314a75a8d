"""The command of a screening day, and its parts."""

from interview.cli.event.group import PARTS, run_event

__all__ = ["PARTS", "run_event"]
