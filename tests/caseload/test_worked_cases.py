"""Every worked case comes out in columns as its screening one by one does."""

from collections import defaultdict

import pytest
from column_rows import differing, rows_of
from one_by_one import OneByOne
from tables import as_table

from interview.caseload import ALL, ColumnScreening
from interview.files import read_cases
from interview.loading import QUESTIONS
from interview.screening import AnswerReader


@pytest.mark.slow
def test_every_worked_case_comes_out_alike(content):
    reader, one_by_one = AnswerReader(content), OneByOne(content)
    by_day = defaultdict(list)
    for case in read_cases(QUESTIONS, reader):
        written = {fact: reader.write(fact, answer) for fact, answer in case.answers.items()}
        by_day[case.as_of].append(written)
    assert by_day
    for as_of, rows in by_day.items():
        screening = ColumnScreening(content, as_of, ALL)
        [batch] = as_table(content, rows, ids=False).combine_chunks().to_batches()
        found = rows_of(screening.screen_batch(batch))
        assert differing(found, [one_by_one.row(row, as_of) for row in rows]) == [], as_of
