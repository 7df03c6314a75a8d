"""The interview as an outline or a picture."""

from interview.authoring.map import (
    picture,
)
from interview.authoring.map.in_outline import (
    outline,
)

__all__ = [
    "outline",
    "picture",
]
