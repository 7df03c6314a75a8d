"""Columns that tell who somebody is: no answer needs them, and no sheet should keep them."""

import re

from interview.files.sheets.plain_words import as_compared

_CONTENT = re.compile(
    r"[^@\s]+@[^@\s]+\.[^@\s]+"
    r"|A[\s#:-]{0,2}\d{3}[\s-]?\d{3}[\s-]?\d{2,3}"
    r"|(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-]?)\d{3}[\s.-]?\d{4}"
    r"|\d{3}-\d{2}-\d{4}"
    r"|[A-Z]{3}\d{10}",
    re.IGNORECASE,
)
# Small words inside a name.
_SMALL = {"de", "del", "la", "las", "los", "y", "van", "von", "da", "dos"}
_IN_A_NAME = str.maketrans("", "", "'’.-")
_LONGEST_NAME, _MOST_WORDS = 80, 7


def asks_who(heading: str, words: frozenset[str]) -> bool:
    """Say whether a heading asks for a name, or a number or an address of a person.

    `words` are those that do, as they are compared; a single letter counts only where it is all.
    """
    compared = as_compared(heading)
    return compared in words or any(
        f" {word} " in f" {compared} " for word in words if len(word) > 1
    )


def is_a_number_of_a_person(text: str) -> bool:
    """Say whether a cell is a phone, an e-mail, or a number that an office gives a person."""
    return len(text) <= _LONGEST_NAME and bool(_CONTENT.fullmatch(text.strip()))


def looks_like_a_name(text: str) -> bool:
    """Say whether a cell looks like a first and a last name."""
    words = text.replace(",", " ").split()
    if len(text) > _LONGEST_NAME or not 2 <= len(words) <= _MOST_WORDS:
        return False
    large = [word for word in words if word.casefold() not in _SMALL]
    return len(large) > 1 and all(map(_is_capital, large))


def _is_capital(word: str) -> bool:
    letters = word.translate(_IN_A_NAME)
    return letters.isalpha() and letters[0].isupper()
