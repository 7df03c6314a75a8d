"""The law over time (sections 5 and 6): `status`, `today` and `circuit`, from the data files.

Only what a lawyer edits is read from `questions/`: the events of the timelines, which
timelines each flag names, the appeals courts and what they decided.
"""

import datetime
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from oracle.dates import Day, day_of, written
from oracle.truth import Person, judge
from oracle.words import yes

QUESTIONS = Path(__file__).parents[2] / "questions"

# The day on which the question arose, and since when it is open.
BOND_QUESTION = (2025, 9, 5)


@dataclass(frozen=True)
class Law:
    """`timelines`: the events of each; `named_by`: which of them a flag names, in its order;
    `courts`: the appeals court of each state; `decisions`: what these have said of bond."""

    timelines: dict[str, list[dict[str, Any]]]
    named_by: dict[str, list[str]] = field(default_factory=dict)
    courts: dict[str, str] = field(default_factory=dict)
    decisions: list[dict[str, Any]] = field(default_factory=list)

    def told(self, timeline: str, as_of: Day) -> list[dict[str, Any]]:
        """The events of a timeline on or before a day, the latest last."""
        so_far = [e for e in self.timelines[timeline] if day_of(e["date"]) <= as_of]
        return sorted(so_far, key=lambda event: event["date"])

    def exists(self, timeline: str, as_of: Day) -> bool:
        """Whether its first event has come: before it nothing is told of a program or memo."""
        return self.told(timeline, as_of) != []

    def status(self, timeline: str, as_of: Day) -> str | None:
        """How it stands; None before an event says so."""
        stood = [event["status"] for event in self.told(timeline, as_of) if "status" in event]
        return stood[-1] if stood else None


@lru_cache(maxsize=1)
def law_of_the_files() -> Law:
    timelines = {t["id"]: t["events"] for t in _read("law.yaml")["timelines"]}
    flags = {flag["id"]: flag.get("timelines", []) for flag in _read("flags.yaml")["flags"]}
    circuits = _read("circuits.yaml")
    courts = {state: c["court"] for c in circuits["circuits"] for state in c["states"]}
    return Law(timelines, flags, courts, circuits["decisions"])


def _read(name: str) -> Any:
    return yaml.safe_load((QUESTIONS / name).read_text(encoding="utf-8"))


def today(raised: list[str], person: Person, law: Law) -> list[str]:
    """The latest event of each timeline that a raised flag names, each once, in their order."""
    named = [timeline for flag in raised for timeline in law.named_by.get(flag, [])]
    if "detained" in raised and "bond" not in named:  # "A held person: bond in any case."
        named = ["bond", *named]
    latest = [(name, law.told(name, person.as_of)[-1:]) for name in dict.fromkeys(named)]
    return [f"{name}/{_iso(event['date'])}" for name, events in latest for event in events]


def _iso(date: datetime.date) -> str:
    return written(day_of(date))


def circuit(person: Person, law: Law) -> dict[str, str] | None:
    """What the appeals court over the place of custody has said of bond, as of as_of."""
    if judge(yes("detained"), person)[0] is not True or person.as_of < BOND_QUESTION:
        return None
    place = person.value("held_in") or person.value("state")
    court = law.courts.get(str(place))
    if court is None:
        return None
    made = [d for d in law.decisions if d["court"] == court and day_of(d["date"]) <= person.as_of]
    latest = max(made, key=lambda decision: decision["date"], default=None)
    bond = "open" if latest is None else _plain(latest["bond"])
    if latest is None or bond == "open":
        return {"court": court, "bond": "open", "since": written(BOND_QUESTION)}
    return {"court": court, "bond": bond, "since": _iso(latest["date"])}


def _plain(bond: object) -> str:
    """YAML reads a bare yes or no as a truth."""
    if isinstance(bond, bool):
        return "yes" if bond else "no"
    return str(bond)
