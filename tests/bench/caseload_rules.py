"""The rules as formulas with two values, for a peer that knows no third one."""

import datetime
import json
from pathlib import Path

import numpy as np

from interview.caseload.bitmaps import CodedPeople, ColumnCodes
from interview.caseload.layout import PeopleLayout
from interview.caseload.lowering.terms import folded, last_day_before
from interview.content import Content
from interview.rules import Fold, Interval, day
from interview.rules import conditions as c


def write(content: Content, as_of: datetime.date, people: CodedPeople, folder: Path) -> None:
    """Write the people's columns and the rules' formulas where the peer reads them."""
    columns = {name: column.astype(np.int32) for name, column in people.codes.items()}
    for name, date in people.dates.items():
        columns[name] = date.first
    np.savez(folder / "people.npz", **columns)
    rules = json.dumps(_formulas(content, as_of, PeopleLayout(content).codes))
    (folder / "rules.json").write_text(rules, encoding="utf-8")


def _formulas(content: Content, as_of: datetime.date, codes: ColumnCodes) -> dict[str, str]:
    today = day(as_of)
    fold = Fold(
        {
            c.Is: lambda one: _any(f"({_of(one.fact)} == {code})"
                                   for code in codes.codes(one.fact, one.values)),
            c.Includes: lambda one: f"(({_of(one.fact)} & {codes.mask(one.fact, one.values)}) > 0)",
            c.HasAny: lambda one: f"(({_of(one.fact)} & {codes.mask(one.fact, None)}) > 0)",
            c.NotKnown: lambda one: f"({_of(one.fact)} == {int(one.fact in codes.lists)})",
            c.Compare: lambda one: _compared(one, today),
            c.ProgramIs: lambda one: f"({_of(f'program_{one.program}')} == "
                                     f"{one.result == 'matches'})",
            c.FlagRaised: lambda one: _of(f"flag_{one.flag}"),
        },
        lambda kind, parts: f"({' & '.join(parts)})" if kind is c.All
        else _any(parts) if kind is c.Any_ else f"(~{_any(parts)})",
        lambda condition, unclear: condition,
        lambda ground, rule: _of(f"ground_{ground}"),
    )  # fmt: skip
    found = {f"ground_{one.id}": fold.rule(one.rule) for one in content.priorities.grounds}
    found |= {f"criterion_{one.id}": fold.rule(one.rule) for one in content.criteria.values()}
    for program in content.programs.values():
        needed = " & ".join(_of(f"criterion_{name}") for name in program.criteria)
        found[f"program_{program.id}"] = f"({needed})"
    return found | {f"flag_{one.id}": fold.rule(one.rule) for one in content.flags}


def _of(name: str) -> str:
    return f"person({name!r}, period)"


def _any(parts) -> str:
    return f"({' | '.join(parts)})"


def _compared(line: c.Compare, today: Interval) -> str:
    left, right = folded(line.left, today), folded(line.right, today)
    sign = {"is before": "<", "is after": ">", "is on or before": "<=", "is on or after": ">="}
    if isinstance(left, Interval) and isinstance(right, Interval):
        holds = c.DATE_VERBS[line.verb](left, right).value == "yes"
        return f"(person('zero', period) == {0 if holds else 1})"
    if isinstance(left, Interval) or isinstance(right, Interval):
        # Folded to a day to hold the answer against, as in the columns.
        fixed, date = (left, right) if isinstance(left, Interval) else (right, left)
        turned = isinstance(left, Interval)
        verb = (
            {"<": ">", ">": "<", "<=": ">=", ">=": "<="}[sign[line.verb]]
            if turned
            else sign[line.verb]
        )
        limit = last_day_before(fixed.first + (verb in (">", "<=")), date.moves)
        return f"({_of(date.fact)} {'<=' if verb[0] == '<' else '>'} {limit})"
    moved = [f"({_of(d.fact)} + {sum(int(y * 365.25) + p for y, p in d.moves)})"
             for d in (left, right)]  # fmt: skip
    return f"({moved[0]} {sign[line.verb]} {moved[1]})"
