"""What the whole of a sheet shows before its first row is read: orders of dates, odd columns."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from interview.files.sheets.cells import CellValue, WrittenRow, as_text, is_blank
from interview.files.sheets.headings import ID, Column, SheetHeadings
from interview.files.sheets.personal import asks_who, is_a_number_of_a_person, looks_like_a_name
from interview.files.sheets.written_days import DayOrder, numbers_of

# Of the cells of a column, so many look like what it is taken for.
_MOST_OF = 0.5
TURNED = (
    "this cell is a date, and others in the column are texts such as {shown}, which the "
    "spreadsheet did not read as dates: it may have turned the day and the month round. "
    "Write 2007-06-15"
)


@dataclass
class DaysSeen:
    """How the dates of a column are written."""

    orders: dict[DayOrder, tuple[int, str]] = field(default_factory=dict)
    first_open: tuple[int, str] | None = None
    has_days: bool = False
    has_late_day: bool = False

    def add(self, row: int, cell: CellValue) -> None:
        """Note what one more cell shows."""
        if isinstance(cell, datetime.date):
            self.has_days = True
            self.has_late_day = self.has_late_day or cell.day > 12
        elif numbers := numbers_of(cell):
            if numbers.order:
                self.orders.setdefault(numbers.order, (row, as_text(cell)))
            elif numbers.is_open and not self.first_open:
                self.first_open = (row, as_text(cell))

    @property
    def order(self) -> DayOrder | None:
        """The order that the column settles; none where nothing does, or its rows disagree."""
        return next(iter(self.orders)) if len(self.orders) == 1 else None

    @property
    def turned(self) -> str:
        """Why no date cell of the column can be trusted, or nothing.

        A spreadsheet that reads days the other way round takes 6/7/2007 for a date, turned, and
        leaves 15/6/2007 a text.
        """
        if self.has_days and not self.has_late_day and self.orders:
            _, shown = next(iter(self.orders.values()))
            return TURNED.format(shown=shown)
        return ""


@dataclass
class Looks:
    """What the cells of a column look like."""

    filled: int = 0
    numbers: int = 0
    names: int = 0

    def add(self, cell: CellValue) -> None:
        """Note what one more cell looks like."""
        if not is_blank(cell):
            text = as_text(cell)
            self.filled += 1
            self.numbers += is_a_number_of_a_person(text)
            self.names += looks_like_a_name(text)

    @property
    def is_of_people(self) -> bool:
        """Say whether most cells are names or numbers of people."""
        return max(self.numbers, self.names) > self.filled * _MOST_OF


@dataclass(frozen=True)
class Survey:
    """What all the rows of a sheet show together, by column."""

    days: dict[int, DaysSeen]
    looks: dict[int, Looks]
    beside: Counter[int]
    tells_who: frozenset[str]

    def people(self, headings: SheetHeadings) -> Iterator[Column]:
        """Yield the columns that tell who somebody is."""
        for column in headings.columns:
            looks = self.looks.get(column.place)
            if looks and (
                looks.is_of_people or (not column.fact and asks_who(column.heading, self.tells_who))
            ):
                yield column

    def skipped(self, headings: SheetHeadings, has_beside: bool) -> Iterator[Column]:
        """Yield the columns that nobody reads and that hold something, or have a heading.

        With `has_beside`, those beyond the last heading too.
        """
        for column in headings.columns:
            if not column.fact and (column.heading or self.looks[column.place].filled):
                yield column
        for place in sorted(self.beside) if has_beside else ():
            yield Column(place, "")


def survey(
    rows: Iterable[WrittenRow],
    headings: SheetHeadings,
    dated: frozenset[str],
    tells_who: frozenset[str],
) -> Survey:
    """Look through the rows below the headings once.

    `dated` are the facts that are dates; `tells_who` the words of headings that ask for a name.
    """
    days = {column.place: DaysSeen() for column in headings.read if column.fact in dated}
    looks = {
        column.place: Looks() for column in headings.columns if not column.fact or column.fact == ID
    }
    beside: Counter[int] = Counter()
    for row in rows:
        for place, seen in days.items():
            if place < len(row.cells):
                seen.add(row.number, row.cells[place])
        for place, look in looks.items():
            if place < len(row.cells):
                look.add(row.cells[place])
        for place in range(len(headings.columns), len(row.cells)):
            if not is_blank(row.cells[place]):
                beside[place] += 1
    return Survey(days, looks, beside, tells_who)
