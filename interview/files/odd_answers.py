"""What is odd about somebody's answers, as a warning says it."""

from interview.content import SOURCE_LANGUAGE
from interview.languages import Tongue
from interview.screening import Oddities, Result, Screening
from interview.summary import Phrasing


class OddAnswers:
    """Warns, in English, of the odd answers to one content."""

    def __init__(self, screening: Screening) -> None:
        self._oddities = Oddities(screening)
        self._phrasing = Phrasing(screening.content, Tongue(SOURCE_LANGUAGE, "client", {}))

    def ids(self, result: Result) -> list[str]:
        """Return the ids of what is odd about a result's answers."""
        return [oddity.id for oddity in self._oddities.found(result.answers)]

    def of(self, result: Result) -> list[str]:
        """Say what is odd about a result's answers, each with the fact that it is about."""
        said = []
        for oddity in self._oddities.found(result.answers):
            dates = self._oddities.dates(oddity, result.answers)
            words = {fact: self._phrasing.date(date) for fact, date in dates.items()}
            said.append(f"{oddity.about}: {self._phrasing.say(oddity.text).format(**words)}")
        return said
