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


@pytest.mark.slow
def test_the_function_for_other_engines_gives_plain_columns(shown):
    batches = list(shown["screen"]([pa.RecordBatch.from_pydict({"detained": ["yes", None]})]))
    assert [batch.num_rows for batch in batches] == [2]
    assert batches[0].schema.field("lane").type == pa.string()
