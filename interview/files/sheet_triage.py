"""Who in a written sheet needs a lawyer first: each row's lane, how soon and why, in words."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from interview.files.ids import IdError, checked_id
from interview.files.result_words import ResultWords
from interview.files.sheets import RefusedCell, SheetRow
from interview.files.urgency import UrgencyRank, rank_of
from interview.languages import Tongue
from interview.screening import AnswerError, AnswerReader, Oddities, Result, Screening, read_day

_ID, _AS_OF = "id", "as_of"


@dataclass(frozen=True)
class TriagedRow:
    """What became of a row of a sheet: a lane in words, or why it is refused.

    `ticket` is the number that the sheet gives the person. `said` is how soon a lawyer is needed,
    and why, by language. `is_so_far`: not everything was asked. `is_odd`: answers do not fit.
    """

    number: int
    ticket: str
    lane: str
    rank: UrgencyRank
    said: Mapping[str, tuple[str, str]]
    is_so_far: bool
    is_odd: bool


@dataclass(frozen=True)
class RefusedRow:
    """A row of a sheet that is no person who can be screened."""

    number: int
    reasons: tuple[RefusedCell, ...]


class SheetTriage:
    """Screens the rows of a sheet; `tongues` by the code of each language say the results.

    `as_of` is the local date for rows that name none. `is_partial`: what is blank was not asked.
    """

    def __init__(
        self,
        screening: Screening,
        tongues: Iterable[Tongue],
        as_of: datetime.date,
        is_partial: bool,
    ) -> None:
        self._screening, self._as_of, self._is_partial = screening, as_of, is_partial
        self._reader = AnswerReader(screening.content)
        self._oddities = Oddities(screening)
        self._words = {one.language: ResultWords(screening.content, one) for one in tongues}

    def of(self, row: SheetRow) -> TriagedRow | RefusedRow:
        """Return what became of a row."""
        if row.refused:
            return RefusedRow(row.number, row.refused)
        written = {fact: text for fact, text in row.answers.items() if fact not in (_ID, _AS_OF)}
        answers, wrong = self._reader.read_all(written)
        refused = [RefusedCell(row.columns.get(fact), message) for fact, message in wrong]
        try:
            ticket = str(checked_id(row.answers.get(_ID, "")))
        except IdError as error:
            refused.append(RefusedCell(row.columns[_ID], str(error)))
        as_of = self._as_of
        try:
            as_of = read_day(row.answers[_AS_OF]) if _AS_OF in row.answers else as_of
        except AnswerError as error:
            refused.append(RefusedCell(row.columns[_AS_OF], str(error)))
        if refused:
            return RefusedRow(row.number, tuple(refused))
        reached = self._reader.reached(written) if self._is_partial else None
        return self._triaged(row.number, ticket, self._screening.screen(answers, as_of, reached))

    def _triaged(self, number: int, ticket: str, result: Result) -> TriagedRow:
        said = {
            language: (words.how_soon(result), words.why(result))
            for language, words in self._words.items()
        }
        is_odd = bool(self._oddities.found(result.answers))
        is_so_far = self._is_partial and result.is_so_far
        return TriagedRow(number, ticket, result.lane, rank_of(result), said, is_so_far, is_odd)
