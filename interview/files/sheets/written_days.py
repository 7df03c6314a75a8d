"""Dates as people and spreadsheets write them: taken where only one day, month or year is meant."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from interview.files.sheets.cells import YEAR_ZERO, CellValue, as_text
from interview.files.sheets.plain_words import as_compared
from interview.screening import shortened

DayOrder = Literal["mdy", "dmy"]
# Days since the end of 1899: from 1927, as fewer have the four digits of a year, to 2099.
FIRST_SERIAL, LAST_SERIAL = 10_000, 73_050
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LONGEST = 60
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")
_STAMP = re.compile(
    r"(.*\d{2,4})[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?\s*"
    r"(?:Z|UTC|[+-]\d{2}:?\d{2})?",
    re.I,
)
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/-](\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{4,5}(\.\d+)?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|o|ro)")
# Between the day, the month and the year of a date in words.
_FILLERS = {"de", "del", "of", "the", "el"}
_SHORT_YEAR = re.compile(r"\d{1,2}")
_ENDS_SHORT = re.compile(r".*\D(\d{2})")
HOW = "Write 2007-06-15, or 2007-06, or 2007"
NO_ORDER = (
    "the rows of this column do not agree if the month or the day stands first. Write 2007-06-15, "
    "or add --dates mdy or --dates dmy"
)


class UncertainDay(ValueError):
    """A cell that may be more than one day, or none; the message says what to write."""


class Numbers(NamedTuple):
    """A date of three numbers, the year last."""

    first: int
    second: int
    year: int

    @property
    def order(self) -> DayOrder | None:
        """The order that the numbers show by themselves; none where they fit both, or are equal."""
        if self.first > 12 >= self.second and _exists(self.year, self.second, self.first):
            return "dmy"
        if self.second > 12 >= self.first and _exists(self.year, self.first, self.second):
            return "mdy"
        return None

    @property
    def is_open(self) -> bool:
        """Say whether the numbers are two days, as one reads them one way or the other."""
        return self.first != self.second and max(self.first, self.second) <= 12


def numbers_of(cell: CellValue) -> Numbers | None:
    """Return the numbers of a cell such as 6/15/2007, with a time behind it or not."""
    if not isinstance(cell, str):
        return None
    text = as_text(cell)
    found = _NUMBERS.fullmatch(_without_time(text)) if len(text) <= _LONGEST else None
    return Numbers(int(found[1]), int(found[3]), int(found[4])) if found else None


def _without_time(text: str) -> str:
    found = _STAMP.fullmatch(text)
    return found[1].rstrip(" ,T") if found else text


@dataclass(frozen=True)
class DayReader:
    """Reads a cell as a date; `months` are the plain names of months in all languages."""

    months: Mapping[str, int]
    year_zero: datetime.date = YEAR_ZERO

    def read(self, cell: CellValue, order: DayOrder | None) -> str:
        """Return a cell as 2007-06-15, 2007-06 or 2007; raise UncertainDay."""
        if isinstance(cell, datetime.datetime):
            return cell.date().isoformat()
        if isinstance(cell, datetime.date):
            return cell.isoformat()
        text = as_text(cell)
        if len(text) > _LONGEST:
            raise UncertainDay(_not_a_date(text))
        text = _without_time(text)
        for pattern in (_ISO, _YEAR_FIRST, _COMPACT):
            if found := pattern.fullmatch(text):
                return self._iso(text, *found.groups())
        if numbers := numbers_of(text):
            return _in_order(text, numbers, order)
        if found := _MONTH_YEAR.fullmatch(text):
            return self._iso(text, found[2], found[1])
        if _SERIAL.fullmatch(text):
            return self._serial(text)
        return self._in_words(text)

    def _iso(self, text: str, year: str, month: str | None = None, day: str | None = None) -> str:
        if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
            raise UncertainDay(f'"{text}" is not a date of our time. {HOW}')
        return _checked(text, int(year), _whole(month), _whole(day))

    def _serial(self, text: str) -> str:
        days = int(float(text))
        if not FIRST_SERIAL <= days <= LAST_SERIAL:
            raise UncertainDay(f'"{text}" is not a date. {HOW}')
        return (self.year_zero + datetime.timedelta(days)).isoformat()

    def _in_words(self, text: str) -> str:
        words = [word for word in as_compared(text).split() if word not in _FILLERS]
        named = [word for word in words if word in self.months]
        numbers = [
            number for word in words if word not in self.months for number in [_number(word)]
        ]
        if len(named) != 1 or None in numbers or "?" in text or not 1 <= len(numbers) <= 2:
            raise UncertainDay(_not_a_date(text))
        month = self.months[named[0]]
        whole = [number for number in numbers if number is not None]
        years = [number for number in whole if number >= _FIRST_YEAR]
        if len(years) != 1 or not _FIRST_YEAR <= years[0] <= _LAST_YEAR:
            raise UncertainDay(f'"{text}" can be a day or a year: a year has four digits. {HOW}')
        days = [number for number in whole if number < _FIRST_YEAR]
        return _checked(text, years[0], month, days[0] if days else None)


def _not_a_date(text: str) -> str:
    shown = shortened(text)
    is_short = len(text) <= _LONGEST and _ENDS_SHORT.fullmatch(text)
    if is_short and any(char.isdigit() for char in text[:-2]):
        return f'"{shown}" has a year of two digits, and the century is not said. {HOW}'
    return f'"{shown}" is not a date. {HOW}'


def _number(word: str) -> int | None:
    found = _ORDINAL.fullmatch(word)
    digits = found[1] if found else word
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None


def _in_order(text: str, numbers: Numbers, order: DayOrder | None) -> str:
    if numbers.order and order and numbers.order != order:
        said = "the month" if order == "mdy" else "the day"
        raise UncertainDay(f'"{text}" cannot have {said} first, as --dates says. {HOW}')
    if numbers.is_open and order is None:
        raise UncertainDay(f'"{text}" can be two days, and {NO_ORDER}')
    month_first = (numbers.order or order or "mdy") == "mdy" and numbers.first <= 12
    month, day = (numbers.first, numbers.second) if month_first else (numbers.second, numbers.first)
    if not _FIRST_YEAR <= numbers.year <= _LAST_YEAR:
        raise UncertainDay(f'"{text}" is not a date of our time. {HOW}')
    return _checked(text, numbers.year, month, day)


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _checked(text: str, year: int, month: int | None, day: int | None) -> str:
    if not _exists(year, 1 if month is None else month, 1 if day is None else day):
        raise UncertainDay(f'"{text}" does not exist. Check the day, the month and the year')
    return f"{year:04}" + "".join(f"-{part:02}" for part in (month, day) if part)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
