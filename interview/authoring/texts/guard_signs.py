"""Whether two languages say the same: their signs, read off each text and compared."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from interview.authoring.texts.guard_phrases import Hit, Phrasebook, Words, sentences
from interview.content import GuardWords, Idiom, Sign

# How often a sign stands in a sentence: at least, and at most.
Range = tuple[int, int]
NONE: Range = (0, 0)
Placed = dict[str, list[tuple[int, Hit]]]


@dataclass(frozen=True)
class Difference:
    """A sign in which two texts differ, with what each of them says of it."""

    sign: str
    english: tuple[str, ...]
    other: tuple[str, ...]


@dataclass
class Signs:
    """What one text has of one sign: its values and phrases in order, and how often."""

    ranges: list[Range]
    values: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)

    @property
    def whole(self) -> Range:
        return sum(low for low, _ in self.ranges), sum(high for _, high in self.ranges)


class SignReader:
    """Reads the signs of one language off a text."""

    def __init__(self, signs: Mapping[str, Sign]) -> None:
        self._signs = signs
        self._book = Phrasebook(signs)

    def read(self, text: list[Words]) -> dict[str, Signs]:
        """Return what the sentences of a text have of every sign that is there."""
        found: dict[str, Signs] = {}
        for number, sentence in enumerate(text):
            for hit in self._book.hits(sentence):
                if hit.sign not in found:
                    found[hit.sign] = Signs([NONE] * len(text))
                self._note(hit, sentence, number, found[hit.sign])
        return found

    def _note(self, hit: Hit, sentence: Words, number: int, signs: Signs) -> None:
        """Count a hit; an echo may count, or not, where the sentence had the sign before it."""
        low, high = signs.ranges[number]
        repeats = hit.role == "echo" and high > 0
        alone = hit.role == "word" or (
            hit.role == "echo" and _opens(self._signs[hit.sign], hit, sentence)
        )
        if repeats or alone:
            signs.ranges[number] = (low + (not repeats), high + 1)
            signs.values.append(hit.value)
            signs.phrases.append(" ".join(sentence[hit.start : hit.end]))


def _opens(sign: Sign, hit: Hit, sentence: Words) -> bool:
    return hit.start == 0 or sentence[hit.start - 1].lower() in sign.echo_after


class Comparison:
    """Compares the signs of English with those of another language, for all that both know."""

    def __init__(self, english: GuardWords, other: GuardWords) -> None:
        self._signs = {name: sign for name, sign in english.signs.items() if name in other.signs}
        self._english = SignReader(self._signs)
        self._other = SignReader({name: other.signs[name] for name in self._signs})
        by_sign: dict[str, list[Idiom]] = {}
        for idiom in other.idioms:
            by_sign.setdefault(idiom.sign, []).append(idiom)
        self._idioms = {name: Idioms(idioms) for name, idioms in by_sign.items()}

    def differences(self, english: str, other: str) -> Iterator[Difference]:
        """Yield the signs in which two texts differ."""
        ours, theirs = sentences(english), sentences(other)
        read, said = self._english.read(ours), self._other.read(theirs)
        for name in read.keys() | said.keys():
            here, there = self._of(name, read, ours), self._of(name, said, theirs)
            if not self._agree(name, read, said, ours, theirs) and not self._idiomatic(
                name, ours, theirs
            ):
                yield self._difference(name, here, there)

    def _difference(self, name: str, here: Signs, there: Signs) -> Difference:
        """Name what differs; of what only had to be kept, what is lost."""
        said = list(zip(here.values, here.phrases, strict=True))
        if self._signs[name].compare in ("kept", "each_kept"):
            lost = Counter(here.values) - Counter(there.values)
            return Difference(name, tuple(phrase for value, phrase in said if value in lost), ())
        return Difference(name, tuple(here.phrases), tuple(there.phrases))

    def _idiomatic(self, name: str, ours: list[Words], theirs: list[Words]) -> bool:
        """Whether the difference is only that each language says it in its own way."""
        if name not in self._idioms:
            return False
        ours, theirs = self._idioms[name].without(ours, theirs)
        return self._agree(name, self._english.read(ours), self._other.read(theirs), ours, theirs)

    def _agree(
        self,
        name: str,
        read: Mapping[str, Signs],
        said: Mapping[str, Signs],
        ours: list[Words],
        theirs: list[Words],
    ) -> bool:
        sign = self._signs[name]
        if _RULES[sign.compare](self._of(name, read, ours), self._of(name, said, theirs)):
            return True
        if not sign.opposite:
            return False
        # One that is lost is a danger only where its opposite has come instead.
        before = self._of(sign.opposite, read, ours)
        return len(self._of(sign.opposite, said, theirs).phrases) <= len(before.phrases)

    @staticmethod
    def _of(name: str, signs: Mapping[str, Signs], text: list[Words]) -> Signs:
        return signs.get(name) or Signs([NONE] * len(text))


def _as_often(here: Signs, there: Signs) -> bool:
    pairs = [(here.whole, there.whole)]
    if len(here.ranges) == len(there.ranges):
        pairs += zip(here.ranges, there.ranges, strict=True)
    return all(ours[0] <= theirs[1] and theirs[0] <= ours[1] for ours, theirs in pairs)


def _in_both_or_none(here: Signs, there: Signs) -> bool:
    (least, most), (low, high) = here.whole, there.whole
    return not (least and not high) and not (low and not most)


_RULES: dict[str, Callable[[Signs, Signs], bool]] = {
    "count": _as_often,
    "presence": _in_both_or_none,
    "kept": lambda here, there: set(here.values) <= set(there.values),
    "each_kept": lambda here, there: not Counter(here.values) - Counter(there.values),
    "order": lambda here, there: here.values == there.values,
    "set": lambda here, there: set(here.values) == set(there.values),
}


class Idioms:
    """Phrases that say the same in their own way: taken out of both texts where both have them."""

    def __init__(self, idioms: Iterable[Idiom]) -> None:
        numbered = [(str(number), idiom) for number, idiom in enumerate(idioms)]
        self._english = Phrasebook({name: Sign(words=i.english) for name, i in numbered})
        self._other = Phrasebook({name: Sign(words=i.here) for name, i in numbered})

    def without(self, english: list[Words], other: list[Words]) -> tuple[list[Words], list[Words]]:
        """Return both texts without the idioms that both have, each as often as both have it."""
        ours, theirs = _placed(self._english, english), _placed(self._other, other)
        common = {name: min(len(ours[name]), len(theirs[name])) for name in ours.keys() & theirs}
        return _cut(english, ours, common), _cut(other, theirs, common)


def _placed(book: Phrasebook, text: list[Words]) -> Placed:
    found: Placed = {}
    for number, sentence in enumerate(text):
        for hit in book.hits(sentence):
            found.setdefault(hit.sign, []).append((number, hit))
    return found


def _cut(text: list[Words], placed: Placed, common: dict[str, int]) -> list[Words]:
    """Put a word that nobody says in the place of each idiom."""
    gone = {
        (number, at)
        for name, count in common.items()
        for number, hit in placed[name][:count]
        for at in range(hit.start, hit.end)
    }
    return [
        tuple("_" if (number, at) in gone else word for at, word in enumerate(sentence))
        for number, sentence in enumerate(text)
    ]
