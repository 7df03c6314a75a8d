"""How a language writes dates: as the list says, as was kept at install, or as Babel knows it."""

import datetime
from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol

from interview.content import Language, WrittenDates
from interview.languages.own_dates import OwnDates, dates_key, kept_dates
from interview.loading import kept


class Dates(Protocol):
    """How a language writes dates: `order` of day, month and year, and `months` by number."""

    order: list[str]
    months: Mapping[int, str]

    def day(self, date: datetime.date) -> str:
        """Write a date in words: June 15, 2012."""

    def month(self, date: datetime.date) -> str:
        """Write a month in words: June 2012."""


@lru_cache(maxsize=64)
def dates_of(language: Language) -> Dates:
    """Return how a language writes dates; raise LookupError where nobody says how."""
    written = language.dates or kept(kept_dates(language), dates_key(language))
    if isinstance(written, WrittenDates):
        return OwnDates(written)
    # Babel reads what it knows of all languages: more than all of our own texts.
    from interview.languages.babel_dates import babel_dates_of

    return babel_dates_of(language)
