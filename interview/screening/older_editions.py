"""A visit that an older edition of the questions packed, opened under today's.

What an edition knew goes by fact and value: an answer stands where its fact still takes it, and
nothing is guessed for what was asked otherwise. What is new is not said, so that it is asked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from interview.rules import UNSURE, Answer
from interview.screening.packing import (
    CODE_BYTES,
    Carried,
    PackedEdition,
    PackedFact,
    Packing,
    UnknownEdition,
)

# What an answer becomes that its fact takes no more.
_GONE = object()


class SlipReader:
    """Opens the visits of today's edition, and of older ones that are still known."""

    def __init__(
        self, today: PackedEdition, older: Callable[[], Sequence[PackedEdition]] = tuple
    ) -> None:
        """`older` is asked only where a visit is not of today's edition."""
        self.today, self._older = today, older
        self.packing = Packing(today)

    def unpack(self, packed: bytes) -> Carried:
        """Return what a packed visit carries, as today's questions take it.

        Raises UnknownEdition where its edition is not known any more, and UnpackingError.
        """
        edition = self._edition_of(packed)
        if edition is None:
            raise UnknownEdition(
                "this was packed by another edition of the questions: too old, or newer than what "
                "is installed here. Answer the questions again"
            )
        if edition is self.today:
            return self.packing.unpack(packed)
        return brought_over(Packing(edition).unpack(packed), edition, self.today)

    def is_known(self, packed: bytes) -> bool:
        """Say whether bytes begin as a packed visit of an edition that is known."""
        return self._edition_of(packed) is not None

    def _edition_of(self, packed: bytes) -> PackedEdition | None:
        code = packed[:CODE_BYTES]
        if code == self.today.code:
            return self.today
        return next((edition for edition in self._older() if edition.code == code), None)


def brought_over(carried: Carried, old: PackedEdition, new: PackedEdition) -> Carried:
    """Return what an older edition carried, as far as a newer one has its facts and values."""
    known, before = ({fact.id: fact for fact in edition.facts} for edition in (new, old))
    answers = {
        fact: now
        for fact, answer in carried.answers.items()
        if fact in known and (now := _answer_now(answer, before[fact], known[fact])) is not _GONE
    }
    language = carried.language if carried.language in new.languages else new.languages[0]
    marks = carried.marks & set(new.marks)
    return replace(carried, answers=answers, language=language, marks=marks)


def _answer_now(answer: Answer, before: PackedFact, now: PackedFact) -> Any:
    if before.type != now.type:
        return _GONE
    if answer is None or now.type == "date":
        return answer
    if not isinstance(answer, frozenset):
        return answer if answer in now.values else _GONE
    kept = answer & {*now.values, UNSURE}
    if answer and not kept:
        return _GONE
    # Nobody said no to a value that was not there to be ticked.
    is_new = bool(set(now.values) - set(before.values))
    kept = kept | {UNSURE} if is_new else kept
    return None if kept == {UNSURE} else kept


def as_data(edition: PackedEdition) -> dict[str, Any]:
    """Return an edition as a file has it: each fact with its type and its values in order."""
    return {
        "code": _written(edition),
        "languages": list(edition.languages),
        "voices": list(edition.voices),
        "marks": list(edition.marks),
        "years": list(edition.years),
        "facts": {fact.id: [fact.type, *fact.values] for fact in edition.facts},
    }


def from_data(data: Mapping[str, Any]) -> PackedEdition:
    """Return the edition of a file's data; raise ValueError where it is not what its code says."""
    facts = (PackedFact(id, type, tuple(values)) for id, (type, *values) in data["facts"].items())
    first, last = map(int, data["years"])
    edition = PackedEdition(
        tuple(facts),
        tuple(data["languages"]),
        tuple(data["voices"]),
        tuple(data["marks"]),
        (first, last),
    )
    if _written(edition) != data["code"]:
        raise ValueError(f"the edition {data['code']} is not what it was: its code differs")
    return edition


def _written(edition: PackedEdition) -> str:
    # A letter before it: of some codes YAML would make a number.
    return f"e{edition.code.hex()}"
