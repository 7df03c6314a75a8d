"""Steps of a graph as SQL: its AND, OR and NOT have the same three values, and NULL is UNKNOWN."""

import datetime
from collections.abc import Mapping
from typing import Any

from interview.caseload.lowering import FIRST_DAY, LAST_DAY, Moved, Step
from interview.caseload.sql.dialects import Dialect
from interview.rules import UNSURE

# What stands around each value of a list, so that a value is found whole.
MARK = ";"
_FIRST, _LAST = "_first", "_last"
# Days as numbers: a year is 10,000; from February 29 to March 1 it is 72.
_YEAR, _FEBRUARY_29, _TO_MARCH = 10_000, 229, 72
_CENTURY_OF_LEAP_YEARS = (4, 100, 400)


class NotInSQL(ValueError):
    """A rule that cannot be written as SQL; the message says which."""


def sql_text(value: str) -> str:
    """Return a text as SQL writes it."""
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def day_number(ordinal: int) -> int:
    """Return a day as a number such as 20150615; what is outside the calendar stays outside."""
    if ordinal < FIRST_DAY:
        return 0
    if ordinal > LAST_DAY:
        return 99_999_999
    return int(datetime.date.fromordinal(ordinal).strftime("%Y%m%d").zfill(8))


class Expressions:
    """Writes each step; the steps that it is made of are given as SQL already."""

    def __init__(self, dialect: Dialect, lists: frozenset[str]) -> None:
        self._dialect, self._lists = dialect, lists

    def of(self, step: Step, parts: list[str]) -> str:
        """Return a step as an expression."""
        match step.op:
            case "no" | "yes" | "unknown":
                return {"no": "FALSE", "yes": "TRUE", "unknown": "CAST(NULL AS BOOLEAN)"}[step.op]
            case "all" | "any":
                return f"({(' AND ' if step.op == 'all' else ' OR ').join(parts)})"
            case "not":
                return f"(NOT {parts[0]})"
            case "rule":
                return f"(CASE WHEN {parts[1]} IS FALSE THEN {parts[0]} END)"
            case "sure":
                return f"({parts[0]} IS TRUE)"
            case "may":
                return f"({parts[0]} IS NOT FALSE)"
            case "open":
                return f"({parts[0]} IS NULL)"
        return self._look(step.op, step.asks)

    def _look(self, op: str, asks: Any) -> str:
        match op:
            case "is":
                fact, values = asks
                return f"({self.name(fact)} IN ({', '.join(map(sql_text, values))}))"
            case "includes":
                fact, values = asks
                has = self._has_any(fact) if values is None else self._has(fact, values)
                return f"(CASE WHEN {has} THEN TRUE WHEN {self._is_known(fact)} THEN FALSE END)"
            case "known":
                return self._is_known(asks)
            case "early":
                fact, yes_up_to, no_from = asks
                return (
                    f"(CASE WHEN {self.name(fact + _LAST)} <= {day_number(yes_up_to)} THEN TRUE "
                    f"WHEN {self.name(fact + _FIRST)} >= {day_number(no_from)} THEN FALSE END)"
                )
            case "before":
                return self._before(*asks)
            case "one_day":
                first, last = self.name(asks + _FIRST), self.name(asks + _LAST)
                return f"({first} IS NOT NULL AND {first} = {last})"
            case "dated":
                return f"({self.name(asks + _FIRST)} IS NOT NULL)"
        raise NotInSQL(f"this step is not known here: {op}")

    def name(self, column: str) -> str:
        """Return a column's name as an identifier."""
        return self._dialect.quoted(column)

    # ------------------------------------------------------------ lists

    def _is_known(self, fact: str) -> str:
        name = self.name(fact)
        if fact not in self._lists:
            return f"({name} IS NOT NULL)"
        return f"({name} IS NOT NULL AND {_without(name, UNSURE)} = {name})"

    def _has(self, fact: str, values: tuple[str, ...]) -> str:
        name = self.name(fact)
        return f"({' OR '.join(f'{_without(name, value)} <> {name}' for value in values)})"

    def _has_any(self, fact: str) -> str:
        return f"({_without(self.name(fact), UNSURE)} <> {sql_text(MARK)})"

    # ------------------------------------------------------------ dates

    def _before(self, left: Moved, right: Moved) -> str:
        ends, begins = self._moved(left, _LAST), self._moved(right, _FIRST)
        starts, stops = self._moved(left, _FIRST), self._moved(right, _LAST)
        return f"(CASE WHEN {ends} < {begins} THEN TRUE WHEN {starts} >= {stops} THEN FALSE END)"

    def _moved(self, date: Moved, end: str) -> str:
        found = self.name(date.fact + end)
        for years, days in date.moves:
            if days:
                raise NotInSQL(
                    f"{days} days after {date.fact} held against another answer: warehouses "
                    "count days each in their own way. Leave it to columns"
                )
            found = _anniversary(found, years)
        return found


def _without(name: str, value: str) -> str:
    return f"replace({name}, {sql_text(MARK + value + MARK)}, {sql_text(MARK)})"


def _anniversary(day: str, years: int) -> str:
    """The same day so many years later; of February 29, March 1 in common years."""
    moved = f"({day} + {years * _YEAR})"
    year = f"({moved} - {moved} % {_YEAR})"
    four, hundred, four_hundred = (f"{year} % {n * _YEAR}" for n in _CENTURY_OF_LEAP_YEARS)
    is_common = f"({four} <> 0 OR ({hundred} = 0 AND {four_hundred} <> 0))"
    is_leap_day = f"({day} % {_YEAR} = {_FEBRUARY_29})"
    return f"({moved} + CASE WHEN {is_leap_day} AND {is_common} THEN {_TO_MARCH} ELSE 0 END)"


def coded_columns(
    expressions: Expressions, dialect: Dialect, types: Mapping[str, str]
) -> list[str]:
    """Return the columns of people as the rules read them, by the type of each question."""
    found = []
    for fact, kind in types.items():
        name = dialect.quoted(fact)
        if kind == "date":
            ends = (fact + _FIRST, fact + _LAST)
            found += [f"{dialect.day(end)} AS {dialect.quoted(end)}" for end in ends]
        elif kind == "choices":
            found.append(
                f"CASE WHEN {name} IS NULL OR {name} IN ('', {sql_text(UNSURE)}) THEN NULL "
                f"WHEN {name} = 'none' THEN {sql_text(MARK)} "
                f"ELSE {sql_text(MARK)} || replace({name}, {sql_text(MARK)}, "
                f"{sql_text(2 * MARK)}) || "
                f"{sql_text(MARK)} END AS {name}"
            )
        else:
            found.append(f"nullif(nullif({name}, ''), {sql_text(UNSURE)}) AS {name}")
    return found
