"""Every text and rule on one page, for a lawyer to read and sign."""

from interview.authoring.review.editions import (
    RecordedEdition,
    digests_of_file,
    record,
    recorded,
)
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
    "RecordedEdition",
    "Review",
    "SignRow",
    "digests_of_file",
    "record",
    "recorded",
    "rows",
    "write_signature",
]
