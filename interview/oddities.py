"""Answers that hardly fit together: worth asking back once, never refused."""

from interview.judging import compile_condition
from interview.screening import Result, Screening
from interview.truth import YES


class Oddities:
    """The compiled oddities of one content."""

    def __init__(self, screening: Screening) -> None:
        places = screening.path.places
        self._checks = [
            (oddity, compile_condition(oddity.condition, places).judge)
            for oddity in screening.content.oddities
        ]

    def of(self, result: Result) -> list[str]:
        """Say in English what is odd about a result's answers."""
        return [
            f"{oddity.about}: {oddity.text.to_client}"
            for oddity, odd in self._checks
            if odd(result.person) is YES
        ]
