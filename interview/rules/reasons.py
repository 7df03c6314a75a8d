"""Which answers decided a rule: the shortest honest "because you said"."""

from interview.rules import conditions as c
from interview.rules.compiling import Judge, Person, Places, compile_condition
from interview.rules.truth import NO, UNKNOWN, YES, Truth


class Reasons:
    """Finds the answers behind a rule's truth; conditions are compiled once and kept."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._judges: dict[c.Condition, Judge] = {}

    def judge(self, condition: c.Condition, person: Person) -> Truth:
        """Judge any resolved condition of the content for a person."""
        if condition not in self._judges:
            self._judges[condition] = compile_condition(condition, self._places).judge
        return self._judges[condition](person)

    def deciding(self, rule: c.Rule, person: Person) -> tuple[str, ...]:
        """Return the facts that made the rule YES, NO or UNKNOWN, each once, in reading order."""
        found = self._deciding(rule.condition, person)
        if rule.unclear_if is not None and self.judge(rule.unclear_if, person) is not NO:
            found += self._deciding(rule.unclear_if, person)
        return tuple(dict.fromkeys(found))

    def _deciding(self, condition: c.Condition, person: Person) -> list[str]:
        if isinstance(condition, c.GroundHolds) and condition.rule is not None:
            return list(self.deciding(condition.rule, person))
        parts = c.parts(condition)
        if not parts:
            return [fact for part in c.comparisons(condition) for fact in c.comparison_facts(part)]
        truth = self.judge(condition, person)
        decisive = _decisive(condition, truth)
        deciding = [p for p in parts if decisive is None or self.judge(p, person) is decisive]
        return [fact for part in deciding for fact in self._deciding(part, person)]


def _decisive(condition: c.Condition, truth: Truth) -> Truth | None:
    """Return the truth of the parts that settle a group, or None where all parts do."""
    if truth is UNKNOWN:
        return UNKNOWN
    if isinstance(condition, c.All):
        return NO if truth is NO else None
    if isinstance(condition, c.None_):
        return YES if truth is NO else None
    return YES if truth is YES else None
