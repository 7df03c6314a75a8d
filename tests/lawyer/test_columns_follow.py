"""Every change of the law that the guide shows reaches the columns, with no Python touched."""

import datetime
import sys
from pathlib import Path

import guide
import pytest
from workshop import ROOT

from interview.authoring.crowd import Crowd
from interview.caseload import ALL, ColumnScreening
from interview.loading import QUESTIONS, load

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "caseload"))
from column_rows import differing, rows_of
from one_by_one import OneByOne
from tables import as_table

SECTIONS = guide.sections(ROOT / "questions" / "README.md")
DAYS = (datetime.date(2026, 12, 15), datetime.date(2015, 1, 5))


@pytest.mark.slow
def test_people_screened_by_changed_law_come_out_alike_in_columns(copy):
    for examples in SECTIONS.values():
        guide.follow(examples, copy / "questions")
    content, before = load(copy / "questions"), load(QUESTIONS)
    assert len(content.flags) > len(before.flags), "the guide adds a flag"
    assert len(content.questions) > len(before.questions), "the guide adds a question"
    one_by_one, crowd = OneByOne(content), Crowd(content)
    for as_of in DAYS:
        rows = list(crowd.people(250, 41, as_of))
        [batch] = as_table(content, rows, ids=False).combine_chunks().to_batches()
        found = rows_of(ColumnScreening(content, as_of, ALL).screen_batch(batch))
        assert differing(found, [one_by_one.row(row, as_of) for row in rows]) == []
