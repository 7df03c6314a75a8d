"""One visit: the language, the answers as they were given, and what was asked back already.

It is written by fact id and value id, shortened to a few letters of their hash: ids survive an
edition of the questions, places in a list would not.
"""

import base64
import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from interview.content import Content, Question, Voice
from interview.rules import remember
from interview.screening import AnswerError, AnswerReader

VERSION = "1"
# No key begins with it: keys are written in letters that may stand in an address.
_BOTH = "+"
_ALWAYS = {"yes": "y", "no": "n", "unsure": "u", "none": "-"}


class NoVisit(ValueError):
    """A text that is not a visit as this edition writes one."""


@dataclass
class Visit:
    """What is known of one visitor until the cookie ends.

    `answers` are written as a facts file writes them; a list is joined by ";".
    `asked_back` are the oddities that were asked back and confirmed.
    `shows_both` puts the other language under each text, for two people at one screen.
    """

    language: str
    key: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    answers: dict[str, str] = field(default_factory=dict)
    asked_back: frozenset[str] = frozenset()
    shows_both: bool = False

    @property
    def voice(self) -> Voice:
        """Return whom the words speak to."""
        return "client" if self.answers.get("answering_for") == "client" else "self"


class VisitWriter:
    """Writes and reads visits for one content."""

    def __init__(self, content: Content, reader: AnswerReader, languages: Sequence[str]) -> None:
        self._reader = reader
        self._languages = _language_codes(languages)
        self._spoken = {code: language for language, code in self._languages.items()}
        self._language_length = len(next(iter(self._spoken)))
        self._codes = _codes([question.id for question in content.questions], 4)
        self._facts = {code: fact for fact, code in self._codes.items()}
        self._length = len(next(iter(self._facts)))
        self._values = {q.id: _ALWAYS | _value_codes(q) for q in content.questions}
        self._meanings = {
            fact: {code: value for value, code in values.items()}
            for fact, values in self._values.items()
        }
        self._oddities = _codes([oddity.id for oddity in content.oddities], 2)
        self._lines: dict[str, tuple[str, str] | None] = {}

    def write(self, visit: Visit) -> bytes:
        """Return a visit as a few short lines."""
        asked_back = ".".join(self._oddities[name] for name in sorted(visit.asked_back))
        both = _BOTH if visit.shows_both else ""
        lines = [VERSION + self._languages[visit.language] + both + visit.key, asked_back]
        lines += [self._line(fact, answer) for fact, answer in visit.answers.items()]
        return "\n".join(lines).encode()

    def _line(self, fact: str, answer: str) -> str:
        codes = self._values[fact]
        return self._codes[fact] + ";".join([codes.get(item, item) for item in answer.split(";")])

    def read(self, plain: bytes) -> Visit:
        """Read a visit; an answer that this edition does not take is dropped. Raise NoVisit."""
        first, asked_back, *lines = [*plain.decode(errors="replace").split("\n"), ""]
        key_starts = 1 + self._language_length
        language = self._spoken.get(first[1:key_starts])
        if not first.startswith(VERSION) or language is None:
            raise NoVisit(first[:key_starts])
        codes = asked_back.split(".")
        confirmed = frozenset(name for name, code in self._oddities.items() if code in codes)
        key = first[key_starts:].removeprefix(_BOTH)
        both = first[key_starts:].startswith(_BOTH)
        answers = dict([said for line in lines if (said := self._said(line))])
        return Visit(language, key, answers, confirmed, both)

    def _said(self, line: str) -> tuple[str, str] | None:
        """Return the fact and the answer of a line, each line read properly only once."""
        try:
            return self._lines[line]
        except KeyError:
            return remember(self._lines, line, self._read_line(line))

    def _read_line(self, line: str) -> tuple[str, str] | None:
        fact = self._facts.get(line[: self._length])
        if fact is None:
            return None
        meanings = self._meanings[fact]
        answer = ";".join([meanings.get(code, code) for code in line[self._length :].split(";")])
        try:
            self._reader.read(fact, answer)
        except AnswerError:
            return None
        return fact, answer


def _value_codes(question: Question) -> dict[str, str]:
    values = [value.id for value in question.values if value.id not in _ALWAYS]
    return _codes(values, 2)


def _language_codes(languages: Sequence[str]) -> dict[str, str]:
    """Return a code for each language, all of one length, so that none shows in a cookie's size.

    A code of two letters is its own; of a longer one stand capital letters of its hash.
    """
    hashed = _codes([language for language in languages if len(language) > 2], 2)
    length = max([2, *map(len, hashed.values())])
    return {
        language: hashed[language].upper() if language in hashed else language.ljust(length, "_")
        for language in languages
    }


def _codes(names: Iterable[str], length: int) -> dict[str, str]:
    """Return a short code for each name: letters of its hash, as few as tell them all apart."""
    names = list(names)
    digests = {
        name: base64.b32encode(hashlib.sha256(name.encode()).digest()).decode().lower()
        for name in names
    }
    while len({digest[:length] for digest in digests.values()}) < len(names):
        length += 1
    return {name: digest[:length] for name, digest in digests.items()}
