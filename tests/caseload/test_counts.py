"""Weighted counts by answers and results."""

import csv
import datetime
import io
from collections import defaultdict

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from one_by_one import OneByOne
from people import people
from tables import as_table

from interview.cli import main
from interview.screening import AnswerReader

DAY = datetime.date(2026, 11, 30)
RESULTS = {True: "matches", False: "does_not_match", None: "may_match"}


@pytest.fixture(scope="module")
def table(content, tmp_path_factory):
    rows = list(people(400, 23, DAY))
    weights = [(number % 7) + 0.5 for number in range(len(rows))]
    path = tmp_path_factory.mktemp("people") / "people.parquet"
    found = as_table(content, rows).append_column("perwt", pa.array(weights))
    pq.write_table(found.append_column("wave", pa.array(["a", "b"] * (len(rows) // 2))), path)
    return path, rows, weights


def _tally(path, *options):
    command = ["tally", str(path), "--as-of", DAY.isoformat(), *options]
    return CliRunner().invoke(main, command)


@pytest.mark.slow
def test_people_are_counted_and_weighed_by_answers_and_results(content, table):
    path, rows, weights = table
    program = next(iter(content.programs))
    fact = next(q.id for q in content.questions if q.type == "state" and q.asked_if is None)
    result = _tally(path, "--by", f"{fact},lane,program_{program},wave", "--weight", "perwt")
    assert result.exit_code == 0, result.output
    one_by_one, reader = OneByOne(content), AnswerReader(content)
    counts, sums = defaultdict(int), defaultdict(float)
    for number, (row, weight) in enumerate(zip(rows, weights, strict=True)):
        found = one_by_one.row(row, DAY)
        answer = reader.read(fact, row.get(fact)) or "(not known)"
        truth = RESULTS[found.get(f"program_{program}", False)]
        key = (answer, found["lane"], truth, "ab"[number % 2])
        counts[key] += 1
        sums[key] += weight
    assert "columns that are no question are not read: id" in result.stderr
    header, *told = csv.reader(io.StringIO(result.stdout))
    assert header == [fact, "lane", f"program_{program}", "wave", "people", "weighted"]
    assert {tuple(r[:4]): (int(r[4]), float(r[5])) for r in told} == {
        key: (counts[key], sums[key]) for key in counts
    }


@pytest.mark.slow
def test_what_is_published_hides_small_counts_and_their_weights(table):
    result = _tally(table[0], "--by", "lane,wave", "--weight", "perwt", "--publish")
    for row in csv.DictReader(io.StringIO(result.stdout)):
        assert (row["people"] == "under 11") == (row["weighted"] == "under 11")
        assert row["people"] == "under 11" or int(row["people"]) >= 11


WRONG = [
    (("--by", "lane,planet"), "there is no column planet"),
    (("--by", "lane", "--weight", "wave"), 'column "wave": no number'),
    (("--by", "wave", "--weight", "absent"), "there is no column absent"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("options", "message"), WRONG)
def test_what_cannot_be_counted_is_said(table, options, message):
    result = _tally(table[0], *options)
    assert result.exit_code == 2
    assert message in result.output
