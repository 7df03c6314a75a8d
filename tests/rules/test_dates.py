"""Partial dates as intervals, anniversaries, and comparisons that may stay unknown."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.rules.dates import (
    Interval,
    NoSuchDate,
    day,
    days_after,
    is_after,
    is_before,
    is_on_or_after,
    is_on_or_before,
    parse,
    parse_day,
    years_after,
)
from interview.rules.truth import NO, UNKNOWN, YES, from_bool


def days(first: str, last: str) -> Interval:
    """The interval between two written days."""
    return Interval(
        datetime.date.fromisoformat(first).toordinal(),
        datetime.date.fromisoformat(last).toordinal(),
    )


# ---------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2007-06-15", "2007-06-15", "2007-06-15"),
        ("2007-06", "2007-06-01", "2007-06-30"),
        ("2007", "2007-01-01", "2007-12-31"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("2100-02", "2100-02-01", "2100-02-28"),
        ("2012-12", "2012-12-01", "2012-12-31"),
        ("2012-02-29", "2012-02-29", "2012-02-29"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_written_date_is_the_whole_interval_that_it_names(written, first, last):
    assert parse(written) == days(first, last)


@pytest.mark.parametrize(
    "written",
    [
        "15.06.2007",
        "06/15/2007",
        "2007-6-15",
        "20070615",
        "2007-06-15T00:00",
        "2007-",
        " 2007",
        "-2007",
        "07",
        "",
        "yesterday",
    ],
)
def test_anything_else_is_no_date(written):
    with pytest.raises(NoSuchDate) as refused:
        parse(written)
    assert str(refused.value) == (
        f'"{written}" is not a date. Write 2007-06-15, or 2007-06, or 2007'
    )


@pytest.mark.parametrize(
    "written",
    ["2007-02-29", "2007-13", "2007-00", "2007-06-31", "2007-06-00", "0000", "1900-02-29"],
)
def test_a_date_that_the_calendar_does_not_have_is_refused(written):
    with pytest.raises(NoSuchDate) as refused:
        parse(written)
    assert str(refused.value) == f"{written} does not exist. Check the day, the month and the year"


@pytest.mark.parametrize(
    ("read", "message"),
    [
        (parse, f'"{"x" * 60}" is not a date. Write 2007-06-15, or 2007-06, or 2007'),
        (parse_day, f'"{"x" * 60}" is no date. Write 2015-06-15'),
    ],
)
def test_of_what_is_no_date_a_message_repeats_the_first_60_letters(read, message):
    for length in (60, 61, 600):
        with pytest.raises(NoSuchDate) as refused:
            read("x" * length)
        assert str(refused.value) == message


def test_only_a_whole_date_is_one_day():
    known = [parse(text).is_one_day for text in ("2007-06-15", "2007-06", "2007")]
    assert known == [True, False, False]


# ---------------------------------------------------------------- anniversaries


@pytest.mark.parametrize(
    ("date", "years", "expected"),
    [
        ("1994-03-10", 16, ("2010-03-10", "2010-03-10")),
        ("1996-02-29", 16, ("2012-02-29", "2012-02-29")),
        ("1996-02-29", 15, ("2011-03-01", "2011-03-01")),
        ("1996-02-29", 18, ("2014-03-01", "2014-03-01")),
        ("2000-02-29", 100, ("2100-03-01", "2100-03-01")),
        ("2000-02-29", 400, ("2400-02-29", "2400-02-29")),
        ("1996-02-28", 15, ("2011-02-28", "2011-02-28")),
        ("1994-03", 16, ("2010-03-01", "2010-03-31")),
        ("1996-02", 15, ("2011-02-01", "2011-03-01")),
        ("1994", 16, ("2010-01-01", "2010-12-31")),
        ("1994-12-31", 0, ("1994-12-31", "1994-12-31")),
        ("2000-12-30", 1, ("2001-12-30", "2001-12-30")),
        ("2000-12-31", 1, ("2001-12-31", "2001-12-31")),
        ("2001-01-01", 0, ("2001-01-01", "2001-01-01")),
        ("1999-12-31", 1, ("2000-12-31", "2000-12-31")),
        ("9998", 1, ("9999-01-01", "9999-12-31")),
    ],
)
def test_someone_born_on_february_29_has_a_birthday_on_march_1_in_common_years(
    date, years, expected
):
    assert years_after(parse(date), years) == days(*expected)


def test_a_birthday_after_the_year_9999_still_compares():
    end = parse("9999-12-31")
    birthday = years_after(parse("9990-02"), 65)
    assert (is_after(birthday, end), is_before(end, days_after(end, 1))) == (YES, YES)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2015-06-15", datetime.date(2015, 6, 15)),
        (" 2015-06-15 ", datetime.date(2015, 6, 15)),
        (datetime.date(2015, 6, 15), datetime.date(2015, 6, 15)),
    ],
)
def test_a_whole_day_is_read(written, read):
    assert parse_day(written) == read


@pytest.mark.parametrize("written", ["2015-06", "2015", "2015-02-30", "20150615", "", None])
def test_half_a_date_is_no_whole_day(written):
    with pytest.raises(NoSuchDate) as refused:
        parse_day(written)
    assert str(refused.value) == f'"{written}" is no date. Write 2015-06-15'


@pytest.mark.parametrize("years", [1, 16, 65])
def test_past_the_year_9999_the_calendar_goes_on_as_it_repeats(years):
    """Every 400 years are 146,097 days, so a date and its twin 400 years later stay apart so."""
    for written in ("9999-12-31", "9996-02-29", "9997-03-01"):
        late, early = parse(written), parse(str(int(written[:4]) - 400) + written[4:])
        assert years_after(late, years).first - years_after(early, years).first == 146_097


@pytest.mark.parametrize("written", ["2000-02-29", "2000-12-31", "2001-01-01", "9999-12-31"])
def test_thousands_of_years_later_is_as_many_cycles_of_the_calendar_later(written):
    date = parse(written)
    assert years_after(date, 20_000) == days_after(date, 50 * 146_097)


def test_years_after_a_date_past_the_year_9999_are_counted_on():
    end = parse("9999-12-31")
    assert years_after(years_after(end, 65), 65) == years_after(end, 130)


@pytest.mark.parametrize(
    ("date", "number", "expected"),
    [
        ("2026-11-23", 150, ("2027-04-22", "2027-04-22")),
        ("2012-02-28", 1, ("2012-02-29", "2012-02-29")),
        ("2012", 31, ("2012-02-01", "2013-01-31")),
    ],
)
def test_days_are_counted_on_the_calendar(date, number, expected):
    assert days_after(parse(date), number) == days(*expected)


some_days = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)).map(day)
some_years = st.integers(0, 120)


@given(some_days, some_days, some_years)
def test_a_person_born_later_never_has_the_earlier_birthday(one, other, years):
    first, last = sorted((one, other))
    assert years_after(first, years).first <= years_after(last, years).first


@given(some_days, st.integers(0, 100))
def test_an_anniversary_never_comes_before_the_one_of_the_year_before(date, years):
    assert years_after(date, years).first < years_after(date, years + 1).first


@given(st.dates(max_value=datetime.date(9000, 1, 1)), some_years)
def test_an_anniversary_is_the_same_day_of_the_year_but_for_february_29(date, years):
    reached = datetime.date.fromordinal(years_after(day(date), years).first)
    assert reached.year == date.year + years
    if (date.month, date.day) != (2, 29):
        assert (reached.month, reached.day) == (date.month, date.day)


# ---------------------------------------------------------------- comparing


@pytest.mark.parametrize(
    ("left", "right", "before", "on_or_before"),
    [
        ("2007-06-14", "2007-06-15", YES, YES),
        ("2007-06-15", "2007-06-15", NO, YES),
        ("2007-06-16", "2007-06-15", NO, NO),
        ("2007-05", "2007-06-15", YES, YES),
        ("2007-06", "2007-06-15", UNKNOWN, UNKNOWN),
        ("2007-06", "2007-06-30", UNKNOWN, YES),
        ("2007-06", "2007-06-01", NO, UNKNOWN),
        ("2007-07", "2007-06-15", NO, NO),
        ("2007", "2007", UNKNOWN, UNKNOWN),
        ("2006", "2007", YES, YES),
        ("2008", "2007", NO, NO),
    ],
)
def test_a_comparison_is_settled_only_where_the_whole_interval_agrees(
    left, right, before, on_or_before
):
    one, other = parse(left), parse(right)
    assert (is_before(one, other), is_on_or_before(one, other)) == (before, on_or_before)


intervals = st.tuples(st.integers(1, 12), st.integers(0, 6)).map(
    lambda found: Interval(found[0], found[0] + found[1])
)
COMPARISONS = {
    is_before: int.__lt__,
    is_on_or_before: int.__le__,
    is_after: int.__gt__,
    is_on_or_after: int.__ge__,
}


def _every_day(left: Interval, right: Interval, compare):
    """The comparison, worked out with every pair of days filled in."""
    found = {
        compare(one, other)
        for one in range(left.first, left.last + 1)
        for other in range(right.first, right.last + 1)
    }
    return from_bool(found.pop()) if len(found) == 1 else UNKNOWN


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda found: found.__name__)
@given(left=intervals, right=intervals)
def test_a_comparison_agrees_with_every_day_filled_in(comparison, left, right):
    assert comparison(left, right) is _every_day(left, right, COMPARISONS[comparison])
