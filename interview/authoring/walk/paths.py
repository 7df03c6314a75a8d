"""How many different paths there are, and how long they get, in questions and in pages."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from interview.authoring.walk.walking import State, Walk


@dataclass(frozen=True)
class Lengths:
    """How long paths are: the shortest, the longest, and the median over classes of people."""

    shortest: int
    typical: int
    longest: int


def count_paths(walk: Walk) -> int:
    """Count the different sequences of questions; two classes of people may share one."""
    groups: Counter[frozenset[State]] = Counter({frozenset(walk.states[0]): 1})
    for n in range(len(walk.layers)):
        following: Counter[frozenset[State]] = Counter()
        for group, number in groups.items():
            for alike in _by_asked(walk, n, group):
                after = frozenset(step.after for state in alike for step in walk.steps(n, state))
                following[after] += number
        groups = following
    return sum(groups.values())


def _by_asked(walk: Walk, n: int, group: frozenset[State]) -> Iterable[list[State]]:
    found: dict[bool, list[State]] = defaultdict(list)
    for state in group:
        found[walk.is_asked(n, state)].append(state)
    return found.values()


def questions_asked(walk: Walk) -> Lengths:
    """Return how many questions people are asked."""
    carried = {state: Counter({0: number}) for state, number in walk.states[0].items()}
    for n in range(len(walk.layers)):
        following: dict[State, Counter[int]] = defaultdict(Counter)
        for state, lengths in carried.items():
            longer = _shifted(lengths, int(walk.is_asked(n, state)))
            for step in walk.steps(n, state):
                following[step.after].update(longer)
        carried = following
    return _lengths(carried.values())


def pages_seen(walk: Walk) -> Lengths:
    """Return how many pages people see; a page is seen when one of its questions is asked."""
    carried = {(state, False): Counter({0: number}) for state, number in walk.states[0].items()}
    for n, layer in enumerate(walk.layers):
        same_page = n + 1 < len(walk.layers) and walk.layers[n + 1].page == layer.page
        following: dict[tuple[State, bool], Counter[int]] = defaultdict(Counter)
        for (state, seen), lengths in carried.items():
            new = walk.is_asked(n, state) and not seen
            longer = _shifted(lengths, int(new))
            for step in walk.steps(n, state):
                following[step.after, same_page and (seen or new)].update(longer)
        carried = following
    return _lengths(carried.values())


def _shifted(lengths: Counter[int], by: int) -> Counter[int]:
    return Counter({length + by: n for length, n in lengths.items()}) if by else lengths


def _lengths(carried: Iterable[Counter[int]]) -> Lengths:
    people: Counter[int] = Counter()
    for lengths in carried:
        people.update(lengths)
    everybody, so_far, typical = sum(people.values()), 0, 0
    for length in sorted(people):
        so_far += people[length]
        # Whole numbers of any size: half of everybody may be too many for a fraction.
        if 2 * so_far >= everybody:
            typical = length
            break
    return Lengths(min(people), typical, max(people))
