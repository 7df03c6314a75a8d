"""How much of a long table a usual run takes; `make audit` takes all of it."""

import os

AUDIT = "NEXT_STEPS_AUDIT" in os.environ


def so_many(usually: int, in_an_audit: int) -> int:
    """Return how many made-up people a test takes."""
    return in_an_audit if AUDIT else usually
