"""What the file of the chronology for a lawyer may say."""

from interview.content.model import AnyText, Signable


class Chronology(Signable):
    """The words of the chronology for a lawyer; `foot` stands on each page."""

    title: AnyText
    foot: AnyText
    by_date: AnyText
    date: AnyText
    what: AnyText
    note: AnyText
    no_dates: AnyText
    day: AnyText
    deadline: AnyText
    left: AnyText
    no_deadlines: AnyText
    gaps: AnyText
    silent_years: AnyText
    unknown_years: AnyText
    parts_of_dates: AnyText
    arrival_unknown: AnyText
    no_gaps: AnyText
    no_day: AnyText
    no_month: AnyText
    one_language: AnyText
