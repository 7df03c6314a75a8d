"""Everything that is wrong with a questions folder, at once."""

from interview.authoring.check import (
    content_check,
    manifest,
    packed_edition,
)

__all__ = [
    "content_check",
    "manifest",
    "packed_edition",
]
