"""How soon each of many people needs a lawyer, to put those first who cannot wait."""

from interview.content import LANES, URGENCIES
from interview.screening import Result

# By lane, then by the most urgent flag in the order of the content, then by the days until the
# nearest deadline; the smaller, the sooner.
UrgencyRank = tuple[int, int, int]
# Who has no deadline ahead comes behind everybody who has one.
_NO_DEADLINE = 10_000_000


def rank_of(result: Result) -> UrgencyRank:
    """Return how soon a lawyer is needed; a deadline that may have come counts as today."""
    today = result.as_of.toordinal()
    ahead = (max(date.first - today, 0) for _, date in result.deadlines if date.last >= today)
    flags = ((URGENCIES.index(result.urgencies[flag]), flag) for flag in result.raised())
    # Flags come in the order of the content, so of those that are equally urgent the first wins.
    _, first = min(flags, key=lambda one: one[0], default=(0, ""))
    place = list(result.flags).index(first) if first else len(result.flags)
    return LANES.index(result.lane), place, min(ahead, default=_NO_DEADLINE)
