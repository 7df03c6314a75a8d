"""How soon each of many people needs a lawyer, to put those first who cannot wait."""

from collections.abc import Iterable, Mapping, Sequence

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
    place = place_of(result.raised(), result.urgencies, list(result.flags))
    return LANES.index(result.lane), place, min(ahead, default=NO_DEADLINE)


def place_of(raised: Iterable[str], urgencies: Mapping[str, Urgency], flags: Sequence[str]) -> int:
    """Return where the most urgent of the raised flags stands among all; their number for none."""
    # Flags come in the order of the content, so of those that are equally urgent the first wins.
    first = min(raised, key=lambda flag: URGENCIES.index(urgencies[flag]), default="")
    return flags.index(first) if first else len(flags)
