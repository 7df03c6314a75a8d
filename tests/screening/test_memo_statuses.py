"""How each of the advisory's eighteen memos stood, by date, written down by hand.

Until the day that a memo was issued it has no status. `listed` is what the advisory of March 18,
2015 says of it; from February 20, 2017 on, what nobody could follow further is `not_known`.
"""

import datetime

import pytest

from interview.screening.timelines import memo_status_on

STATUSES = {
    "johnson_priorities_2014": [
        ("2012-01-01", None),
        ("2014-11-19", None),
        ("2014-11-20", "issued"),
        ("2015-03-17", "issued"),
        ("2015-03-18", "listed"),
        ("2015-06-15", "listed"),
        ("2017-02-19", "listed"),
        ("2017-02-20", "ended"),
        ("2018-01-01", "ended"),
        ("2026-11-23", "ended"),
    ],
    # Blocked before the advisory was printed, which says so.
    "johnson_deferred_action_2014": [
        ("2012-01-01", None),
        ("2014-11-19", None),
        ("2014-11-20", "issued"),
        ("2015-02-15", "issued"),
        ("2015-02-16", "blocked"),
        ("2015-03-18", "blocked"),
        ("2015-06-15", "blocked"),
        ("2017-02-20", "blocked"),
        ("2017-06-14", "blocked"),
        ("2017-06-15", "ended"),
        ("2018-01-01", "ended"),
        ("2026-11-23", "ended"),
    ],
    "napolitano_2012": [
        ("2012-01-01", None),
        ("2012-06-14", None),
        ("2012-06-15", "issued"),
        ("2015-03-17", "issued"),
        ("2015-03-18", "listed"),
        ("2015-06-15", "listed"),
        ("2017-02-20", "listed"),
        ("2017-09-04", "listed"),
        ("2017-09-05", "ended"),
        ("2018-01-01", "ended"),
        ("2018-01-09", "ended"),
        ("2020-06-17", "ended"),
        ("2020-06-18", "issued"),
        ("2020-07-28", "issued"),
        ("2020-12-04", "issued"),
        ("2021-07-15", "issued"),
        ("2021-07-16", "blocked"),
        ("2022-10-30", "blocked"),
        ("2022-10-31", "replaced"),
        ("2026-11-23", "replaced"),
    ],
    # The advisory gives this one no date: nothing is said of it before the advisory.
    "cooper": [
        ("2012-01-01", None),
        ("2015-03-17", None),
        ("2015-03-18", "listed"),
        ("2015-06-15", "listed"),
        ("2017-02-19", "listed"),
        ("2017-02-20", "not_known"),
        ("2018-01-01", "not_known"),
        ("2026-11-23", "not_known"),
    ],
    "morton_2011_victims": [
        ("2011-06-16", None),
        ("2011-06-17", "issued"),
        ("2012-01-01", "issued"),
        ("2015-03-17", "issued"),
        ("2015-03-18", "listed"),
        ("2015-06-15", "listed"),
        ("2017-02-19", "listed"),
        ("2017-02-20", "not_known"),
        ("2018-01-01", "not_known"),
        ("2025-01-30", "not_known"),
        ("2025-01-31", "ended"),
        ("2026-11-23", "ended"),
    ],
    # The memo of August 20, 2010 may have replaced it; the advisory still lists it.
    "howard_2005_adjustment": [
        ("2005-10-05", None),
        ("2005-10-06", "issued"),
        ("2010-08-19", "issued"),
        ("2010-08-20", "not_known"),
        ("2012-01-01", "not_known"),
        ("2015-03-17", "not_known"),
        ("2015-03-18", "listed"),
        ("2015-06-15", "listed"),
        ("2017-02-19", "listed"),
        ("2017-02-20", "not_known"),
        ("2018-01-01", "not_known"),
        ("2026-11-23", "not_known"),
    ],
    "uscis_2011_nta": [
        ("2011-11-16", None),
        ("2011-11-17", "issued"),
        ("2012-01-01", "issued"),
        ("2015-03-17", "issued"),
        ("2015-03-18", "listed"),
        ("2015-06-15", "listed"),
        ("2017-02-19", "listed"),
        ("2017-02-20", "not_known"),
        ("2018-01-01", "not_known"),
        ("2018-12-30", "not_known"),
        ("2018-12-31", "replaced"),
        ("2025-02-27", "replaced"),
        ("2025-02-28", "replaced"),
        ("2026-11-23", "replaced"),
    ],
    "uscis_2013_parole_in_place": [
        ("2012-01-01", None),
        ("2013-11-14", None),
        ("2013-11-15", "issued"),
        ("2015-03-17", "issued"),
        ("2015-03-18", "listed"),
        ("2015-06-15", "listed"),
        ("2017-02-19", "listed"),
        ("2017-02-20", "not_known"),
        ("2018-01-01", "not_known"),
        ("2026-11-23", "not_known"),
    ],
}

