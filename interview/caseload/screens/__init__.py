"""Many people screened at once, batch by batch."""

from interview.caseload.screens.batches import (
    BATCH,
    ColumnScreening,
    content_digest,
    many_people,
)
from interview.caseload.screens.whole_files import screen_file

__all__ = ["BATCH", "ColumnScreening", "content_digest", "many_people", "screen_file"]
