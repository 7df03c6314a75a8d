"""The four words that open a slip: chosen by the machine, out of one language's list."""

import re
import secrets
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from interview.content import ROOT, SOURCE_LANGUAGE

HOW_MANY = 4
_LISTS = ROOT / "questions" / "slip_words"


@dataclass(frozen=True)
class WordList:
    """The words of one language, each once, in the order of its file."""

    words: tuple[str, ...]

    def choose(self) -> tuple[str, ...]:
        """Return four words by chance: of 2,048 words, one of 2 to the power of 44 choices."""
        return tuple(secrets.choice(self.words) for _ in range(HOW_MANY))


def normal(written: str) -> str:
    """Return words as they are held against others: small letters, no accents, one blank between.

    Whoever types them on a phone or a strange keyboard need not find an accent.
    """
    bare = unicodedata.normalize("NFD", written.casefold())
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W\d_]+", letters))


@lru_cache(maxsize=8)
def word_list(language: str, folder: Path = _LISTS) -> WordList:
    """Return the list of a language; English for one that has none."""
    path = folder / f"{language}.txt"
    if not path.exists():
        path = folder / f"{SOURCE_LANGUAGE}.txt"
    return WordList(tuple(path.read_text(encoding="utf-8").split()))
