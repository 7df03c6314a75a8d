"""Dates as Babel writes them, for a language whose own way the list does not say."""

import datetime
import re
from collections.abc import Mapping

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, get_date_format, get_month_names

from interview.content import Language, WrittenDates
from interview.languages.own_dates import OwnDates

_LETTERS = {"day": "d", "month": "M", "year": "y"}
_QUOTED = re.compile(r"'[^']*'")
# What Babel's patterns have for each part; a field of any other width is not taken for these.
_FIELDS = {"d": "{day}", "MMMM": "{month}", "y": "{year}"}
_PIECE = re.compile(r"'([^']*)'|([A-Za-z]+)|([^A-Za-z']+)")
_TRIED_YEARS = (1, 99, 1582, 1900, *range(1990, 2060), 9999)


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


def babel_locale(language: Language) -> Locale | None:
    """Return Babel's locale of a language; none where it is unknown, or only borrows another's."""
    borrowed = get_global("parent_exceptions").get(language.locale, language.locale)
    if borrowed.split("_")[0] not in (language.locale.split("_")[0], "root"):
        return None
    try:
        return Locale.parse(language.locale)
    except UnknownLocaleError:
        return None


def babel_dates_of(language: Language) -> BabelDates:
    """Return how Babel writes a language's dates; raise LookupError where it does not know."""
    locale = babel_locale(language)
    if locale is None:
        raise LookupError(f"Babel does not know how {language.code} writes a date")
    return BabelDates(locale)


def babel_written(language: Language) -> WrittenDates | None:
    """Return how Babel writes a language's dates, as the list would; None where that is not it.

    Nobody who starts need read Babel's data then, which are more than all of our own.
    """
    locale = babel_locale(language)
    if locale is None or language.dates is not None:
        return None
    by_babel = BabelDates(locale)
    patterns = get_date_format("long", locale), locale.datetime_skeletons.get("yMMMM")
    day, month = (_in_braces(str(pattern and pattern.pattern)) for pattern in patterns)
    months = tuple(by_babel.months[number] for number in range(1, 13))
    if day is None or month is None:
        return None
    written = WrittenDates(months=months, day=day, month=month)
    own = OwnDates(written)
    tried = [datetime.date(year, n, 1 + n * 2) for year in _TRIED_YEARS for n in range(1, 13)]
    alike = all((own.day(d), own.month(d)) == (by_babel.day(d), by_babel.month(d)) for d in tried)
    return written if alike and own.order == by_babel.order else None


def _in_braces(pattern: str) -> str | None:
    """A pattern of Babel's as the list of languages writes one; None where it has other fields."""
    pieces = []
    for quoted, field, plain in _PIECE.findall(pattern):
        if field and field not in _FIELDS:
            return None
        pieces.append(_FIELDS[field] if field else quoted or plain)
    return "".join(pieces)
