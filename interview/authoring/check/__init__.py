"""Everything that is wrong with a questions folder, at once."""

from interview.authoring.check import (
    content_check,
    manifest,
)

__all__ = [
    "content_check",
    "manifest",
]
