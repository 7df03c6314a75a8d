"""How a language writes dates: as Babel knows it, or in its own words where Babel does not."""

import datetime
import re
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, get_date_format, get_month_names

from interview.content import Language, WrittenDates

_LETTERS = {"day": "d", "month": "M", "year": "y"}
_QUOTED = re.compile(r"'[^']*'")


class BabelDates:
    """Dates as Babel writes them in one of its locales."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        # A pattern such as "d 'de' MMMM 'de' y".
        pattern = _QUOTED.sub("", str(get_date_format("long", locale).pattern))
        self.order = sorted(_LETTERS, key=lambda part: pattern.index(_LETTERS[part]))
        self.months: Mapping[int, str] = get_month_names("wide", locale=locale)

    def day(self, date: datetime.date) -> str:
        """Write a date in words: June 15, 2012."""
        return format_date(date, format="long", locale=self._locale)

    def month(self, date: datetime.date) -> str:
        """Write a month in words: June 2012."""
        return format_skeleton("yMMMM", date, locale=self._locale)


class OwnDates:
    """Dates as the list of languages writes them."""

    def __init__(self, written: WrittenDates) -> None:
        self._written = written
        self.order = sorted(_LETTERS, key=lambda part: written.day.index(f"{{{part}}}"))
        self.months: Mapping[int, str] = dict(enumerate(written.months, start=1))

    def day(self, date: datetime.date) -> str:
        """Write a date in words."""
        month = self.months[date.month]
        return self._written.day.format(day=date.day, month=month, year=date.year)

    def month(self, date: datetime.date) -> str:
        """Write a month in words."""
        return self._written.month.format(month=self.months[date.month], year=date.year)


Dates = BabelDates | OwnDates


@lru_cache(maxsize=64)
def dates_of(language: Language) -> Dates:
    """Return how a language writes dates; raise LookupError where nobody says how."""
    if language.dates is not None:
        return OwnDates(language.dates)
    locale = babel_locale(language)
    if locale is None:
        raise LookupError(f"Babel does not know how {language.code} writes a date")
    return BabelDates(locale)


def babel_locale(language: Language) -> Locale | None:
    """Return Babel's locale of a language; none where it is unknown, or only borrows another's."""
    borrowed = get_global("parent_exceptions").get(language.locale, language.locale)
    if borrowed.split("_")[0] not in (language.locale.split("_")[0], "root"):
        return None
    try:
        return Locale.parse(language.locale)
    except UnknownLocaleError:
        return None
