"""A written sheet, read into rows of {fact: written answer}, each with where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from interview.content import SOURCE_LANGUAGE, Content, Languages
from interview.files.sheets.cells import CellValue, Grid, SheetError, WrittenRow, as_text, is_blank
from interview.files.sheets.headings import (
    AS_OF,
    ID,
    Column,
    HeadingReader,
    SheetHeadings,
)
from interview.files.sheets.plain_words import as_compared, complete_languages, headings_of
from interview.files.sheets.survey import Survey, survey
from interview.files.sheets.text_grid import text_grid
from interview.files.sheets.value_reader import CellError, ValueReader
from interview.files.sheets.workbook import workbook_grid
from interview.files.sheets.written_days import DayOrder, DayReader
from interview.languages import tongue_of, translations
from interview.screening import MOST_REFUSED, AnswerReader, shortened

LARGEST, MOST_ROWS = 64 * 2**20, 200_000
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
OLD_OFFICE = (
    "this workbook is of an old kind, or has a password. Open it in a spreadsheet, and save it as "
    ".xlsx without a password"
)
TOO_LARGE = "this file is larger than {0} MB. Cut it into smaller ones"
NO_HEADINGS = (
    "no row has headings that are known. Write the id or the short name of a question above each "
    "column: `interview map` lists them"
)
_SHORTEST_MONTH = 3
_MORE_MONTHS = {"setiembre": 9}


@dataclass(frozen=True)
class CellChange:
    """A cell that was taken otherwise than it is written; `where` is its row and its column."""

    where: str
    written: str
    taken: str

    def __str__(self) -> str:
        return f'{self.where}: "{shortened(" ".join(self.written.split()))}" taken as {self.taken}'


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet: what it says of each fact, where, and why it is refused, if it is.

    `columns` are the columns that the answers stand in.
    """

    number: int
    answers: dict[str, str]
    columns: dict[str, Column]
    changes: tuple[CellChange, ...] = ()
    refused: tuple[str, ...] = ()


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
    ) -> None:
        people = list(found.people(headings))
        self._grid, self._values, self._dates = grid, values, dates
        self._survey, self._heading_reader = found, heading_reader
        self.delimiter = grid.delimiter
        hidden = {column.place for column in people}
        self.headings = replace(
            headings,
            columns=tuple(
                replace(column, fact="") if column.place in hidden else column
                for column in headings.columns
            ),
        )
        self.told = (*grid.told, *self._told(people))

    def _told(self, people: list[Column]) -> Iterator[str]:
        for column in people:
            yield (
                f"{column.name} looks like names or numbers of people. It was not read. Do not "
                "keep them in this sheet: write a ticket or a row number of your own"
            )
        named = {column.place for column in people}
        skipped = [one for one in self._survey.skipped(self.headings) if one.place not in named]
        if skipped:
            listed = "; ".join(column.name for column in skipped)
            yield f"columns that no question has, not read: {listed}"

    def rows(self) -> Iterator[SheetRow]:
        """Yield each row below the headings that is not empty."""
        for row in _below(self._grid, self.headings, self._heading_reader):
            yield self._row(row)

    def _row(self, row: WrittenRow) -> SheetRow:
        answers: dict[str, str] = {}
        columns: dict[str, Column] = {}
        changes: list[CellChange] = []
        refused: list[str] = [row.broken] if row.broken else []
        for column in self.headings.read if not row.broken else ():
            cell = row.cells[column.place] if column.place < len(row.cells) else None
            wrong = row.wrong.get(column.place) or self._turned(column, cell)
            if is_blank(cell) and not wrong:
                continue
            try:
                taken = self._taken(column, cell, wrong)
            except CellError as error:
                refused.append(f"{column.name}: {error}")
                continue
            answers[column.fact], columns[column.fact] = taken, column
            if taken != as_text(cell):
                where = f"row {row.number}, {column.name}"
                changes.append(CellChange(where, as_text(cell), taken))
        if not answers and not refused:
            refused.append(
                "nothing stands in the columns that are read. Write an answer, or delete it"
            )
        if len(refused) > MOST_REFUSED:
            refused = [*refused[:MOST_REFUSED], "there may be more. Mend these first"]
        return SheetRow(row.number, answers, columns, tuple(changes), tuple(refused))

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


