"""What is told of a day when it is over: rounded numbers, of which none can be worked out."""

from interview.desk.tallies.counts import Counts, count, urgency_of
from interview.desk.tallies.published import (
    Published,
    PublishedLine,
    publish,
    read_tally,
    write_tally,
)

__all__ = [
    "Counts",
    "Published",
    "PublishedLine",
    "count",
    "publish",
    "read_tally",
    "urgency_of",
    "write_tally",
]
