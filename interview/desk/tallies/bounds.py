"""Whether rounded numbers, put together, give one of them away: what an attacker would work out.

All languages make up the people, all outcomes those who were seen; who was seen was ready before,
and so has an urgency.
"""

from collections.abc import Mapping, Sequence

NumberRange = tuple[int, int]
Bounds = dict[str, list[NumberRange]]
_SUMS = (("languages", "people"), ("outcomes", "seen"))


def is_given_away(told: Mapping[str, Sequence[NumberRange]]) -> bool:
    """Say whether one of the numbers that is not told exactly can be only one number."""
    bounds: Bounds = {name: list(each) for name, each in told.items()}
    before: Bounds = {}
    # Numbers that cannot be are no day; the bounds of one would part for ever.
    while bounds != before and all(low <= high for each in bounds.values() for low, high in each):
        before = {name: list(each) for name, each in bounds.items()}
        for parts, whole in _SUMS:
            _narrow(bounds, parts, whole, most_only=False)
        _narrow(bounds, "urgencies", "people", most_only=True)
        _narrow_seen(bounds)
    # None that is told as nought, and nothing else, is known anyway.
    return any(
        least >= most
        for name, each in bounds.items()
        for (least, most), (_, told_most) in zip(each, told[name], strict=True)
        if told_most
    )


def _narrow(bounds: Bounds, parts: str, whole: str, most_only: bool) -> None:
    """Parts make up a whole, or, with `most_only`, no more than that."""
    each = bounds[parts]
    leasts, mosts = sum(low for low, _ in each), sum(high for _, high in each)
    least, most = bounds[whole][0]
    for number, (low, high) in enumerate(each):
        highest = min(high, most - (leasts - low))
        lowest = low if most_only else max(low, least - (mosts - high))
        each[number] = (lowest, highest)
    bounds[whole][0] = (max(least, leasts), most if most_only else min(most, mosts))


def _narrow_seen(bounds: Bounds) -> None:
    """Who was seen, was ready, and came."""
    ready = sum(high for _, high in bounds["urgencies"])
    seen_least, seen_most = bounds["seen"][0]
    people_least, people_most = bounds["people"][0]
    bounds["seen"][0] = (seen_least, min(seen_most, people_most, ready))
    bounds["people"][0] = (max(people_least, seen_least), people_most)
    each = bounds["urgencies"]
    for number, (low, high) in enumerate(each):
        bounds["urgencies"][number] = (max(low, seen_least - (ready - high)), high)
