"""How many classes of people end in each lane, exactly.

The lane hangs on nearly every rule. What remains of it is joined from the remainders of its parts,
each from the first question that touches it: so few people differ, and they can be counted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from interview.authoring.walk.outcomes import LaneFormulas
from interview.authoring.walk.remainders import TRUE
from interview.authoring.walk.walking import Remainder, State, Walk


def tally_lanes(walk: Walk, lane: LaneFormulas) -> dict[str, int]:
    """Count the classes of people that end in each lane."""
    red, calm = _by_start(walk, lane.red), _by_start(walk, lane.calm)
    either, both = walk.formulas.either, walk.formulas.both
    start: Remainder = (either(red[-1]), both(calm[-1]))
    carried = Counter({(State((), ()), start): 1})
    for n in range(len(walk.layers)):
        if red[n] or calm[n]:
            joined: Counter[tuple[State, Remainder]] = Counter()
            for (state, (danger, peace)), number in carried.items():
                left: Remainder = (either((danger, *red[n])), both((peace, *calm[n])))
                joined[state, left] += number
            carried = joined
        carried = walk.carry(n, carried)
    found = dict.fromkeys(("red", "yellow", "blue"), 0)
    for (_, (danger, peace)), number in carried.items():
        name = "red" if danger == TRUE else "blue" if peace == TRUE else "yellow"
        found[name] += number
    return found


def _by_start(walk: Walk, parts: Iterable[int]) -> dict[int, list[int]]:
    """Group the parts of a formula by the question that touches them first; -1 for none."""
    found: dict[int, list[int]] = defaultdict(list)
    for part in map(walk.settled, parts):
        span = walk.span(part)
        found[span[0] if span else -1].append(part)
    return found
