"""What became of the rows of a file: counted, and ids that stand twice found."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from interview.content import LANES
from interview.files.urgency import UrgencyRank

# Past so many people, ids are no longer held against each other: memory has an end.
MOST_IDS = 100_000


@dataclass
class ScreenedRows:
    """What became of some rows: the lines to print, and what to say of each refused or odd one.

    `ranks` say of each line how soon that person needs a lawyer. `ids` are those of the people
    screened, each with its line; `empty` are the first lines of rows without an id and without an
    answer. `own_days` counts those that name their own as_of.
    """

    lines: list[str] = field(default_factory=list)
    ranks: list[UrgencyRank] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    ids: list[tuple[int, str]] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    own_days: int = 0

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self.lines) + len(self.refused) + len(self.empty)


@dataclass
class Tally:
    """How many people were screened, and how many rows were not."""

    screened: int = 0
    refused: int = 0
    empty: int = 0
    first_empty: int = 0
    own_days: int = 0
    lanes: Counter[str] = field(default_factory=Counter)

    def add(self, found: ScreenedRows) -> None:
        """Count what became of some more rows."""
        self.screened += len(found.lines)
        self.lanes.update(LANES[lane] for lane, *_ in found.ranks)
        self.refused += len(found.refused)
        self.empty += len(found.empty)
        self.own_days += found.own_days
        self.first_empty = self.first_empty or next(iter(found.empty), 0)


class SameIds:
    """Finds the ids that stand twice; none is lost, and nobody is taken for somebody else.

    `word` is what a place is called: line or row.
    """

    def __init__(self, word: str = "line") -> None:
        self._word = word
        self._lines: dict[int, int] = {}

    @property
    def is_full(self) -> bool:
        """Say whether later ids are not held against each other any more."""
        return len(self._lines) >= MOST_IDS

    def among(self, ids: Iterable[tuple[int, str]]) -> Iterator[str]:
        """Yield what to say of each id that stood on an earlier line."""
        for line, name in ids:
            first = self._lines.get(hash(name))
            if first is not None:
                yield (
                    f'{self._word} {line}: the id "{name}" stands on {self._word} {first} too. '
                    "Both were screened. Give each person an id of their own"
                )
            elif not self.is_full:
                self._lines[hash(name)] = line
