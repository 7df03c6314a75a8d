"""Small mistakes planted in the content, and who notices them."""

from interview.authoring.mutate.mutation import (
    REFUSED,
    SAME,
    SURVIVED,
    Equal,
    fates,
)

__all__ = [
    "REFUSED",
    "SAME",
    "SURVIVED",
    "Equal",
    "fates",
]
