"""The row of a sheet that says what each column holds, and what is said of every column."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from interview.files.rows import RESERVED
from interview.files.sheets.cells import (
    CellValue,
    Grid,
    SheetError,
    WrittenRow,
    as_text,
    is_blank,
    letter,
)
from interview.files.sheets.plain_words import Lookup, as_compared
from interview.files.sheets.written_days import DayOrder
from interview.screening import shortened

ID, AS_OF = RESERVED
LOOKED_AT = 40
_ORDERS: tuple[tuple[DayOrder, re.Pattern[str]], ...] = (
    ("mdy", re.compile(r"\b(m{1,2} d{1,2} [ya]+|month day year|mes dia ano)\b")),
    ("dmy", re.compile(r"\b(d{1,2} m{1,2} [ya]+|day month year|dia mes ano)\b")),
)
_ISO_SHOWN = re.compile(r"[ya]+ m{1,2} d{1,2}")
_PARTS = re.compile(r"[()\[\]\n|]| / | - | – ")
# A heading as near as this to a question is a slip of the pen, and its answers would be lost.
_NEAR, _SHORTEST, _LONGEST = 0.85, 5, 200
MOST_COLUMNS = 1_000
# Headings of numbers without a letter in them.
_SIGNS = ("#", "№")


@dataclass(frozen=True)
class Column:
    """What a column holds: `fact` is a question, id or as_of, or empty where nobody reads it."""

    place: int
    heading: str
    fact: str = ""
    order: DayOrder | None = None

    @property
    def name(self) -> str:
        """What a message calls the column: its letter, and its heading."""
        shown = f', "{shortened(" ".join(self.heading.split()))}"' if self.heading else ""
        return f"column {letter(self.place)}{shown}"


@dataclass(frozen=True)
class SheetHeadings:
    """The row of the headings, and every column that has one."""

    number: int
    columns: tuple[Column, ...]

    @property
    def read(self) -> tuple[Column, ...]:
        """The columns that are read."""
        return tuple(column for column in self.columns if column.fact)


class HeadingReader:
    """Finds the headings of a sheet; `lookup` says what each asks for.

    `own_numbers` are headings, as they are compared, of numbers that a clinic gives its rows.
    """

    def __init__(self, lookup: Lookup, own_numbers: frozenset[str] = frozenset()) -> None:
        self._lookup, self._own_numbers = lookup, own_numbers

    def score(self, cells: Iterable[CellValue]) -> int:
        """Say of how many questions a row has the headings."""
        return len({fact for cell in cells for fact in self._facts(cell) if fact not in RESERVED})

    def find(self, grid: Grid) -> SheetHeadings | None:
        """Return the headings of a sheet, or none; raise SheetError for those that are unclear.

        The row with most headings among the first ones is it: titles and notes may stand above.
        """
        best = self._best(grid)
        return self._headings(best) if best else None

    def are_ids(self, grid: Grid) -> bool:
        """Say whether all headings that are known are ids, as ids are written."""
        best = self._best(grid)
        return best is not None and all(
            self._facts(cell) in ((), (as_text(cell),)) for cell in best.cells
        )

    def _best(self, grid: Grid) -> WrittenRow | None:
        rows = islice((row for row in grid.rows() if not row.is_empty), LOOKED_AT)
        best, most = None, (0, 0)
        for row in rows:
            # Where words stand above ids, the ids know the number of a person too.
            known = sum(1 for cell in row.cells if self._facts(cell))
            if (score := self.score(row.cells)) and (score, known) > most:
                best, most = row, (score, known)
        return best

    def repeats(self, row: WrittenRow, headings: SheetHeadings) -> bool:
        """Say whether a row only says its headings again, as ids beneath or on a new page."""
        found = 0
        for column in headings.read:
            cell = row.cells[column.place] if column.place < len(row.cells) else None
            if is_blank(cell):
                continue
            if self._facts(cell) != (column.fact,):
                return False
            found += column.fact not in RESERVED
        return found > 0

    def _facts(self, cell: CellValue) -> tuple[str, ...]:
        if not isinstance(cell, str) or is_blank(cell):
            return ()
        words = as_compared(cell)
        if words in (ID, as_compared(AS_OF)):
            return (ID if words == ID else AS_OF,)
        if whole := self._lookup.of(cell):
            return whole
        parts = [part for part in _PARTS.split(cell) if as_compared(part)]
        asked = [part for part in parts if not _is_a_pattern(part)]
        found = [self._lookup.of(part) for part in asked]
        # One word beside a heading may turn it round: all of it is known, or none.
        if all(found):
            return tuple(dict.fromkeys(fact for facts in found for fact in facts))
        return ()

    def _headings(self, row: WrittenRow) -> SheetHeadings:
        if len(row.cells) > MOST_COLUMNS:
            raise SheetError(
                f"row {row.number}: there are {len(row.cells)} columns, and a sheet has at most "
                f"{MOST_COLUMNS}. Take out those that are no question"
            )
        problems: list[str] = []
        columns = tuple(self._columns(row, problems))
        seen: dict[str, Column] = {}
        for column in columns:
            if column.fact and (earlier := seen.setdefault(column.fact, column)) != column:
                problems.append(f"{earlier.name} and {column.name} ask the same. Keep one")
        if problems:
            raise SheetError(f"row {row.number}: " + f"\nrow {row.number}: ".join(problems))
        return SheetHeadings(row.number, columns)

    def _columns(self, row: WrittenRow, problems: list[str]) -> Iterator[Column]:
        """Yield the columns of a row of headings; note what is wrong with any."""
        has_id = any(self._facts(cell) == (ID,) for cell in row.cells)
        for place, cell in enumerate(row.cells):
            heading, facts = as_text(cell), self._facts(cell)
            column = Column(place, heading, facts[0] if facts else "", _order(heading))
            if len(facts) > 1:
                listed = " or ".join(facts)
                problems.append(f"{column.name} can be {listed}. Write one of these")
            if not facts and not has_id and self._is_an_own_number(heading):
                has_id, column = True, Column(place, heading, ID)
            elif not facts and (near := self._near(heading)):
                problems.append(
                    f"{column.name}: there is no such question. "
                    f'Did you mean "{near}"? '
                    "Write that, or quite another heading"
                )
            yield column

    def _is_an_own_number(self, heading: str) -> bool:
        words = as_compared(heading)
        return words in self._own_numbers or (not words and heading.strip() in _SIGNS)

    def _near(self, heading: str) -> str:
        words = as_compared(heading)
        if not _SHORTEST <= len(words) <= _LONGEST or words.isdigit():
            return ""
        [near] = difflib.get_close_matches(words, self._lookup.words, 1, _NEAR) or [""]
        return near


def _is_a_pattern(part: str) -> bool:
    words = as_compared(part)
    return any(pattern.fullmatch(words) for _, pattern in _ORDERS) or bool(
        _ISO_SHOWN.fullmatch(words)
    )


def _order(heading: str) -> DayOrder | None:
    """Return the order of day and month that a heading says, as in (mm/dd/yyyy)."""
    words = as_compared(heading)
    return next((order for order, pattern in _ORDERS if pattern.search(words)), None)