# Issued, listed by the advisory, and then not known: the day before each was issued, and that day.
ISSUED = {
    "meissner_2000": ("2000-11-16", "2000-11-17"),
    "yates_2002_voting": ("2002-05-06", "2002-05-07"),
    "forman_2004_military": ("2004-06-20", "2004-06-21"),
    "howard_2005_discretion": ("2005-10-23", "2005-10-24"),
    "field_manual_2006": ("2006-03-26", "2006-03-27"),
    "aytes_2006": ("2006-07-10", "2006-07-11"),
    "torres_2006_medical": ("2006-12-10", "2006-12-11"),
    "myers_2007_nursing": ("2007-11-06", "2007-11-07"),
    "vincent_2009_u_visa": ("2009-09-24", "2009-09-25"),
    "morton_2010_petitions": ("2010-08-19", "2010-08-20"),
}
LATER = [
    ("2012-01-01", "issued"),
    ("2015-03-17", "issued"),
    ("2015-03-18", "listed"),
    ("2015-06-15", "listed"),
    ("2017-02-19", "listed"),
    ("2017-02-20", "not_known"),
    ("2018-01-01", "not_known"),
    ("2026-11-23", "not_known"),
]
STATUSES |= {
    memo: [(before, None), (issued, "issued"), *LATER] for memo, (before, issued) in ISSUED.items()
}


@pytest.fixture(scope="module")
def memos(content):
    return {memo.id: memo for memo in content.memos}


def test_the_table_names_all_eighteen_memos_and_no_other(memos):
    assert len(memos) == 18
    assert STATUSES.keys() == memos.keys()


@pytest.mark.parametrize("memo", STATUSES)
def test_a_memo_stood_on_each_date_as_the_table_says(memos, memo):
    def status(date):
        stood = memo_status_on(memos[memo].statuses, datetime.date.fromisoformat(date))
        return stood.status if stood else None

    assert [(date, status(date)) for date, _ in STATUSES[memo]] == STATUSES[memo]


@pytest.mark.parametrize("memo", STATUSES)
def test_a_memo_is_dated_by_the_day_that_it_was_issued(memos, memo):
    first = next(date for date, status in STATUSES[memo] if status is not None)
    issued = memos[memo].date
    assert issued is None if memo == "cooper" else issued == datetime.date.fromisoformat(first)
    assert memos[memo].statuses[0].date == datetime.date.fromisoformat(first)


@pytest.mark.parametrize("memo", STATUSES)
def test_each_change_of_a_memo_has_its_own_date_in_order(memos, memo):
    dates = [event.date for event in memos[memo].statuses]
    assert dates == sorted(set(dates))


@pytest.mark.parametrize("memo", STATUSES)
def test_the_table_shows_every_change_of_a_memo_from_both_sides(memos, memo):
    shown = {datetime.date.fromisoformat(date) for date, _ in STATUSES[memo]}
    events = memos[memo].statuses
    for before, event in zip((None, *events), events, strict=False):
        assert event.date in shown, event.date
        if before is None or before.status != event.status:
            assert event.date - datetime.timedelta(days=1) in shown, event.date
