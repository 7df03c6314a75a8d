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
    NoSuchRow,
    SignRow,
    row_named,
    rows,
)
from interview.authoring.review.signing import (
    write_signature,
)

__all__ = [
    "NoSuchRow",
    "RecordedEdition",
    "Review",
    "SignRow",
    "digests_of_file",
    "record",
    "recorded",
    "row_named",
    "rows",
    "write_signature",
]
