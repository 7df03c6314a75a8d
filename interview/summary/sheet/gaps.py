"""What the dated answers leave open: for the chronology for a lawyer."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from interview.languages import Tongue
from interview.rules import Interval, dates
from interview.screening import Result, Screening
from interview.summary.context import SummaryContext, client_context
from interview.summary.sheet.answers import AnswerLine, GivenAnswers
from interview.summary.sheet.presence import years_since_arrival


@dataclass(frozen=True)
class Gaps:
    """What is not told: runs of years, such as 2008–2011, and the dates that were given in part.

    `silent`: years of a life here in which no dated answer falls. `unknown`: years of which nobody
    knows where the person was. `in_part`: a date, and which part of it was not given.
    """

    silent: tuple[str, ...]
    unknown: tuple[str, ...]
    in_part: tuple[AnswerLine, ...]
    is_arrival_unknown: bool


def gaps_in(screening: Screening, result: Result, tongue: Tongue) -> Gaps:
    """Return the gaps in the answers of a result; a lawyer reads of the person, not to them."""
    context = client_context(screening, result, tongue)
    presence = context.content.sheet.presence
    given, not_known = GivenAnswers(context), context.say(presence.not_known)
    years, dated = years_since_arrival(context), _dated_years(given)
    return Gaps(
        silent=_runs(one.year for one in years if one.is_plain and one.year not in dated),
        unknown=_runs(one.year for one in years if one.says == not_known),
        in_part=_in_part(context, given),
        is_arrival_unknown=screening.date(presence.arrival, result) is None,
    )


def _dated_years(given: GivenAnswers) -> set[int]:
    """The years in which something dated happened, or may have."""
    found: set[int] = set()
    for answer in given.answers.values():
        if isinstance(answer, Interval):
            first, last = (datetime.date.fromordinal(day).year for day in answer)
            found.update(range(first, last + 1))
    return found


def _in_part(context: SummaryContext, given: GivenAnswers) -> tuple[AnswerLine, ...]:
    words, found = context.content.papers.chronology, []
    for question in given.asked:
        answer = given.answers[question.id]
        if isinstance(answer, Interval) and not answer.is_one_day:
            _, month, _ = dates.as_known(answer)
            lacks = context.say(words.no_day if month else words.no_month)
            found.append(AnswerLine(context.say(question.short), lacks))
    return tuple(found)


def _runs(years: Iterable[int]) -> tuple[str, ...]:
    """Years that follow each other as one run, in words."""
    runs = [
        [year for _, year in run]
        for _, run in groupby(enumerate(years), key=lambda entry: entry[1] - entry[0])
    ]
    return tuple(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
