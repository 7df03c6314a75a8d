"""Which translations a person has read and found right, and which a machine only proposed.

A text is known by a hash of its English and its translation: when either changes, nobody has
confirmed it any more.
"""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

from interview.languages.catalogs import language_folder
from interview.loading import ContentError, Problem, read_file

State = Literal["confirmed", "guess", "new"]
HEADER = "# Which translations were confirmed, by whom and when. Written by: interview texts\n"


@dataclass
class Confirmation:
    """What one person, or an edition as a whole, found right on a day."""

    by: str
    role: str
    on: str
    texts: set[str] = field(default_factory=set)


@dataclass
class Confirmations:
    """The confirmed texts of a language, and the guesses that `interview texts` made."""

    confirmed: list[Confirmation] = field(default_factory=list)
    guesses: set[str] = field(default_factory=set)

    def state(self, english: str, translation: str) -> State:
        """Say whether a translation is confirmed, a machine's guess, or new."""
        text = text_hash(english, translation)
        if any(text in confirmation.texts for confirmation in self.confirmed):
            return "confirmed"
        return "guess" if text in self.guesses else "new"

    def confirm(
        self, texts: Iterable[tuple[str, str]], by: str, role: str, day: datetime.date
    ) -> None:
        """Note who confirmed some texts, on a local date."""
        key = (by, role, day.isoformat())
        known = {(c.by, c.role, c.on): c for c in self.confirmed}
        if key not in known:
            known[key] = Confirmation(*key)
            self.confirmed.append(known[key])
        known[key].texts |= {text_hash(*text) for text in texts}


def text_hash(english: str, translation: str) -> str:
    """Return 12 letters that stand for an English text and its translation."""
    return hashlib.sha256(f"{english}\0{translation}".encode()).hexdigest()[:12]


def confirmations_file(folder: Path, language: str) -> Path:
    """Return where the confirmations of a language stand in a translations folder."""
    return language_folder(folder, language) / "confirmed.yaml"


def read_confirmations(folder: Path, language: str) -> Confirmations:
    """Read the confirmations of a language; a missing file confirms nothing. Raise ContentError."""
    path = confirmations_file(folder, language)
    if not path.exists():
        return Confirmations()
    document = read_file(path, path.name)
    if document.problems:
        raise ContentError(document.problems)
    try:
        return _from_data(document.data)
    except (KeyError, TypeError, AttributeError):
        wrong = "this is not a list of confirmations. Take the last change back"
        raise ContentError([Problem(document.file, 1, wrong)]) from None


def _from_data(data: dict[str, Any]) -> Confirmations:
    return Confirmations(
        [
            Confirmation(entry["by"], entry["role"], entry["on"], set(entry["texts"]))
            for entry in data.get("confirmed") or []
        ],
        set(data.get("guesses") or []),
    )


def write_confirmations(
    folder: Path, language: str, confirmations: Confirmations, present: Iterable[tuple[str, str]]
) -> None:
    """Write the confirmations of the texts that are still there; the others are forgotten."""
    kept = {text_hash(*text) for text in present}
    data = {
        "confirmed": [
            {"by": c.by, "role": c.role, "on": c.on, "texts": sorted(c.texts & kept)}
            for c in confirmations.confirmed
            if c.texts & kept
        ],
        "guesses": sorted(confirmations.guesses & kept),
    }
    written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    confirmations_file(folder, language).write_text(HEADER + written, encoding="utf-8")
