"""How each memo stood, by date: the worked cases say it, and miss no change of any memo."""

import datetime

import pytest

from interview.files.cases import read_cases
from interview.loading.folders import QUESTIONS

A_DAY = datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def shown(reader):
    """Which memos the worked cases speak of as of which days."""
    return {
        (memo, case.as_of)
        for case in read_cases(QUESTIONS, reader)
        for memo in case.expect.get("memo_status", ())
    }


def test_a_memo_is_dated_by_the_day_that_it_was_issued(content):
    """One that has no date of its own begins with what is first said of it."""
    dated = [memo for memo in content.memos if memo.date is not None]
    assert {memo.id: memo.date for memo in dated} == {
        memo.id: memo.statuses[0].date for memo in dated
    }


def test_each_change_of_a_memo_has_its_own_date_in_order(content):
    for memo in content.memos:
        dates = [event.date for event in memo.statuses]
        assert dates == sorted(set(dates)), memo.id


def test_the_cases_show_every_change_of_a_memo_from_both_sides(content, shown):
    wanted = set()
    for memo in content.memos:
        for before, event in zip((None, *memo.statuses), memo.statuses, strict=False):
            wanted.add((memo.id, event.date))
            if before is None or before.status != event.status:
                wanted.add((memo.id, event.date - A_DAY))
    assert wanted - shown == set()
