"""Finding words and agreed terms in a text, in English and in Spanish."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from interview.content import BannedWord

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_LINK = re.compile(r"\[[^\]]*\]\(([^)]*)\)")


@lru_cache(maxsize=4_096)
def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase as a pattern of whole words; a star is any ending, a mark is itself anywhere."""
    written = re.escape(phrase).replace(r"\*", r"\w*")
    start = r"\b" if phrase[:1].isalnum() else ""
    end = r"\b" if phrase[-1:].isalnum() else ""
    return re.compile(start + written + end, re.IGNORECASE)


def says(text: str, phrase: str, unless: Iterable[str] = ()) -> bool:
    """Say whether a text has a phrase outside the phrases in which it is fine."""
    for fine in unless:
        text = _pattern(fine).sub(" ", text)
    return _pattern(phrase).search(text) is not None


def banned(text: str, words: Iterable[BannedWord]) -> list[BannedWord]:
    """Return the banned words that a text says."""
    return [word for word in words if says(text, word.word, word.unless)]


def own_words(spanish: str) -> str:
    """Return a Spanish text without the *English words* that it quotes."""
    return re.sub(r"(?<!\*)\*(?!\*)[^*]+\*(?!\*)", " ", spanish)


def names_term(text: str, english: str, unless: Iterable[str]) -> bool:
    """Say whether an English text has a term, in one or in many; capitals count in ACRONYMS."""
    if english.isupper():
        return re.search(rf"\b{re.escape(english)}\b", text) is not None
    for fine in unless:
        text = _pattern(fine).sub(" ", text)
    return _in_one_or_many(english).search(text) is not None


@lru_cache(maxsize=1_024)
def _in_one_or_many(english: str) -> re.Pattern[str]:
    """An English term as whole words, in the singular or in one of its plurals."""
    stem = english[:-1] + "i" if english.endswith("y") else english
    forms = (english, f"{english}s", f"{english}es", f"{stem}es")
    return re.compile("|".join(_pattern(form).pattern for form in forms), re.IGNORECASE)


def says_term(text: str, spanish: str, english: str) -> bool:
    """Say whether a Spanish text has an agreed term, or quotes the *English name* itself."""
    plain = without_accents(text)
    quoted = re.findall(r"\*([^*]+)\*", plain)
    # Without its last letter, so that felony is found in felonies.
    if any(english[:-1].lower() in quote.lower() for quote in quoted):
        return True
    return _spanish_term(spanish).search(plain.replace("*", "")) is not None


@lru_cache(maxsize=1_024)
def _spanish_term(spanish: str) -> re.Pattern[str]:
    words = [re.escape(word).replace(r"\*", r"\w*") for word in without_accents(spanish).split()]
    return re.compile(r"\b" + r"\s+".join(rf"{word}(?:s|es)?" for word in words) + r"\b", re.I)


def without_accents(text: str) -> str:
    """Return a text without its accents, so that orden and órdenes have one stem."""
    spread = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in spread if unicodedata.category(letter) != "Mn")


def bare_term(spanish: str) -> str:
    """Return a translated glossary word without what stands in brackets."""
    return re.sub(r"\s*\([^)]*\)", "", spanish).replace("*", "").strip()


def placeholders(text: str) -> list[str]:
    """Return what a program fills in, in the order of the alphabet."""
    return sorted(PLACEHOLDER.findall(text))


def links(text: str) -> list[str]:
    """Return where the Markdown links of a text lead."""
    return _LINK.findall(text)


def bold_marks(text: str) -> int:
    """Count the ** marks of a text."""
    return text.count("**")


def has_open_mark(text: str) -> bool:
    """Say whether a * or a ** is opened and not closed."""
    without_bold = text.replace("**", "")
    return bold_marks(text) % 2 == 1 or without_bold.count("*") % 2 == 1
