"""What the guide to many people shows is run: census rows say what they can, and no more."""

import datetime
import re

import pyarrow as pa
import pytest

from interview.caseload import ColumnScreening
from interview.content.folders import ROOT

GUIDE = ROOT / "docs" / "caseload.md"
DAY = datetime.date(2026, 11, 30)
SURVEY = pa.table({
    "YEAR": [2024, 2024], "AGE": [30, 70], "STATEFIP": [6, 2], "YRIMMIG": [2001, 0],
    "CITIZEN": [3, 2], "SCHOOL": [1, 1], "EDUCD": [63, 30], "PERWT": [101.0, 55.0],
})  # fmt: skip


@pytest.fixture(scope="module")
def shown():
    """The names that the code of the guide defines, block after block."""
    names = {}
    for block in re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL):
        exec(block, names)
    return names


@pytest.mark.slow
def test_census_rows_say_what_they_can_and_the_rest_is_not_known(content, shown):
    people = shown["people_of"](SURVEY)
    [batch] = people.combine_chunks().to_batches()
    found = ColumnScreening(content, DAY, kept=("perwt",)).screen_batch(batch)
    assert found["perwt"].to_pylist() == [101.0, 55.0]
    assert people["immigration_status"].to_pylist() == [None, "citizen"]
    # Born about 1994, here since 2001 or before: nothing that the survey knows rules DACA out.
    assert found[f"program_{next(iter(content.programs))}"][0].as_py() is None
    assert "blue" not in found["lane"].to_pylist()


SCHOOLING = [
    (2, 40, "in_school"), (1, 63, "graduated"), (1, 64, "ged"), (1, 61, "none"), (1, 2, "none"),
    # Graduate or GED, college, missing, not asked, and not asked whether in school.
    (1, 62, None), (1, 65, None), (1, 101, None), (1, 999, None), (1, 1, None), (1, 0, None),
    (0, 30, None), (9, 30, None), (9, 63, "graduated"),
]  # fmt: skip


@pytest.mark.parametrize(("school", "highest", "said"), SCHOOLING)
def test_a_census_says_of_schooling_what_it_knows(shown, school, highest, said):
    row = SURVEY.to_pylist()[0] | {"SCHOOL": school, "EDUCD": highest}
    people = shown["people_of"](pa.Table.from_pylist([row]))
    assert people["education"].to_pylist() == [said]


def test_the_oldest_in_a_census_may_be_older(shown):
    row = SURVEY.to_pylist()[0] | {"AGE": 95}
    [born] = shown["people_of"](pa.Table.from_pylist([row]))["birth_date_first"].to_pylist()
    assert born.year < row["YEAR"] - 95 - 1


@pytest.mark.slow
def test_the_function_for_other_engines_gives_plain_columns(shown):
    batches = list(shown["screen"]([pa.RecordBatch.from_pydict({"detained": ["yes", None]})]))
    assert [batch.num_rows for batch in batches] == [2]
    assert batches[0].schema.field("lane").type == pa.string()
