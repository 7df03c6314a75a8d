"""Every text and rule on one page, for a lawyer to read and sign."""

from interview.authoring.review.page import (
    Review,
)
from interview.authoring.review.signatures import (
    SignRow,
    rows,
)
from interview.authoring.review.signing import (
    write_signature,
)

__all__ = [
    "Review",
    "SignRow",
    "rows",
    "write_signature",
]
