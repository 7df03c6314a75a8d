"""What is odd about somebody's answers, as a warning says it."""

from collections.abc import Hashable, Mapping

from interview.content import SOURCE_LANGUAGE, Oddity
from interview.languages import Tongue
from interview.rules import Interval, remember
from interview.screening import Oddities, Result, Screening
from interview.summary import Phrasing


class OddAnswers:
    """Warns, in English, of the odd answers to one content."""

    def __init__(self, screening: Screening) -> None:
        self._oddities = Oddities(screening)
        self._phrasing = Phrasing(screening.content, Tongue(SOURCE_LANGUAGE, "client", {}))
        # To write a date in words takes longer than to screen a person.
        self._dates: dict[Interval, str] = {}
        self._seen: dict[Hashable, str] = {}

    def ids(self, result: Result) -> list[str]:
        """Return the ids of what is odd about a result's answers."""
        return [oddity.id for oddity in self._oddities.found(result.answers)]

    def of(self, result: Result) -> list[str]:
        """Say what is odd about a result's answers, each with the fact that it is about."""
        found = self._oddities.found(result.answers)
        return [self.said(one, self._oddities.dates(one, result.answers)) for one in found]

    def compared(self, oddity: Oddity) -> tuple[str, ...]:
        """Return the facts whose dates an oddity compares."""
        return self._oddities.compared(oddity)

    def said(self, oddity: Oddity, dates: Mapping[str, Interval]) -> str:
        """Say that something is odd, with the dates that it compares, by fact."""
        key = (oddity.id, *dates.values()) if dates else oddity.id
        said = self._seen.get(key)
        return said or remember(self._seen, key, self._put_in_words(oddity, dates))

    def _put_in_words(self, oddity: Oddity, dates: Mapping[str, Interval]) -> str:
        words = {fact: self._date(date) for fact, date in dates.items()}
        return f"{oddity.about}: {self._phrasing.say(oddity.text).format(**words)}"

    def _date(self, date: Interval) -> str:
        said = self._dates.get(date)
        return said or remember(self._dates, date, self._phrasing.date(date))
