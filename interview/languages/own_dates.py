"""Dates in a language's own words, and what they are kept under at install."""

import datetime
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from interview.content import Language, WrittenDates
from interview.loading import key_of

_PARTS = ("day", "month", "year")


class OwnDates:
    """Dates as the list of languages writes them."""

    def __init__(self, written: WrittenDates) -> None:
        self._written = written
        self.order = sorted(_PARTS, key=lambda part: written.day.index(f"{{{part}}}"))
        self.months: Mapping[int, str] = dict(enumerate(written.months, start=1))

    def day(self, date: datetime.date) -> str:
        """Write a date in words."""
        month = self.months[date.month]
        return self._written.day.format(day=date.day, month=month, year=date.year)

    def month(self, date: datetime.date) -> str:
        """Write a month in words."""
        return self._written.month.format(month=self.months[date.month], year=date.year)


def kept_dates(language: Language) -> str:
    """Return the name under which a language's way of dates is kept at install."""
    return f"dates_{language.code}.json"


def dates_key(language: Language) -> str | None:
    """Return the key of how Babel writes a language's dates."""
    found = find_spec("babel")
    # Its first file says its version, and nobody waits for the rest.
    files = [("babel", Path(found.origin))] if found and found.origin else []
    return key_of(files, language.locale)
