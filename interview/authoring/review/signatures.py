"""What a lawyer has signed, and whether it has changed since: told from the content alone."""

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from interview.content import Signable, Signature, Text
from interview.loading import Place, QuestionsFolder, walk
from interview.rules import Condition, did_you_mean

SignState = Literal["unsigned", "changed", "unknown", "signed"]
# Rules for authors, and words that only they read: nobody signs them.
NOT_REVIEWED = ("banned_words", "readability_waivers", "spanish_terms", "condition_words",
                "review_words")  # fmt: skip
# What tells an entry without an id from the others of its list.
_NAMES = {"court": "", "level": "level-", "date": ""}


@dataclass(frozen=True)
class SignRow:
    """One thing to sign: its name, where it stands, the digest of what it says, who signed it."""

    name: str
    file: str
    place: Place
    digest: str
    signature: Signature | None

    @property
    def state(self) -> SignState:
        """Say whether it is signed as it stands."""
        if self.signature is None:
            return "unsigned"
        if self.signature.of is None:
            return "unknown"
        return "signed" if self.signature.of == self.digest else "changed"

    @property
    def told(self) -> str:
        """Return the state in words."""
        return {
            "unsigned": "Not signed",
            "changed": f"Signed by {self.signature}, and changed since",
            "unknown": f"Signed by {self.signature}; cannot tell what was read then",
            "signed": f"Signed by {self.signature}",
        }[self.state]


class NoSuchRow(ValueError):
    """A name of no entry, or of several; the message says what to write."""


def row_named(every: Sequence[SignRow], name: str) -> SignRow:
    """Return the entry of a whole name, or of an id that only one has; raise NoSuchRow."""
    found = [row for row in every if row.name == name] or [
        row for row in every if row.name.rpartition("/")[2] == name
    ]
    if len(found) > 1:
        raise NoSuchRow(f'"{name}" is the name of several: {", ".join(row.name for row in found)}')
    if not found:
        near = did_you_mean(name, [row.name for row in every])
        raise NoSuchRow(f'there is no entry "{name}". {near}')
    return found[0]


def rows(reading: QuestionsFolder) -> Iterator[SignRow]:
    """Yield what can be signed: everything that has a text or a condition of its own."""
    for file, model in reading.models.items():
        if file in NOT_REVIEWED:
            continue
        found = dict(walk(model))
        signable = {place for place, value in found.items() if isinstance(value, Signable)}
        saying = {
            _owner(place, signable)
            for place, value in found.items()
            if isinstance(value, Text | Condition)
        }
        data = reading.documents[file].data
        for place in (place for place in found if place in saying):
            inner = {other for other in signable if _is_inside(other, place)}
            name = "/".join((file, *names_on_the_way(data, place)))
            signature = getattr(found[place], "reviewed", None)
            yield SignRow(name, file, place, _digest(data, place, inner), signature)


def _owner(place: Place, signable: Collection[Place]) -> Place:
    """The place of the nearest thing around a place that can be signed."""
    while place and place not in signable:
        place = place[:-1]
    return place


def _is_inside(other: Place, place: Place) -> bool:
    return len(other) > len(place) and other[: len(place)] == place


def names_on_the_way(data: Any, place: Place) -> Iterator[str]:
    """Yield the ids on the way to a place, or what tells an entry of a list from the others."""
    for step in place:
        data = data[step]
        if isinstance(data, dict):
            told = (f"{sign}{data[key]}" for key, sign in _NAMES.items() if key in data)
            yield data["id"] if "id" in data else "-".join(told) or str(step)


def _digest(data: Any, place: Place, inner: Collection[Place]) -> str:
    """Eight hexadecimal digits of what a thing says: its rule, texts and sources, in English.

    What is signed by itself inside it does not count, nor how its lines are broken.
    """
    for step in place:
        data = data[step]
    said = json.dumps(_said(data, place, inner), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def _said(value: Any, place: Place, inner: Collection[Place]) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {
            key: _said(part, (*place, key), inner)
            for key, part in value.items()
            if key != "reviewed" and (*place, key) not in inner
        }
    if isinstance(value, list):
        kept = [n for n in range(len(value)) if (*place, n) not in inner]
        return [_said(value[n], (*place, n), inner) for n in kept]
    return value
