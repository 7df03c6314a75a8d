"""The smallest person for each transition, as the prover finds them; needs z3."""

from collections.abc import Callable, Iterable

from interview.authoring.diff import TwoScreenings, Wanted
from interview.authoring.prover import Edition, in_words
from interview.caseload.compare import ABSENT, Rules, Turn

# The prover's lists, by the kinds of conclusions that are items of one.
_LISTS = {
    "option": "options", "memo": "memos", "note": "notes", "step": "steps", "letter": "letter",
    "positive": "positive", "adverse": "adverse",
}  # fmt: skip
_SHOWN = {"yes": "shown", "no": "not_shown"}


def smallest_people(
    before: Rules, after: Rules, wanted: Iterable[Turn], tell: Callable[[Turn], None]
) -> dict[Turn, list[str]]:
    """Return in words the person with the fewest answers for each transition, if there is one.

    Raise Disagreement where prover and evaluator differ. `tell` hears which one is looked for.
    """
    sides = [(Edition(rules.content), rules.as_of) for rules in (before, after)]
    screenings = TwoScreenings(sides)
    found: dict[Turn, list[str]] = {}
    for transition in wanted:
        tell(transition)
        person = screenings.smallest(_wanted(transition))
        if person is not None:
            lines = [line.strip() for line in in_words(person, sides[-1][0])]
            found[transition] = lines[1:]
    return found


def _wanted(transition: Turn) -> Wanted:
    what, was, now = transition
    was, now = ("no" if state == ABSENT else state for state in (was, now))
    kind, _, name = what.partition(" ")
    if kind in _LISTS:
        return Wanted(_LISTS[kind], was, now, name)
    if kind == "escalation":
        return Wanted(kind, _SHOWN[was], _SHOWN[now])
    return Wanted(what, was, now)
