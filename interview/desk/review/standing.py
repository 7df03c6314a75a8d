"""What the queue learns of a result, and nothing else: three words, none of them an answer."""

from dataclasses import dataclass
from typing import Literal

from interview.content import Content
from interview.rules import NO
from interview.screening import Result

Rank = Literal["now", "rest"]
Worth = Literal["soon", "before", "none"]


@dataclass(frozen=True)
class Standing:
    """How a ticket stands in the queue.

    `rank`: who must see a lawyer today, or the rest. `worth`: how urgent the most urgent of the
    other flags is. `court`: it is a court case, or nobody knows that it is none.
    """

    rank: Rank
    worth: Worth
    court: bool


def standing(content: Content, result: Result) -> Standing:
    """Return what the queue takes of a result."""
    raised = {result.urgencies[flag] for flag in result.raised()}
    worth: Worth = "soon" if "soon" in raised else "before" if "before" in raised else "none"
    court = any(result.flags[flag] is not NO for flag in content.desk.review.court)
    return Standing("now" if "now" in raised else "rest", worth, court)
