"""The smallest person for whom something holds: the fewest answers, proved to be the fewest."""

import datetime
from collections.abc import Sequence

from interview.authoring.open_answers import ChoicesAnswer, OpenAnswers
from interview.authoring.people import Cast
from interview.authoring.prover import Formula, World, at_most, every, implied
from interview.authoring.written_dates import WrittenDate, is_near

# Years in which the dates of somebody living lie.
_LIFETIME = 70


def smallest(
    cast: Cast, people: Sequence[OpenAnswers], wanted: Formula, day: datetime.date
) -> World | None:
    """Return a world with the fewest known answers, or None: nobody is like that.

    Of those, one as of the given day (local), with likely, whole dates and short lists, where
    there is one.
    """
    world = cast.prover.find(wanted)
    if world is None:
        return None
    answers = [answer for person in people for answer in person.values()]
    known = [answer.known for answer in answers]
    world, kept = _fewest(cast, known, world, wanted)
    dates = [answer for answer in answers if isinstance(answer, WrittenDate)]
    whole = every(implied(date.known, date.is_day) for date in dates)
    near = (day.year - _LIFETIME, day.year + 1)
    likely = every(implied(date.known, is_near(date, near)) for date in dates)
    for wish in (cast.is_on(day), likely, whole):
        better = cast.prover.find(kept, wish)
        if better is not None:
            world, kept = better, every((kept, wish))
    lists = [answer for answer in answers if isinstance(answer, ChoicesAnswer)]
    chosen = [value for answer in lists for value in answer.values.values()]
    return _fewest(cast, chosen, world, kept)[0]


def _fewest(
    cast: Cast, counted: list[Formula], world: World, wanted: Formula
) -> tuple[World, Formula]:
    """Allow none of them, then one, then two, ... until it is possible."""
    most = sum(world.holds(one) for one in counted)
    for count in range(most):
        few = every((wanted, at_most(count, counted)))
        found = cast.prover.find(few)
        if found is not None:
            return found, few
    return world, every((wanted, at_most(most, counted)))