def _below(grid: Grid, headings: SheetHeadings, reader: HeadingReader) -> Iterator[WrittenRow]:
    for row in grid.rows():
        if row.number <= headings.number or row.is_empty or reader.repeats(row, headings):
            continue
        if row.number > MOST_ROWS:
            raise SheetError(f"a sheet has at most {MOST_ROWS} rows. Cut it into smaller ones")
        yield row


class SheetReader:
    """Reads sheets of one content, in English and in every language that is complete."""

    def __init__(self, content: Content, languages: Languages, folder: Path) -> None:
        codes = complete_languages(languages)
        translated = {code: translations(folder, code) for code in codes}
        tongues = [tongue_of(folder, languages, code, "self") for code in (SOURCE_LANGUAGE, *codes)]
        self._months = _months([tongue.dates.months for tongue in tongues])
        self._content, self._translated = content, translated
        self._answers = AnswerReader(content)
        self._headings = HeadingReader(headings_of(content, translated))
        dated = {question.id for question in content.questions if question.type == "date"}
        self._dated = frozenset({*dated, AS_OF})

    def open(self, data: bytes, dates: DayOrder | None = None) -> WrittenSheet:
        """Return the sheet in a file's bytes; raise SheetError where nobody in it can be read.

        `dates` says which stands first, the month or the day. Where it is not said, and neither a
        heading nor a row of a column settles it, the sheet is refused.
        """
        grid = self._grid(data)
        headings = self._headings.find(grid)
        if headings is None:
            raise SheetError(NO_HEADINGS)
        found = survey(_below(grid, headings, self._headings), headings, self._dated)
        for column in headings.read:
            _refuse_open(column, found, dates)
        days = DayReader(self._months, grid.year_zero)
        values = ValueReader(self._content, self._answers, self._translated, days)
        return WrittenSheet(grid, headings, found, values, self._headings, dates)

    def _grid(self, data: bytes) -> Grid:
        if len(data) > LARGEST:
            raise SheetError(TOO_LARGE.format(LARGEST >> 20))
        if data.startswith(_OLD_OFFICE):
            raise SheetError(OLD_OFFICE)
        if data.startswith(_ZIP):
            return workbook_grid(data, self._has_people)
        return text_grid(data, self._headings.score)

    def _has_people(self, grid: Grid) -> bool:
        # A list of questions, one a row, has the headings of one question in each row at most.
        top = islice((row for row in grid.rows() if not row.is_empty), 40)
        return max((self._headings.score(row.cells) for row in top), default=0) > 1


def _refuse_open(column: Column, found: Survey, dates: DayOrder | None) -> None:
    """Ask for the order of days and months where nothing in the column says it."""
    seen = found.days.get(column.place)
    if dates or seen is None or seen.first_open is None or seen.orders or column.order:
        return
    row, shown = seen.first_open
    raise SheetError(
        f'row {row}, {column.name}: "{shown}" can be two days, and no row of this column shows if '
        "the month or the day stands first. Add --dates mdy where the month does, or --dates dmy"
    )


def _months(named: list[Mapping[int, str]]) -> dict[str, int]:
    """Return the number of each month by its plain name in any language, or the first letters."""
    found: dict[str, set[int]] = {}
    for months in named:
        for number, name in months.items():
            words = as_compared(name)
            for length in range(min(_SHORTEST_MONTH, len(words)), len(words) + 1):
                found.setdefault(words[:length], set()).add(number)
    return {
        name: min(numbers) for name, numbers in found.items() if len(numbers) == 1
    } | _MORE_MONTHS
