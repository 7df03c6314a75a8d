"""Finding the phrases of a language in its sentences: longest first, each word once for a sign."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from interview.content import Sign

Words = tuple[str, ...]
# A placeholder, a number, a word, a ** or any other mark, each by itself.
_TOKEN = re.compile(r"\{[^{}]*\}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’.][^\W\d_]+)*|\*\*|[^\w\s]")
# The full stops of U.S. end no sentence.
_SENTENCE = re.compile(r"(?<![A-Z]\.[A-Z]\.)(?<=[.?:!])(?:\*\*)?\s+|\n+")


def sentences(text: str) -> list[Words]:
    """Return the words and marks of each sentence; a colon and a line break end one too."""
    return [tuple(_TOKEN.findall(part)) for part in _SENTENCE.split(text) if part.strip()]


def as_phrase(text: str) -> str:
    """Return a name as a phrase: its words and marks with spaces between them."""
    return " ".join(_TOKEN.findall(text))


@dataclass(frozen=True)
class Hit:
    """A phrase in a sentence: of which sign and value, and from which word to which."""

    sign: str
    value: str
    start: int
    end: int
    role: str


@dataclass(frozen=True)
class _Phrase:
    """The words of a phrase; a star is any ending, and capitals count where there are any."""

    words: Words
    sign: str
    value: str
    role: str

    def stands_at(self, start: int, plain: Words, written: Words) -> bool:
        end = start + len(self.words)
        found = written if any(word != word.lower() for word in self.words) else plain
        return end <= len(found) and all(map(_fits, self.words, found[start:end]))


def _fits(word: str, found: str) -> bool:
    return found.startswith(word[:-1]) if word[-1] == "*" and word != "**" else found == word


class Phrasebook:
    """The phrases of a language's signs, found by their first words, the longest first."""

    def __init__(self, signs: Mapping[str, Sign]) -> None:
        self._whole: dict[str, list[_Phrase]] = {}
        self._open: list[_Phrase] = []
        for name, sign in signs.items():
            for phrase in _phrases(name, sign):
                first = phrase.words[0].lower()
                is_open = first[-1] == "*" and first != "**"
                (self._open if is_open else self._whole.setdefault(first, [])).append(phrase)
        self._starting: dict[str, list[_Phrase]] = {}

    def hits(self, sentence: Words) -> list[Hit]:
        """Return what a sentence has, in its order."""
        plain = tuple(word.lower().replace("’", "'") for word in sentence)
        found: list[Hit] = []
        taken: dict[str, tuple[int, int]] = {}
        for start, first in enumerate(plain):
            for phrase in self._starting_with(first):
                end = start + len(phrase.words)
                before = taken.get(phrase.sign, (0, 0))
                # One word may have two values of a sign; a longer phrase leaves none to a shorter.
                is_free = before[1] <= start or before == (start, end)
                if is_free and phrase.stands_at(start, plain, sentence):
                    taken[phrase.sign] = (start, end)
                    found.append(Hit(phrase.sign, phrase.value, start, end, phrase.role))
        return found

    def _starting_with(self, first: str) -> list[_Phrase]:
        if first not in self._starting:
            fits = [phrase for phrase in self._open if _fits(phrase.words[0].lower(), first)]
            fits += self._whole.get(first, [])
            self._starting[first] = sorted(
                fits, key=lambda phrase: (-len(phrase.words), phrase.role != "unless")
            )
        return self._starting[first]


def _phrases(name: str, sign: Sign) -> Iterator[_Phrase]:
    yield from _written(sign.words, name, name, "word")
    yield from _written(sign.unless, name, name, "unless")
    yield from _written(sign.echo, name, name, "echo")
    for value, written in sign.values.items():
        yield from _written(written, name, value, "word")


def _written(phrases: Iterable[str], sign: str, value: str, role: str) -> Iterator[_Phrase]:
    for phrase in phrases:
        yield _Phrase(tuple(phrase.split()), sign, value, role)
