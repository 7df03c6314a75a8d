"""Small mistakes beside the conditions: days, caution, timelines, deadlines and courts."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

from interview.loading import Place

SettingChange = tuple[str, tuple[Place, Any, Any]]

_NUMBER = re.compile(r"\d+")
_OTHER_SIDE = ((" before ", " after "), (" after ", " before "))


def steps_beside(day: str) -> Iterator[str]:
    """Yield the day before a date, and the day after it."""
    for step in (-1, 1):
        yield (datetime.date.fromisoformat(day) + datetime.timedelta(days=step)).isoformat()


def setting_changes(data: Any) -> Iterator[SettingChange]:
    """Yield each change of a file, as (rule, (where, before, after))."""
    yield from _of_rules(data, ())
    yield from _of_deadlines(data)
    yield from _of_courts(data)


def _of_rules(data: Any, place: Place) -> Iterator[SettingChange]:
    """The days on which a rule exists; whether a flag is cautious, and what is told beside it."""
    if isinstance(data, list):
        for number, value in enumerate(data):
            yield from _of_rules(value, (*place, number))
    if not isinstance(data, dict):
        return
    if "id" in data:
        for change in _of_rule(data, place):
            yield data["id"], change
    for key, value in data.items():
        yield from _of_rules(value, (*place, key))


def _of_rule(rule: dict[str, Any], place: Place) -> Iterator[tuple[Place, Any, Any]]:
    for key in ("from", "until"):
        for moved in steps_beside(rule[key]) if key in rule else ():
            yield (*place, key), rule[key], moved
    if rule.get("cautious") in (True, "true"):
        yield (*place, "cautious"), rule["cautious"], "false"
    listed = rule.get("timelines", ()) if "condition" in rule else ()
    for number in range(len(listed)):
        yield (*place, "timelines"), listed, [*listed[:number], *listed[number + 1 :]]


def _of_deadlines(data: Any) -> Iterator[SettingChange]:
    for number, deadline in enumerate(data.get("deadlines", ())):
        where = ("deadlines", number, "date")
        for date in _other_dates(deadline["date"]):
            yield deadline["id"], (where, deadline["date"], date)


def _other_dates(line: str) -> Iterator[str]:
    for found in _NUMBER.finditer(line):
        for step in (-1, 1):
            yield line[: found.start()] + str(int(found[0]) + step) + line[found.end() :]
    for side, other in _OTHER_SIDE:
        if side in line:
            yield line.replace(side, other)


def _of_courts(data: Any) -> Iterator[SettingChange]:
    """The first day, each decision's day and word, and each state under the next court."""
    if "decisions" not in data or "circuits" not in data:
        return
    for moved in steps_beside(data["from"]):
        yield "circuits", (("from",), data["from"], moved)
    for number, decision in enumerate(data["decisions"]):
        place = ("decisions", number)
        for moved in steps_beside(decision["date"]):
            yield decision["court"], ((*place, "date"), decision["date"], moved)
        for other in {"yes": ("no", "open"), "no": ("yes", "open")}.get(decision["bond"], ("yes",)):
            yield decision["court"], ((*place, "bond"), decision["bond"], other)
    yield from _of_states(data["circuits"])


def _of_states(circuits: list[dict[str, Any]]) -> Iterator[SettingChange]:
    for number, circuit in enumerate(circuits):
        nearest = (number + 1) % len(circuits)
        for state in circuit["states"]:
            moved = [dict(other) for other in circuits]
            moved[number]["states"] = [other for other in circuit["states"] if other != state]
            moved[nearest]["states"] = [*circuits[nearest]["states"], state]
            yield f"{state} under another court", (("circuits",), circuits, moved)
