"""A text that is not as a language must have it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Gap:
    """A text that a language lacks, has in a stale form, or no longer needs."""

    kind: Literal["missing", "stale", "unused"]
    english: str
    places: tuple[str, ...]
