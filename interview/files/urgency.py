"""How soon each of many people needs a lawyer, to put those first who cannot wait."""

from interview.content import LANES
from interview.screening import Result

# By lane, then by the days until the nearest deadline; the smaller, the sooner.
Rank = tuple[int, int]
# Who has no deadline ahead comes behind everybody who has one.
_NO_DEADLINE = 10_000_000


def rank_of(result: Result) -> Rank:
    """Return how soon a lawyer is needed; a deadline that may have come counts as today."""
    today = result.as_of.toordinal()
    ahead = (max(date.first - today, 0) for _, date in result.deadlines if date.last >= today)
    return LANES.index(result.lane), min(ahead, default=_NO_DEADLINE)
