"""The review: what a lawyer reads in one minute, what the queue learns, what a person sees."""

from interview.desk.review.blocks import Effects, ReviewBlocks, ReviewLine, ReviewPart
from interview.desk.review.changes import ChangeRow, WhatChanged, changes
from interview.desk.review.own_page import BeforeReview, HowFar, before_review, how_far
from interview.desk.review.queue_facts import QueueFacts, queue_facts
from interview.desk.review.reading import ReviewMaker
from interview.desk.review.what_if import WhatIf

__all__ = [
    "BeforeReview",
    "ChangeRow",
    "Effects",
    "HowFar",
    "QueueFacts",
    "ReviewBlocks",
    "ReviewLine",
    "ReviewMaker",
    "ReviewPart",
    "WhatChanged",
    "WhatIf",
    "before_review",
    "changes",
    "how_far",
    "queue_facts",
]
