"""The smallest person for whom something holds: the fewest answers, proved to be the fewest.

Of several such people the same one is found each time, whatever the prover thinks of first: the
facts asked first, the usual values, round dates.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from interview.authoring.crowd import Answerable, usual
from interview.authoring.prover.asking import Prover
from interview.authoring.prover.calendar_days import fixed_day, key_at_or_below
from interview.authoring.prover.open_answers import (
    ChoiceAnswer,
    ChoicesAnswer,
    OpenAnswers,
    is_value,
)
from interview.authoring.prover.people import Cast
from interview.authoring.prover.solver import (
    Formula,
    World,
    at_most,
    every,
    implied,
    negation,
    some,
)
from interview.authoring.prover.written_dates import WrittenDate, is_interval, is_near
from interview.rules import day as interval_of

# Years in which the dates of somebody living lie, and from which plain ones are tried.
_LIFETIME, _YEARS_BACK = 70, 30


def smallest(
    cast: Cast,
    people: Sequence[OpenAnswers],
    wanted: Formula,
    day: datetime.date,
    likely: Formula,
) -> World | None:
    """Return a world with the fewest known answers, or None: nobody is like that.

    Of those, one as of the given day (local), with likely answers, where there is one.
    """
    with cast.prover.supposing(wanted):
        world = cast.prover.find()
        if world is None:
            return None
        return _smallest(cast, people, day, likely, world)


def _smallest(
    cast: Cast,
    people: Sequence[OpenAnswers],
    day: datetime.date,
    likely: Formula,
    world: World,
) -> World:
    with cast.prover.expecting_worlds():
        search = _Search(cast.prover, world)
        answers = [answer for person in people for answer in person.values()]
        known = [answer.known for answer in answers]
        search.allow_fewest(known)
        dates = [answer for answer in answers if isinstance(answer, WrittenDate)]
        near = (day.year - _LIFETIME, day.year + 1)
        search.wish(cast.is_on(day))
        search.wish(every(implied(date.known, is_near(date, near)) for date in dates))
        search.wish(likely)
        search.wish(every(implied(date.known, date.is_day) for date in dates))
        search.settle(known)
        for person in people:
            search.settle_answers(cast.questions, person, day)
        search.settle_day(cast)
        return search.world


class _Search:
    """What is found so far, and everything settled about it."""

    def __init__(self, prover: Prover, world: World) -> None:
        self.prover, self.world = prover, world

    def wish(self, formula: Formula) -> bool:
        """Settle that something holds, if it can."""
        better = self.world if self.world.holds(formula) else self.prover.find(formula)
        if better is None:
            return False
        self.prover.know(formula)
        self.world = better
        return True

    def settle(self, formulas: Iterable[Formula]) -> None:
        """Settle one after another: it holds if it can."""
        for formula in formulas:
            if not self.wish(formula):
                self.prover.know(negation(formula))

    def allow_fewest(self, counted: list[Formula]) -> None:
        """Allow none of them, then one, then two, ... until it is possible."""
        most = sum(self.world.holds(one) for one in counted)
        for count in range(most):
            if self.wish(at_most(count, counted)):
                return
        self.prover.know(at_most(most, counted))

    # ------------------------------------------------------------ values

    def settle_answers(
        self, questions: Sequence[Answerable], person: OpenAnswers, day: datetime.date
    ) -> None:
        """Settle the known answers, in the order of asking."""
        for question, values in questions:
            answer = person.get(question.id)
            if answer is None or not self.world.holds(answer.known):
                continue
            if isinstance(answer, WrittenDate):
                self._settle_date(answer, day)
            elif isinstance(answer, ChoicesAnswer):
                listed = list(answer.values.values())
                self.wish(negation(answer.unsure))
                self.allow_fewest(listed)
                self.settle(listed)
            else:
                self._settle_choice(answer, (usual(values), *values))

    def _settle_choice(self, answer: ChoiceAnswer, wishes: Iterable[str | None]) -> None:
        for value in wishes:
            if value is not None and self.wish(is_value(answer, value)):
                return

    def _settle_date(self, answer: WrittenDate, day: datetime.date) -> None:
        """The first of January of some year, or else the earliest day that will do."""
        if not self.wish(answer.is_day):
            self.wish(answer.is_month)
        plain = [is_interval(answer, interval_of(date)) for date in _plain_days(day)]
        if self.wish(some(plain)):
            for one in plain:
                if self.wish(one):
                    return
        first = datetime.date(day.year - _LIFETIME, 1, 1).toordinal()
        last = datetime.date(day.year + 2, 1, 1).toordinal()
        while first < last:
            middle = (first + last) // 2
            if self.wish(key_at_or_below(answer.first, fixed_day(middle))):
                last = middle
            else:
                first = middle + 1

    def settle_day(self, cast: Cast) -> None:
        """The latest day of the span, where the day wished for would not do."""
        first, last = cast.span.first.toordinal(), cast.span.last.toordinal()
        while first < last:
            middle = (first + last + 1) // 2
            if self.wish(key_at_or_below(fixed_day(middle), cast.as_of.first)):
                first = middle
            else:
                last = middle - 1


def _plain_days(day: datetime.date) -> Iterator[datetime.date]:
    for year in range(day.year - _YEARS_BACK, day.year + 2):
        yield datetime.date(year, 1, 1)
