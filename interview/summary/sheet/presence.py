"""The years of a life here, as the answers tell of them: for the sheet for a lawyer."""

import datetime
from dataclasses import dataclass

from interview.content import PresenceSpan
from interview.rules import Interval
from interview.summary.context import SummaryContext

# More years than this do not stand beside each other at nine points.
YEARS_IN_A_ROW = 22


@dataclass(frozen=True)
class Year:
    """A year and what is said of it; `is_plain`: that the person was here, and no more."""

    year: int
    says: str
    is_plain: bool


def years_here(context: SummaryContext) -> tuple[tuple[Year, ...], ...]:
    """Return the years from the arrival to the day of the result, in rows that fit on paper."""
    told_from = min(context.content.sheet.presence.first_day.year, context.result.as_of.year)
    found = [year for year in years_since_arrival(context) if year.year >= told_from]
    return tuple(
        tuple(found[at : at + YEARS_IN_A_ROW]) for at in range(0, len(found), YEARS_IN_A_ROW)
    )


def years_since_arrival(context: SummaryContext) -> list[Year]:
    """Return each year from the arrival to the day of the result, also those that nobody asks of.

    Where nobody knows when somebody came, from the first day of which the sheet tells.
    """
    presence, today = context.content.sheet.presence, context.result.as_of
    arrival = context.screening.date(presence.arrival, context.result)
    since = arrival.first if arrival else min(presence.first_day, today).toordinal()
    return [_said(context, year, arrival) for year in range(_year(since), today.year + 1)]


def _said(context: SummaryContext, year: int, arrival: Interval | None) -> Year:
    presence, say = context.content.sheet.presence, context.say
    if arrival is not None and year <= _year(arrival.last):
        is_sure = _year(arrival.first) == _year(arrival.last)
        return Year(year, say(presence.came if is_sure else presence.not_known), False)
    for span in presence.spans:
        if said := _of_span(context, year, span):
            return Year(year, said, False)
    if arrival is None:
        return Year(year, say(presence.not_known), False)
    return Year(year, say(presence.here), True)


def _of_span(context: SummaryContext, year: int, span: PresenceSpan) -> str:
    """Say what a span says of a year; an empty text where it does not cover it."""
    if span.applies is not None and not context.holds(span.applies):
        return ""
    dates = (context.screening.date(term, context.result) for term in (span.first, span.last))
    first, last = dates
    if first is None or last is None or not _year(first.first) <= year <= _year(last.last):
        return ""
    is_open = span.once and _year(first.first) < _year(last.last)
    return context.say(context.content.sheet.presence.not_known if is_open else span.says)


def _year(ordinal: int) -> int:
    """The year of a day; the last of the calendar for one past it."""
    return datetime.date.fromordinal(min(ordinal, datetime.date.max.toordinal())).year
