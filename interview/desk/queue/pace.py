"""How many will not be seen today, as things go.

    unseen = people inside who have not been reviewed
             - floor(reviewers at work * minutes left / minutes of one review), and 0 at least

The minutes of one review are the median of those that ended today, and a guess until enough have.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from interview.content import QueueRule


@dataclass(frozen=True)
class Pace:
    """The pace of a day: minutes of one review, reviewers at work, and who will not be seen."""

    minutes_each: int
    reviewers: int
    unseen: int


def pace(
    rule: QueueRule, inside: int, reviewers: int, minutes_left: int, reviews: Sequence[int]
) -> Pace:
    """Return the pace for so many people who wait for a review; `reviews` are minutes of each."""
    each = rule.minutes_each
    if len(reviews) >= rule.enough_reviews:
        each = max(1, round(statistics.median(reviews)))
    can_be_seen = reviewers * max(0, minutes_left) // each
    return Pace(each, reviewers, max(0, inside - can_be_seen))
