"""The closed condition language of the content files: one line with one verb, or all, any, none.

A tree is what everything reads: the evaluator, the lawyer's sentence, the picture and the
proof. Nothing in it can run code.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from interview.rules import dates


class ConditionError(ValueError):
    """A condition that cannot be read; the message says what is wrong and what to write."""


# ---------------------------------------------------------------- dates in conditions


@dataclass(frozen=True)
class Literal:
    """A date written in the rule."""

    date: dates.Interval
    text: str


@dataclass(frozen=True)
class AsOf:
    """The date for which the screening is run."""


@dataclass(frozen=True)
class DateFact:
    """The answer to a date question."""

    fact: str


@dataclass(frozen=True)
class YearsAfter:
    """An anniversary of a date; `birthday 16` is 16 years after birth_date."""

    years: int
    of: "DateTerm"


@dataclass(frozen=True)
class DaysAfter:
    """A number of days after a date."""

    days: int
    of: "DateTerm"


@dataclass(frozen=True)
class DaysBefore:
    """A number of days before a date."""

    days: int
    of: "DateTerm"


DateTerm = Literal | AsOf | DateFact | YearsAfter | DaysAfter | DaysBefore
MOVED = (YearsAfter, DaysAfter, DaysBefore)


# ---------------------------------------------------------------- comparisons


@dataclass(frozen=True)
class Is:
    """A fact has one of the values."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Includes:
    """A list of choices has one of the values."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class HasAny:
    """A list of choices is not empty."""

    fact: str


@dataclass(frozen=True)
class NotKnown:
    """A fact is on the path and not known, wholly or in part; UNKNOWN only while not reached."""

    fact: str


@dataclass(frozen=True)
class Compare:
    """A date is before, on or after another."""

    left: DateTerm
    verb: str
    right: DateTerm


@dataclass(frozen=True)
class ProgramIs:
    """A program's result is this one; YES or NO only, for a result is always settled."""

    program: str
    result: str


@dataclass(frozen=True)
class FlagRaised:
    """A flag is raised; YES or NO only."""

    flag: str


# ---------------------------------------------------------------- combinations and references


@dataclass(frozen=True)
class All:
    """YES when every part is YES."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True)
class Any_:
    """YES when one part is YES."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True)
class None_:
    """YES when every part is NO; with one part, its negation."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True)
class Named:
    """A condition written once and used by name; `that` is the row's own condition."""

    name: str
    condition: "Condition | None" = None


@dataclass(frozen=True)
class Rule:
    """A condition and, for law that nobody has settled, when it is unclear."""

    condition: "Condition"
    unclear_if: "Condition | None" = None


@dataclass(frozen=True)
class GroundHolds:
    """A priority ground of the list holds."""

    ground: str
    rule: Rule | None = None


@dataclass(frozen=True)
class AnyGround:
    """At least one priority ground holds."""

    grounds: tuple[GroundHolds, ...] = ()


Comparison = Is | Includes | HasAny | NotKnown | Compare | ProgramIs | FlagRaised
Condition = Comparison | All | Any_ | None_ | Named | GroundHolds | AnyGround

GROUPS: dict[str, "type[All | Any_ | None_]"] = {"all": All, "any": Any_, "none": None_}
DATE_VERBS: dict[str, Callable[[dates.Interval, dates.Interval], Any]] = {
    "is on or before": dates.is_on_or_before,
    "is on or after": dates.is_on_or_after,
    "is before": dates.is_before,
    "is after": dates.is_after,
}
THAT = "that"


# ---------------------------------------------------------------- days and dates put in


def within(rule: Rule, first: datetime.date | None, until: datetime.date | None) -> Rule:
    """Return a rule that is NO as of any day before `first`, and as of `until` and later."""
    days = [
        Compare(AsOf(), verb, Literal(dates.day(date), date.isoformat()))
        for verb, date in (("is on or after", first), ("is before", until))
        if date is not None
    ]
    if not days:
        return rule
    condition = All((*days, rule.condition))
    unclear = All((*days, rule.unclear_if)) if rule.unclear_if is not None else None
    return Rule(condition, unclear)


def with_date(condition: Condition, name: str, date: DateTerm) -> Condition:
    """Put a date in where a condition speaks of it by a name."""
    if isinstance(condition, (All, Any_, None_)):
        return replace(condition, parts=tuple(with_date(p, name, date) for p in condition.parts))
    if isinstance(condition, Compare):
        left, right = (
            date if term == DateFact(name) else term for term in (condition.left, condition.right)
        )
        return Compare(left, condition.verb, right)
    return condition


# ---------------------------------------------------------------- what a tree speaks of


def parts(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly inside one, a reference's meaning included."""
    if isinstance(condition, (All, Any_, None_)):
        return condition.parts
    if isinstance(condition, Named):
        return (condition.condition,) if condition.condition else ()
    if isinstance(condition, GroundHolds):
        rule = condition.rule
        return tuple(c for c in (rule.condition, rule.unclear_if) if c) if rule else ()
    if isinstance(condition, AnyGround):
        return condition.grounds
    return ()


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """Yield every comparison of a tree, in reading order."""
    if isinstance(condition, Comparison):
        yield condition
    for part in parts(condition):
        yield from comparisons(part)


def term_facts(term: DateTerm) -> tuple[str, ...]:
    """Return the date facts in a date of a condition."""
    if isinstance(term, DateFact):
        return (term.fact,)
    return term_facts(term.of) if isinstance(term, MOVED) else ()


def comparison_facts(comparison: Comparison) -> tuple[str, ...]:
    """Return the facts that one comparison speaks of."""
    if isinstance(comparison, Compare):
        return term_facts(comparison.left) + term_facts(comparison.right)
    return () if isinstance(comparison, ProgramIs | FlagRaised) else (comparison.fact,)


def facts(condition: Condition) -> tuple[str, ...]:
    """Return the facts that a tree speaks of, each once, in reading order."""
    found = (fact for part in comparisons(condition) for fact in comparison_facts(part))
    return tuple(dict.fromkeys(found))


def flags_named(condition: Condition) -> frozenset[str]:
    """Return the flags that a tree speaks of."""
    return frozenset(p.flag for p in comparisons(condition) if isinstance(p, FlagRaised))


def listed_values(rule: Rule) -> dict[str, frozenset[str]]:
    """Return the values that a rule looks for in each list; none where it looks for any at all."""
    trees = [tree for tree in (rule.condition, rule.unclear_if) if tree]
    found: dict[str, frozenset[str]] = {}
    for part in (part for tree in trees for part in comparisons(tree)):
        if isinstance(part, Includes):
            found[part.fact] = found.get(part.fact, frozenset()) | set(part.values)
    any_at_all = {p.fact for tree in trees for p in comparisons(tree) if isinstance(p, HasAny)}
    return {fact: values for fact, values in found.items() if fact not in any_at_all}
