"""Which question a heading may mean that none has: told to whoever wrote it, and never taken."""

from collections import Counter
from collections.abc import Iterable, Mapping

from interview.files.sheets.plain_words import as_compared

# Shorter words stand in every question; a word is like another by so many first letters.
_SHORTEST, _STEM = 4, 5
MOST_SHOWN = 2


class Likenesses:
    """Knows the words of every question, and how few others have each."""

    def __init__(self, ways: Mapping[str, Iterable[str]]) -> None:
        """`ways`: by each question's id, all ways to ask it, in any language."""
        self._stems = {
            fact: frozenset(stem for words in asked for stem in _stems(words))
            for fact, asked in ways.items()
        }
        self._often = Counter(stem for stems in self._stems.values() for stem in stems)

    def to(self, heading: str) -> list[str]:
        """Return the ids of the questions that share most with a heading, the nearest first."""
        wanted = _stems(heading)
        shared = {
            known: sum(1 / self._often[stem] for stem in stems & wanted)
            for known, stems in self._stems.items()
        }
        found = [known for known, weight in shared.items() if weight]
        return sorted(found, key=lambda known: -shared[known])[:MOST_SHOWN]


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in as_compared(words).split() if len(word) >= _SHORTEST)
