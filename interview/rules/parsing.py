"""Reads a condition: one line with one verb, or a mapping with one of all, any, none."""

import re
from collections.abc import Callable

from interview.rules import dates
from interview.rules.conditions import (
    DATE_VERBS,
    GROUPS,
    AnyGround,
    AsOf,
    Compare,
    Condition,
    ConditionError,
    DateFact,
    DateTerm,
    DaysAfter,
    DaysBefore,
    FlagRaised,
    GroundHolds,
    HasAny,
    Includes,
    Is,
    Literal,
    Named,
    None_,
    NotKnown,
    ProgramIs,
    YearsAfter,
)

VERBS = (
    "is, is not, is one of, is not one of, includes, includes any of, has any, is not known, "
    "is raised, " + ", ".join(DATE_VERBS)
)


def parse_condition(written: object) -> Condition:
    """Read one line, or a mapping with one of all, any, none; raise ConditionError."""
    if isinstance(written, str):
        return _parse_line(" ".join(written.split()))
    if isinstance(written, dict) and len(written) == 1:
        [(word, parts)] = written.items()
        if word in GROUPS and isinstance(parts, list) and parts:
            return GROUPS[word](tuple(parse_condition(part) for part in parts))
    raise ConditionError(
        "a condition is one line, or one of all:, any:, none: with a list of conditions under it"
    )


def _parse_line(line: str) -> Condition:
    for verb in DATE_VERBS:
        left, found, right = line.partition(f" {verb} ")
        if found:
            return Compare(parse_date(left), verb, parse_date(right))
    for pattern, build in _LINES:
        if match := re.fullmatch(pattern, line):
            return build(*match.groups())
    raise ConditionError(f'cannot read "{line}". The verbs are: {VERBS}')


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


def parse_date(written: object) -> DateTerm:
    """Read a date of the condition language; raise ConditionError."""
    if not isinstance(written, str):
        raise ConditionError("write a date, such as 1 year after last_entry_date")
    text = " ".join(written.split())
    if text == "as_of":
        return AsOf()
    if match := re.fullmatch(r"birthday (\d+)", text):
        return YearsAfter(int(match[1]), DateFact("birth_date"))
    if match := re.fullmatch(r"(\d+) (years?|days?) (after|before) (.+)", text):
        kind = _MOVES.get((match[2].rstrip("s"), match[3]))
        if kind is not None:
            return kind(int(match[1]), parse_date(match[4]))
    if re.fullmatch(r"[a-z]\w*", text):
        return DateFact(text)
    try:
        return Literal(dates.parse(text), text)
    except dates.NoSuchDate as error:
        raise ConditionError(
            f"{error}. A date is 2007-06-15, as_of, a date question, birthday 16, "
            "2 years after a date, 150 days after a date or 120 days before a date"
        ) from None


_MOVES: dict[tuple[str, str], Callable[[int, DateTerm], DateTerm]] = {
    ("year", "after"): YearsAfter,
    ("day", "after"): DaysAfter,
    ("day", "before"): DaysBefore,
}
_LINES: list[tuple[str, Callable[..., Condition]]] = [
    (r"(\w+) is not known", NotKnown),
    (r"program (\w+) is not (\w+)", lambda p, r: None_((ProgramIs(p, r),))),
    (r"program (\w+) is (\w+)", ProgramIs),
    (r"flag (\w+) is not raised", lambda f: None_((FlagRaised(f),))),
    (r"flag (\w+) is raised", FlagRaised),
    (r"(\w+) is not one of (.+)", lambda f, v: None_((Is(f, _list(v)),))),
    (r"(\w+) is one of (.+)", lambda f, v: Is(f, _list(v))),
    (r"(\w+) is not (\w+)", lambda f, v: None_((Is(f, (v,)),))),
    (r"(\w+) is (\w+)", lambda f, v: Is(f, (v,))),
    (r"(\w+) includes any of (.+)", lambda f, v: Includes(f, _list(v))),
    (r"(\w+) includes (\w+)", lambda f, v: Includes(f, (v,))),
    (r"(\w+) has any", HasAny),
    (r"any ground", AnyGround),
    (r"ground (\w+)", GroundHolds),
    (r"(\w+)", Named),
]

# A date of a condition, as parse_date reads it.
_DATE = (
    r"([0-9]+ ((years?|days?) after|days? before) )*"
    r"(as_of|birthday [0-9]+|[a-z]\w*|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)"
)


def line_pattern() -> str:
    """Return the regular expression of the lines that can be read, as JSON Schema writes one."""
    compared = f"{_DATE} ({'|'.join(DATE_VERBS)}) {_DATE}"
    lines = "|".join((compared, *(pattern for pattern, _ in _LINES)))
    return _anchored(lines)


def date_pattern() -> str:
    """Return the regular expression of a date that can be read, as JSON Schema writes one."""
    return _anchored(_DATE)


def _anchored(pattern: str) -> str:
    return rf"^\s*({pattern})\s*$".replace(" ", r"\s+")
