"""Which rules the second reading has read, and which a lawyer has changed or added since.

`edition.yaml` keeps a digest of each rule as it stood when somebody held it against the spec and
against this package. To note the rules of today as read: `python -m oracle.edition` in `tests/`.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from oracle.law import QUESTIONS

NOTED = Path(__file__).with_name("edition.yaml")
HEADER = "# The rules as the second reading has read them. Written by: python -m oracle.edition\n"
# Where rules stand, and what of them is law: their words may change.
_RULES = {
    "facts": ("parts/*.yaml", "questions", ("type", "asked_if", "values")),
    "conditions": ("conditions.yaml", "conditions", ("condition",)),
    "criteria": ("criteria.yaml", "criteria", ("condition", "unclear_if")),
    "grounds": ("priorities.yaml", "grounds", ("condition", "unclear_if", "level")),
    "flags": ("flags.yaml", "flags", ("condition", "urgency", "cautious", "cautious_unless")),
    "positive": ("discretion/factors.yaml", "positive", ("condition",)),
    "adverse": ("discretion/factors.yaml", "adverse", ("condition",)),
    "deadlines": ("deadlines.yaml", "deadlines", ("date", "when")),
    "notes": ("discretion/notes.yaml", "notes", ("condition",)),
    "programs": ("programs/*.yaml", "", ("criteria",)),
    "escalation": ("discretion/escalation.yaml", "", ("shown_if", "starts")),
}
_ALWAYS = ("from", "until")


@dataclass(frozen=True)
class Edition:
    """The rules that came since the second reading, and those that are not as it has read them."""

    added: frozenset[str]
    changed: frozenset[str]

    @property
    def is_read(self) -> bool:
        """Whether every rule is as it was read."""
        return not self.added | self.changed

    def knows(self, kind: str, id: str) -> bool:
        """Whether the second reading has read a rule of this kind as it stands."""
        return f"{kind}/{id}" not in self.added | self.changed


def edition() -> Edition:
    """Compare the rules of the files with those that were read."""
    now, noted = dict(_digests()), yaml.safe_load(NOTED.read_text(encoding="utf-8"))
    gone = {rule for rule in noted if rule not in now}
    changed = {rule for rule in noted if rule in now and now[rule] != noted[rule]}
    return Edition(frozenset(now.keys() - noted.keys()), frozenset(gone | changed))


def _digests() -> Iterator[tuple[str, str]]:
    for kind, (files, key, parts) in _RULES.items():
        for path in sorted(QUESTIONS.glob(files)):
            data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            for rule in data[key] if key else [data]:
                law = {part: _plain(rule[part]) for part in (*parts, *_ALWAYS) if part in rule}
                written = json.dumps(law, sort_keys=True)
                digest = hashlib.sha256(written.encode()).hexdigest()[:12]
                yield f"{kind}/{rule.get('id', path.stem)}", digest


def _plain(part: Any) -> Any:
    """What is law of a part: of the values of a question, their ids."""
    if isinstance(part, list) and all(isinstance(one, dict) and "label" in one for one in part):
        return [one["id"] for one in part]
    return part


if __name__ == "__main__":
    NOTED.write_text(HEADER + yaml.safe_dump(dict(_digests()), sort_keys=False), encoding="utf-8")
