"""A visit as a few bytes, as many for everybody: which answers were given, and nothing else.

Each fact is a digit of one large number, with as many values as the fact has states: not said,
not sure, and each answer that it takes. The number is always written in full, so that its length
says nothing. It is neither sealed nor checked here: whoever carries it sees to that.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from math import prod
from typing import NamedTuple, get_args

from interview.content import Content, Voice
from interview.screening.answers import Answers
from interview.screening.fact_states import (
    FIRST_YEAR,
    LAST_YEAR,
    FactStates,
    NotAState,
    states_of,
)

CODE_BYTES = 3
# In the code of every edition: another way of packing the same facts is another edition.
_WAY_OF_PACKING = "mixed radix, 1"


class PackingError(ValueError):
    """A visit that its edition cannot hold; `problems` has what is wrong by fact or part."""

    def __init__(self, problems: dict[str, str]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{name}: {wrong}" for name, wrong in problems.items()))


class UnpackingError(ValueError):
    """Bytes that are no packed visit; the message says what to do."""


class UnknownEdition(UnpackingError):
    """Bytes that another edition of the questions packed."""


@dataclass(frozen=True)
class PackedFact:
    """A fact as an edition packs it: its type, and the ids of its values in order."""

    id: str
    type: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class PackedEdition:
    """All that the bytes of a visit hang on. `years`: the first and the last that a date has.

    `marks` are names of what a visit has or has not, beside its answers.
    """

    facts: tuple[PackedFact, ...]
    languages: tuple[str, ...]
    voices: tuple[Voice, ...] = get_args(Voice)
    marks: tuple[str, ...] = ()
    years: tuple[int, int] = (FIRST_YEAR, LAST_YEAR)

    @cached_property
    def code(self) -> bytes:
        """The first bytes of every visit that this edition packs."""
        written = json.dumps([_WAY_OF_PACKING, asdict(self)], sort_keys=True)
        return hashlib.sha256(written.encode()).digest()[:CODE_BYTES]


@dataclass(frozen=True)
class Carried:
    """What a packed visit carries; an answer of None is one of not sure."""

    answers: Answers
    language: str
    voice: Voice = "self"
    marks: frozenset[str] = frozenset()


def edition_of(
    content: Content,
    languages: Sequence[str],
    marks: Sequence[str] = (),
    years: tuple[int, int] = (FIRST_YEAR, LAST_YEAR),
) -> PackedEdition:
    """Return the edition that packs the answers to one content."""
    facts = (PackedFact(q.id, q.type, q.value_ids) for q in content.questions)
    return PackedEdition(tuple(facts), tuple(languages), marks=tuple(marks), years=years)


class _Digit(NamedTuple):
    """A digit of the number: its name in a refusal, and how many values it has."""

    name: str
    size: int
    value: Callable[[Carried], int]


class Packing:
    """Packs visits by one edition, and unpacks them."""

    def __init__(self, edition: PackedEdition) -> None:
        self.edition = edition
        self._states = {
            fact.id: states_of(fact.type, fact.values, edition.years) for fact in edition.facts
        }
        self._digits = [
            *(self._fact_digit(fact, states) for fact, states in self._states.items()),
            _one_of("language", edition.languages),
            _one_of("voice", edition.voices),
            _Digit("marks", 2 ** len(edition.marks), self._marks_value),
        ]
        self._numbers = prod(digit.size for digit in self._digits)
        self._number_bytes = ((self._numbers - 1).bit_length() + 7) // 8

    @property
    def length(self) -> int:
        """How many bytes every visit of this edition has."""
        return CODE_BYTES + self._number_bytes

    def pack(self, carried: Carried) -> bytes:
        """Return a visit's bytes; raise PackingError with everything that they cannot hold."""
        problems = {fact: "there is no such fact" for fact in carried.answers.keys() - self._states}
        number = 0
        for digit in self._digits:
            try:
                number = number * digit.size + digit.value(carried)
            except NotAState as error:
                problems[digit.name] = str(error)
        if problems:
            raise PackingError(problems)
        return self.edition.code + number.to_bytes(self._number_bytes, "big")

    def unpack(self, packed: bytes) -> Carried:
        """Return what was packed; raise UnknownEdition, or UnpackingError for what is no visit."""
        if packed[:CODE_BYTES] != self.edition.code:
            raise UnknownEdition(
                "this was packed by another edition of the questions, and cannot be read by this "
                "one. Answer the questions again"
            )
        if len(packed) != self.length:
            raise UnpackingError(
                f"this has {len(packed)} bytes, and a visit has {self.length}. Copy all of it"
            )
        number = int.from_bytes(packed[CODE_BYTES:], "big")
        if number >= self._numbers:
            raise UnpackingError("this is no visit: some of it was changed. Copy it again")
        return self._carried(self._values(number))

    def _values(self, number: int) -> list[int]:
        values = []
        for digit in reversed(self._digits):
            number, value = divmod(number, digit.size)
            values.append(value)
        return values[::-1]

    def _carried(self, values: Sequence[int]) -> Carried:
        *of_facts, language, voice, marks = values
        said = zip(self._states.items(), of_facts, strict=True)
        edition = self.edition
        return Carried(
            answers={fact: states.answer(value - 1) for (fact, states), value in said if value},
            language=edition.languages[language],
            voice=edition.voices[voice],
            marks=frozenset(mark for n, mark in enumerate(edition.marks) if marks >> n & 1),
        )

    def _fact_digit(self, fact: str, states: FactStates) -> _Digit:
        def value(carried: Carried) -> int:
            return 1 + states.number(carried.answers[fact]) if fact in carried.answers else 0

        return _Digit(fact, 1 + states.size, value)

    def _marks_value(self, carried: Carried) -> int:
        known = self.edition.marks
        if unknown := carried.marks - set(known):
            raise NotAState(f"there is no mark {', '.join(sorted(unknown))}")
        return sum(1 << n for n, mark in enumerate(known) if mark in carried.marks)


def _one_of(name: str, known: Sequence[str]) -> _Digit:
    def value(carried: Carried) -> int:
        given = getattr(carried, name)
        if given not in known:
            raise NotAState(f'there is no {name} "{given}". Known: {", ".join(known)}')
        return known.index(given)

    return _Digit(name, len(known), value)
