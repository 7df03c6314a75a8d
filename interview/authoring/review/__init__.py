"""Every text and rule on one page, for a lawyer to read and sign."""

from interview.authoring.review.page import (
    Review,
)

__all__ = [
    "Review",
]
