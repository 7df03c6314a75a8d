"""Opens a sheet that somebody wrote: of any kind, in any complete language, or says what to do."""

import datetime
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from interview.content import SOURCE_LANGUAGE, Content, Languages
from interview.files.sheets.at_a_glance import first_line, is_other_text
from interview.files.sheets.cells import (
    YEAR_ZERO,
    Grid,
    SheetBounds,
    SheetError,
    WrittenRow,
    letter,
)
from interview.files.sheets.headings import AS_OF, ID, Column, HeadingReader, SheetHeadings
from interview.files.sheets.likenesses import Likenesses
from interview.files.sheets.plain_words import (
    as_compared,
    complete_languages,
    headings_of,
    in_any_language,
    ways_to_ask,
)
from interview.files.sheets.survey import Survey, survey
from interview.files.sheets.text_grid import text_grid
from interview.files.sheets.value_reader import ValueReader
from interview.files.sheets.workbook import workbook_grid
from interview.files.sheets.written_days import DayOrder, DayReader
from interview.files.sheets.written_sheet import WrittenSheet, rows_below
from interview.languages import tongue_of, translations
from interview.screening import AnswerReader, shortened

# A file is held in memory while it is read.
LARGEST = 64 * 2**20
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


class SheetReader:
    """Reads sheets of one content, in English and in every language that is complete."""

    def __init__(
        self,
        content: Content,
        languages: Languages,
        folder: Path,
        bounds: SheetBounds | None = None,
    ) -> None:
        self._bounds = bounds or SheetBounds()
        codes = complete_languages(languages)
        translated = {code: translations(folder, code) for code in codes}
        tongues = [tongue_of(folder, languages, code, "self") for code in (SOURCE_LANGUAGE, *codes)]
        words = content.papers.sheet_words
        self._months = _months([tongue.dates.months for tongue in tongues], words.more_months)
        self._likenesses = Likenesses(ways_to_ask(content, translated))
        self._tells_who = in_any_language(words.tells_who)
        self._content, self._translated = content, translated
        self._answers = AnswerReader(content)
        self._headings = HeadingReader(
            headings_of(content, translated), in_any_language(words.own_number)
        )
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
            raise SheetError(NO_HEADINGS, "no_headings")
        most = self._bounds.people
        below = rows_below(grid, headings, self._headings, most)
        found = survey(below, headings, self._dated, self._tells_who)
        for column in headings.read:
            _refuse_open(column, found, dates)
        values = self._values(grid.year_zero)
        return WrittenSheet(
            grid, headings, found, values, self._headings, dates, self._likenesses, most
        )

    def has_headings(self, data: bytes) -> bool:
        """Say whether a file's bytes are a sheet with headings that are known."""
        try:
            return self._headings.find(self._grid(data)) is not None
        except SheetError:
            return False

    def knows_more_of(self, top: bytes) -> bool:
        """Say whether the top of a text has headings or values in words, which ids alone miss."""
        if is_other_text(top):
            return True
        try:
            grid = self._grid(top)
        except SheetError:
            return False
        try:
            headings = self._headings.find(grid)
        except SheetError:
            # What is wrong with ids is told as ever.
            return not self._headings.are_ids(grid)
        if headings is None:
            return False
        if headings.number != first_line(top) or not self._headings.are_ids(grid):
            return True
        if any(column.heading and not column.fact for column in headings.columns):
            return True
        return any(self._is_in_words(row, headings) for row in grid.rows())

    def _is_in_words(self, row: WrittenRow, headings: SheetHeadings) -> bool:
        values = self._values(YEAR_ZERO)
        if row.number <= headings.number:
            return False
        return any(
            values.is_in_words(column.fact, row.cells[column.place])
            for column in headings.read
            if column.place < len(row.cells) and column.fact != ID
        )

    def _values(self, year_zero: datetime.date) -> ValueReader:
        days = DayReader(self._months, year_zero)
        return ValueReader(self._content, self._answers, self._translated, days)

    def _grid(self, data: bytes) -> Grid:
        if len(data) > LARGEST:
            raise SheetError(TOO_LARGE.format(LARGEST >> 20))
        if data.startswith(_OLD_OFFICE):
            raise SheetError(OLD_OFFICE, "old_office")
        if data.startswith(_ZIP):
            return workbook_grid(data, self._has_people, self._bounds.unpacked)
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
        "the month or the day stands first. Add --dates mdy where the month does, or --dates dmy",
        "order",
        (row, letter(column.place), shortened(column.heading), shown),
    )


def _months(
    named: list[Mapping[int, str]], more: Mapping[str, Mapping[str, str]]
) -> dict[str, int]:
    """Return the number of each month by its plain name in any language, or the first letters."""
    found: dict[str, set[int]] = {}
    for months in named:
        for number, name in months.items():
            words = as_compared(name)
            for length in range(min(_SHORTEST_MONTH, len(words)), len(words) + 1):
                found.setdefault(words[:length], set()).add(number)
    more_names = {as_compared(name): int(n) for names in more.values() for name, n in names.items()}
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1} | more_names
