"""What a translation must keep whatever its language: numbers, marks, names, length."""

import fnmatch
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interview.authoring.texts import phrases
from interview.content import GuardWords

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"\b[A-Z]{2,}\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<![A-Z]\.[A-Z])[.?!](?=[\s*\"»”)]|$)")
_CLOSING = re.compile(r"[\"'’”»)\]*\s]+$")
_HTML = re.compile(r"</?\w|&#?\w+;")
_PAIRS = ("()", "[]", "«»", "“”")
# Full stops of other scripts, by the mark that they stand for.
_STOPS = str.maketrans({"。": ".", "।": ".", "？": "?", "！": "!", "：": ":"})
# A shorter translation has lost something; below this length a text may be half as long.
_LONG_ENOUGH, _SHORTEST_SHARE = 50, 0.6


@dataclass(frozen=True)
class Alarm:
    """What may be dangerous in a translation: of which sign, what is wrong, what to do."""

    sign: str
    problem: str
    remedy: str


def same_numbers(english: str, other: str, in_order: bool) -> Iterator[Alarm]:
    """The figures are the same; in the same order where the language is known to keep it."""
    ours, theirs = _figures(english), _figures(other)
    lost = Counter(ours) - Counter(theirs)
    if (ours != theirs) if in_order else lost:
        yield Alarm(
            "figures",
            f"the English says {_all(ours)}, and the translation {_all(theirs)}",
            "Write the same numbers.",
        )


def same_names(english: str, other: str) -> Iterator[Alarm]:
    """A name in CAPITALS stays as it is, also inside *emphasis*."""
    lost = Counter(_NAME.findall(english)) - Counter(_NAME.findall(other))
    if lost:
        yield Alarm("names", f"{_all(lost)} is lost", "Name the same programs and agencies.")


def same_ending(english: str, other: str) -> Iterator[Alarm]:
    """A question stays a question, and a sentence ends as it does in English."""
    if ("?" in english) != ("?" in other.translate(_STOPS)):
        yield Alarm("question", "only one of the two asks", "Ask in both, or in neither.")
    if (ours := _end(english)) != (theirs := _end(other.translate(_STOPS))):
        yield Alarm(
            "ending",
            f"the English ends with {ours or 'no mark'}, and the translation with "
            f"{theirs or 'no mark'}",
            "End it as the English ends.",
        )


def same_length(english: str, other: str) -> Iterator[Alarm]:
    """No sentence is missing."""
    sentences = [len(_SENTENCE_END.findall(text.translate(_STOPS))) for text in (english, other)]
    if sentences[1] < sentences[0]:
        yield Alarm(
            "sentences",
            f"the English has {sentences[0]} sentences, and the translation {sentences[1]}",
            "Look for the one that is missing.",
        )
    if len(english) >= _LONG_ENOUGH and len(other) < _SHORTEST_SHARE * len(english):
        yield Alarm("length", "much shorter than the English", "Look for what is missing.")


def whole_marks(english: str, other: str, opening: dict[str, str]) -> Iterator[Alarm]:
    """Brackets and quotes are closed, an opening mark has its closing one, and nothing is HTML."""
    for pair in _PAIRS:
        if other.count(pair[0]) != other.count(pair[1]):
            yield Alarm("marks", f"{pair[0]} and {pair[1]} do not pair up", "Open and close both.")
    for closing, opened in opening.items():
        in_turn = "".join(mark for mark in other if mark in (opened, closing))
        if in_turn != (opened + closing) * other.count(closing):
            yield Alarm(
                "marks", f"a {closing} without its {opened}, or the other way", "Write both."
            )
    if _HTML.search(other) and not _HTML.search(english):
        yield Alarm("marks", "HTML stands in it", "Take it out; ** and * are the only marks.")


def own_language(
    english: str, other: str, source: GuardWords, words: GuardWords
) -> Iterator[Alarm]:
    """No English is left outside *emphasis*: no common word, and none of this very text."""
    found = _WORD.findall(phrases.PLACEHOLDER.sub(" ", phrases.own_words(other)))
    left = [word for word in found if word.lower() in source.own_words]
    if words.shared_words:
        own = {word for word in _WORD.findall(english) if len(word) >= 4 and word.islower()}
        left += [word for word in found if word in own - set(words.shared_words)]
    if not left and english == other:
        left = [word for word in found if len(word) >= 3 and word.islower()][1:]
    if left:
        yield Alarm(
            "english",
            f"{_all(dict.fromkeys(left))} is English",
            "Translate it, or write *English words* between stars.",
        )


def short_enough(places: Iterable[str], other: str, source: GuardWords) -> Iterator[Alarm]:
    """What stands on a button or a chip fits on it."""
    for limit in source.lengths:
        fits = (fnmatch.fnmatch(place, found) for place in places for found in limit.places)
        if len(other) > limit.most and any(fits):
            yield Alarm(
                "length", f"{len(other)} letters, at most {limit.most} here", "Say it shorter."
            )


def accented_words(texts: Iterable[str], words: GuardWords) -> dict[str, str]:
    """Return the words that are nearly always written with an accent, by the form without it.

    Learnt from the texts themselves; `both_ways` are words that are right in both forms.
    """
    seen = Counter(word for text in texts for word in {w.lower() for w in _WORD.findall(text)})
    bare = {word: phrases.without_accents(word) for word in seen}
    return {
        plain: word
        for word, plain in bare.items()
        if plain != word and 3 * seen[plain] < seen[word] and plain not in words.both_ways
    }


def accents(other: str, written: dict[str, str]) -> Iterator[Alarm]:
    """A word has the accent that it has in the other texts."""
    for word in _WORD.findall(phrases.own_words(other)):
        if word.lower() in written:
            yield Alarm(
                "accents", f'"{word}" has lost its accent', f"Write {written[word.lower()]}."
            )


def _figures(text: str) -> list[str]:
    figures = _DIGITS.findall(unicodedata.normalize("NFKC", text))
    return [figure.replace(",", ".") for figure in figures]


def _end(text: str) -> str:
    last = _CLOSING.sub("", text)[-1:]
    return last if last in ".?!:…" else ""


def _all(items: Iterable[str]) -> str:
    return ", ".join(items) or "nothing"
