"""What another answer to an open question could change: each of its answers is tried."""

from collections.abc import Iterable, Iterator

from interview.content import Content
from interview.desk.review.blocks import Effects
from interview.rules import UNSURE, Answer, Interval, comparisons, conditions, dates
from interview.screening import Answers, Result, Screening

# A side of a comparison with the fact in it, and what it is compared with.
_Sides = tuple[conditions.DateTerm, conditions.DateTerm]


class WhatIf:
    """Tries answers of one content: which dates its rules compare is worked out once."""

    def __init__(self, screening: Screening) -> None:
        self._screening = screening
        self._questions = {question.id: question for question in screening.content.questions}
        self._compared = _compared(screening.content)

    def effects(self, answers: Answers, result: Result, fact: str) -> Effects:
        """Return what the answers to one fact could change in a result.

        `answers`: everything that the result was concluded from, as it was given.
        """
        lanes, flags, programs = dict[str, None](), dict[str, None](), dict[str, None]()
        raised = set(result.raised())
        for tried in self._tried(fact, result):
            other = self._screening.screen({**answers, fact: tried}, result.as_of)
            lanes |= dict.fromkeys({other.lane} - {result.lane})
            flags |= dict.fromkeys(raised.symmetric_difference(other.raised()))
            now = other.programs.items()
            programs |= {name: None for name, found in now if found != result.programs[name]}
        return Effects(
            tuple(lane.id for lane in self._screening.content.wording.lanes if lane.id in lanes),
            tuple(flag.id for flag in self._screening.content.flags if flag.id in flags),
            tuple(programs),
        )

    def _tried(self, fact: str, result: Result) -> Iterable[Answer]:
        """Every answer that leaves what is known of it as it is; of a date, the days that tell."""
        question, known = self._questions[fact], result.answers.answer(fact)
        if question.type == "date":
            return self._dates(fact, result, known if isinstance(known, Interval) else None)
        if question.type == "choices":
            ticked = known - {UNSURE} if isinstance(known, frozenset) else frozenset[str]()
            return (ticked, *(ticked | {value} for value in question.value_ids))
        return question.value_ids

    def _dates(self, fact: str, result: Result, known: Interval | None) -> Iterator[Interval]:
        """The days on both sides of each day on which a rule changes its mind."""
        today = dates.day(result.as_of).first
        first, last = known if known else (1, today)
        edges = {first, last}
        for own, other in self._compared.get(fact, ()):
            found = self._screening.date(other, result)
            if found is not None:
                edges.update(_back(own, found))
        days = {edge + step for edge in edges for step in (-1, 0, 1)}
        return (Interval(day, day) for day in sorted(days) if first <= day <= last)


def _back(term: conditions.DateTerm, date: Interval) -> Interval:
    """The days on which a term's own date would have to be for the term to be this date."""
    if isinstance(term, conditions.YearsAfter):
        return _back(term.of, dates.years_after(date, -term.years))
    if isinstance(term, conditions.DaysAfter | conditions.DaysBefore):
        days = term.days if isinstance(term, conditions.DaysBefore) else -term.days
        return _back(term.of, Interval(date.first + days, date.last + days))
    return date


def _compared(content: Content) -> dict[str, dict[_Sides, None]]:
    """Each comparison of a date question in a flag, a criterion or a ground, from its own side."""
    rules = [
        *(flag.condition for flag in content.flags),
        *(criterion.condition for criterion in content.criteria.values()),
        *(ground.condition for ground in content.priorities.grounds),
    ]
    found: dict[str, dict[_Sides, None]] = {}
    for line in (line for rule in rules for line in comparisons(rule)):
        if isinstance(line, conditions.Compare):
            for own, other in ((line.left, line.right), (line.right, line.left)):
                for fact in conditions.term_facts(own):
                    found.setdefault(fact, {})[own, other] = None
    return found
