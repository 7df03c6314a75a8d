"""What the queue learns of a result, and nothing else: three words, none of them an answer."""

from dataclasses import dataclass
from typing import Literal

from interview.content import Content, Urgency
from interview.rules import NO
from interview.screening import Result

Rank = Literal["now", "rest"]
Worth = Literal["soon", "before", "none"]


@dataclass(frozen=True)
class QueueFacts:
    """What the queue learns of a ticket.

    `rank`: who must see a lawyer today, or the rest. `worth`: how urgent the most urgent of the
    other flags is. `court`: it is a court case, or nobody knows that it is none.
    """

    rank: Rank
    worth: Worth
    court: bool

    @property
    def urgency(self) -> Urgency | None:
        """The most urgent of all flags, or None: the rank and the worth in one word."""
        if self.rank == "now":
            return "now"
        return None if self.worth == "none" else self.worth


def queue_facts(content: Content, result: Result) -> QueueFacts:
    """Return what the queue takes of a result."""
    raised = {result.urgencies[flag] for flag in result.raised()}
    worth: Worth = "soon" if "soon" in raised else "before" if "before" in raised else "none"
    court = any(result.flags[flag] is not NO for flag in content.desk.review.court)
    return QueueFacts("now" if "now" in raised else "rest", worth, court)
