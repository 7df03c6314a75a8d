"""How soon each of many people needs a lawyer, to put those first who cannot wait."""

from collections.abc import Mapping

from interview.content import LANES, URGENCIES, Urgency
from interview.screening import Result

# By lane, then by the most urgent flag in the order of the content, then by the days until the
# nearest deadline; the smaller, the sooner.
UrgencyRank = tuple[int, int, int]
# Who has no deadline ahead comes behind everybody who has one.
NO_DEADLINE = 10_000_000


def rank_of(result: Result) -> UrgencyRank:
    """Return how soon a lawyer is needed; a deadline that may have come counts as today."""
    today = result.as_of.toordinal()
    ahead = (max(date.first - today, 0) for _, date in result.deadlines if date.last >= today)
    first = most_urgent_first({flag: result.urgencies[flag] for flag in result.raised()})
    flags = list(result.flags)
    # Where the most urgent flag stands among all; behind them who has none.
    place = flags.index(first[0]) if first else len(flags)
    return LANES.index(result.lane), place, min(ahead, default=NO_DEADLINE)


def most_urgent_first(flags: Mapping[str, Urgency]) -> list[str]:
    """Return flags by their urgency; those that are equally urgent stay in their order."""
    return sorted(flags, key=lambda flag: URGENCIES.index(flags[flag]))
