"""The rows of a sheet whose headings are known: what each says, where, and why one is refused."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from interview.files.sheets.cells import CellValue, Grid, SheetError, WrittenRow, as_text, is_blank
from interview.files.sheets.headings import (
    AS_OF,
    ID,
    Column,
    HeadingReader,
    SheetHeadings,
)
from interview.files.sheets.likenesses import Likenesses
from interview.files.sheets.survey import Survey
from interview.files.sheets.value_reader import CellError, ValueReader
from interview.files.sheets.written_days import DayOrder
from interview.screening import MOST_REFUSED, shortened

NOTHING = "nothing stands in the columns that are read. Write an answer, or delete it"
MORE = "there may be more. Mend these first"


@dataclass(frozen=True)
class RefusedCell:
    """Why a cell is refused; `column` is None where it is the whole row."""

    column: Column | None
    reason: str

    def __str__(self) -> str:
        return f"{self.column.name}: {self.reason}" if self.column else self.reason


@dataclass(frozen=True)
class CellChange:
    """A cell that was taken otherwise than it is written."""

    row: int
    column: Column
    written: str
    taken: str

    def __str__(self) -> str:
        written = shortened(" ".join(self.written.split()))
        return f'row {self.row}, {self.column.name}: "{written}" taken as {self.taken}'


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet: what it says of each fact, where, and why it is refused, if it is.

    `columns` are the columns that the answers stand in.
    """

    number: int
    answers: dict[str, str]
    columns: dict[str, Column]
    changes: tuple[CellChange, ...] = ()
    refused: tuple[RefusedCell, ...] = ()


class WrittenSheet:
    """A sheet whose headings and orders of dates are known."""

    def __init__(
        self,
        grid: Grid,
        headings: SheetHeadings,
        found: Survey,
        values: ValueReader,
        heading_reader: HeadingReader,
        dates: DayOrder | None,
        likenesses: Likenesses,
        most_people: int,
    ) -> None:
        self._most_people = most_people
        self.of_people = people = tuple(found.people(headings))
        self._grid, self._values, self._dates = grid, values, dates
        self._survey, self._heading_reader = found, heading_reader
        self._likenesses = likenesses
        self.delimiter = grid.delimiter
        hidden = {column.place for column in people}
        self.headings = replace(
            headings,
            columns=tuple(
                replace(column, fact="") if column.place in hidden else column
                for column in headings.columns
            ),
        )
        named = {column.place for column in people}
        self.skipped = tuple(
            one for one in found.skipped(self.headings, not grid.is_text) if one.place not in named
        )
        self.has_old_letters = bool(grid.told)
        self.told = (*grid.told, *self._told())

    def _told(self) -> Iterator[str]:
        for column in self.of_people:
            yield (
                f"{column.name} looks like names or numbers of people. It was not read. Do not "
                "keep them in this sheet: write a ticket or a row number of your own"
            )
        if self.skipped:
            yield (
                "columns that no question has, not read. What stands in them counts for nothing:\n"
                + "\n".join(f"  {self._with_likenesses(column)}" for column in self.skipped)
            )

    def may_mean(self, column: Column) -> list[str]:
        """Return the ids of the questions that a column which is not read may ask."""
        return self._likenesses.to(column.heading)

    def _with_likenesses(self, column: Column) -> str:
        likes = " or ".join(f'"{self._values.heading(one)}"' for one in self.may_mean(column))
        return f"{column.name}" + (f" (a heading that is read: {likes})" if likes else "")

    @property
    def has_own_numbers(self) -> bool:
        """Say whether a column holds the numbers that the clinic gave its rows."""
        return any(column.fact == ID for column in self.headings.read)

    def rows(self) -> Iterator[SheetRow]:
        """Yield each row below the headings that is not empty."""
        for row in rows_below(self._grid, self.headings, self._heading_reader, self._most_people):
            yield self._row(row)

    def _row(self, row: WrittenRow) -> SheetRow:
        answers: dict[str, str] = {}
        columns: dict[str, Column] = {}
        changes: list[CellChange] = []
        broken = row.broken or self._badly_cut(row)
        refused = [RefusedCell(None, broken)] if broken else []
        for column in self.headings.read if not broken else ():
            cell = row.cells[column.place] if column.place < len(row.cells) else None
            wrong = row.wrong.get(column.place) or self._turned(column, cell)
            if is_blank(cell) and not wrong:
                continue
            try:
                taken = self._taken(column, cell, wrong)
            except CellError as error:
                refused.append(RefusedCell(column, str(error)))
                continue
            answers[column.fact], columns[column.fact] = taken, column
            if taken != as_text(cell):
                changes.append(CellChange(row.number, column, as_text(cell), taken))
        if not answers and not refused:
            refused.append(RefusedCell(None, NOTHING))
        if len(refused) > MOST_REFUSED:
            refused = [*refused[:MOST_REFUSED], RefusedCell(None, MORE)]
        return SheetRow(row.number, answers, columns, tuple(changes), tuple(refused))

    def _badly_cut(self, row: WrittenRow) -> str:
        """Say where the cells of a text do not fit the headings: answers may stand elsewhere."""
        wanted, found = len(self.headings.columns), len(row.cells)
        if not self._grid.is_text:
            return ""
        if any(not is_blank(cell) for cell in row.cells[wanted:]):
            return f"{found} cells, and the headings have only {wanted} columns. Look at the quotes"
        if found < wanted and any(self.delimiter in str(cell) for cell in row.cells):
            return f"{found} cells, and the headings have {wanted} columns. Look at the quotes"
        return ""

    def _turned(self, column: Column, cell: CellValue) -> str:
        seen = self._survey.days.get(column.place)
        return seen.turned if seen and not isinstance(cell, str) and not is_blank(cell) else ""

    def _taken(self, column: Column, cell: CellValue, wrong: str) -> str:
        if wrong:
            raise CellError(wrong)
        if column.fact == ID:
            return as_text(cell)
        order = self._order(column)
        if column.fact == AS_OF:
            return self._values.day(cell, order)
        return self._values.read(column.fact, cell, order)

    def _order(self, column: Column) -> DayOrder | None:
        return _settled(column, self._survey, self._dates)


def _settled(column: Column, found: Survey, dates: DayOrder | None) -> DayOrder | None:
    """Return the order of days and months in a column: as said, or as all of it agrees."""
    if dates or column.place not in found.days:
        return dates
    orders = {*found.days[column.place].orders, *([column.order] if column.order else [])}
    return next(iter(orders)) if len(orders) == 1 else None


def rows_below(
    grid: Grid, headings: SheetHeadings, reader: HeadingReader, most: int
) -> Iterator[WrittenRow]:
    """Yield the rows below the headings that are not empty; raise SheetError past the most."""
    people = 0
    for row in grid.rows():
        if row.number <= headings.number or row.is_empty or reader.repeats(row, headings):
            continue
        people += 1
        if people > most:
            raise SheetError(f"a sheet has at most {most} rows. Cut it into smaller ones", "many")
        yield row
