"""Dates in columns: anniversaries and each verb, on and around February 29, against the rules'."""

import calendar
import datetime
from itertools import product

import numpy as np
import pytest

from interview.caseload.bitmaps import (
    NEVER_FIRST,
    NEVER_LAST,
    WORD,
    CodedPeople,
    DateColumn,
    Engine,
    moved_days,
    unpacked,
)
from interview.caseload.layout import PeopleLayout
from interview.caseload.lowering import DateMove, moved
from interview.caseload.lowering.clauses import Clauses
from interview.caseload.lowering.terms import last_day_before
from interview.rules import (
    AS_OF,
    NO,
    UNKNOWN,
    YES,
    Interval,
    compile_condition,
    conditions,
    dates,
    day,
    parse_condition,
)

FIRST, LAST = datetime.date(1900, 1, 1).toordinal(), datetime.date(2100, 12, 31).toordinal()
EVERY_DAY = np.arange(FIRST, LAST + 1, dtype=np.int32)
VERBS = tuple(conditions.DATE_VERBS)


def _moves_in(term):
    if isinstance(term, conditions.YearsAfter):
        yield term.years
    if isinstance(term, conditions.MOVED):
        yield from _moves_in(term.of)


def _years_used(content):
    """Every number of years that some condition or deadline of the content counts."""
    found = {years for deadline in content.deadlines for years in _moves_in(deadline.date)}
    ruled = (
        *content.flags, *content.criteria.values(), *content.factors.positive, *content.notes,
        *content.oddities, *content.priorities.grounds, *content.deadlines,
    )  # fmt: skip
    for one in ruled:
        for part in conditions.comparisons(getattr(one, "condition", None) or one.when):
            if isinstance(part, conditions.Compare):
                found |= {*_moves_in(part.left), *_moves_in(part.right)}
    return sorted(found)


@pytest.mark.slow
def test_every_anniversary_that_a_rule_counts_is_that_of_the_rules(content):
    for years in _years_used(content):
        wanted = [dates.years_after(Interval(one, one), years).first for one in EVERY_DAY.tolist()]
        assert moved_days(EVERY_DAY, (DateMove(years, 0),)).tolist() == wanted, years


def test_what_is_not_known_stays_far_away_however_it_is_moved():
    far = np.array([NEVER_FIRST, NEVER_LAST], np.int32)
    first, last = moved_days(far, (DateMove(120, 0), DateMove(0, -400))).tolist()
    assert first < 0 and last > datetime.date.max.toordinal() * 2


def _around_february():
    for year in range(1900, 2101):
        february = datetime.date(year, 2, 27).toordinal()
        yield from range(february, february + 5)


@pytest.mark.slow
def test_a_day_to_hold_answers_against_parts_those_before_from_those_after(content):
    for years in _years_used(content):
        moves = (DateMove(years, 0),)
        for limit in _around_february():
            found = last_day_before(limit, moves)
            ends = (moved(Interval(one, one), moves).first for one in (found, found + 1))
            assert [end < limit for end in ends] == [True, False], (years, limit)


# ---------------------------------------------------------------- verbs on both sides

_YEARS = (1999, 2000, 2003, 2004, 2100)


def _directed():
    """Days, months and years around February 29, and a date that nobody knows."""
    found = [None]
    for year in _YEARS:
        length = 29 if calendar.isleap(year) else 28
        days = ((2, 27), (2, 28), (2, length), (3, 1), (3, 2))
        found += [day(datetime.date(year, month, one)) for month, one in days]
        found += [dates.whole_month(year, 2), dates.whole_month(year, 3), dates.whole_year(year)]
    return list(dict.fromkeys(found))


DIRECTED = _directed()
SIDES = (
    "{a}", "1 year after {a}", "4 years after {a}", "16 years after {a}", "30 days after {a}",
    "150 days before {a}", "1 year after 30 days after {a}",
)  # fmt: skip
FIXED = ("2000-02-29", "2004-03-01", "2003-02-28", "2004-02", "as_of", "1 year after as_of")


def _lines_to_try(one, other):
    for verb, left in product(VERBS, SIDES):
        for right in FIXED:
            yield f"{left.format(a=one)} {verb} {right}"
            yield f"{right} {verb} {left.format(a=one)}"
        for right in SIDES[:4]:
            yield f"{left.format(a=one)} {verb} {right.format(a=other)}"


def _column(answers):
    size = -(-len(answers) // WORD) * WORD
    first, last = np.full(size, NEVER_FIRST, np.int32), np.full(size, NEVER_LAST, np.int32)
    for row, answer in enumerate(answers):
        if answer is not None:
            first[row], last[row] = answer
    return DateColumn(first, last)


@pytest.mark.slow
@pytest.mark.parametrize("as_of", ["2004-02-29", "2005-02-28", "2005-03-01"])
def test_each_verb_tells_dates_around_february_29_as_the_rules_do(content, as_of):
    as_of = day(datetime.date.fromisoformat(as_of))
    always = [q.id for q in content.questions if q.type == "date" and q.asked_if is None]
    one, other = always[:2]
    pairs = list(product(DIRECTED, DIRECTED))
    people = CodedPeople(
        -(-len(pairs) // WORD) * WORD,
        {},
        {one: _column([a for a, _ in pairs]), other: _column([b for _, b in pairs])},
    )
    layout = {one: 0, other: 1, AS_OF: 2}
    clauses, codes = Clauses(content, as_of), PeopleLayout(content).codes
    told = [parse_condition(written) for written in _lines_to_try(one, other)]
    truths = [clauses.condition(condition).truth for condition in told]
    found = Engine(clauses.graph, codes, truths).run(people)
    for condition, truth in zip(told, truths, strict=True):
        judge = compile_condition(condition, layout).judge
        wanted = [judge([a, b, as_of]) for a, b in pairs]
        yes, may = (unpacked(bits(truth), len(pairs)) for bits in (found.yes, found.may))
        got = [YES if y else UNKNOWN if m else NO for y, m in zip(yes, may, strict=True)]
        assert got == wanted, condition
