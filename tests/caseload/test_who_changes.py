"""Rescreening: whose result differs, counted as the scalar evaluator would; what is published."""

import csv
import datetime
import io
import re
import shutil
from collections import Counter

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from one_by_one import OneByOne
from people import people
from tables import as_table

from interview.caseload import BATCH
from interview.caseload.compare import (
    FEWEST,
    Rescreening,
    Rules,
    Turn,
    changes_as_page,
    changes_as_sheet,
    changes_as_text,
)
from interview.cli import main
from interview.loading import QUESTIONS

BEFORE, AFTER = datetime.date(2024, 12, 1), datetime.date(2026, 11, 30)
READ = {
    ".parquet": pq.read_table,
    ".arrow": lambda path: pa.ipc.open_file(path).read_all(),
    ".csv": pa_csv.read_csv,
}
TURNS = {True: "yes", False: "no", None: "unknown"}


def _nobody_hears(done, of):
    """Progress is for terminals."""


@pytest.fixture(scope="module")
def table(content, tmp_path_factory):
    rows = list(people(300, 17, AFTER))
    path = tmp_path_factory.mktemp("people") / "people.parquet"
    pq.write_table(as_table(content, rows), path)
    return path, rows


def _by_two_days(content):
    return (Rules("then", content, BEFORE), Rules("now", content, AFTER))


@pytest.mark.slow
def test_changes_are_those_of_the_scalar_evaluator(content, table, tmp_path):
    path, rows = table
    found = Rescreening(*_by_two_days(content)).rescreen(
        path, tmp_path / "changed.parquet", _nobody_hears
    )
    one_by_one = OneByOne(content)
    wanted, changed = Counter(), 0
    for row in rows:
        was, now = (one_by_one.row(row, day) for day in (BEFORE, AFTER))
        flags = {name for name in was.keys() | now.keys() if name.startswith("flag_")}
        turns = [
            Turn(name.replace("_", " ", 1), *(TURNS[side.get(name, False)] for side in (was, now)))
            for name in flags
            if was.get(name, False) != now.get(name, False)
        ]
        if was["lane"] != now["lane"]:
            turns.append(Turn("lane", was["lane"], now["lane"]))
        wanted.update(turns)
        changed += bool(turns)
    told = {t: n for t, n in found.transitions.items() if t.what.split()[0] in ("flag", "lane")}
    assert told == wanted
    assert found.people == len(rows) and found.changed >= changed
    written = pq.read_table(tmp_path / "changed.parquet")
    assert written.num_rows == found.changed
    listed = Counter(one for several in written["changes"].to_pylist() for one in several)
    assert listed == Counter({str(turn): n for turn, n in found.transitions.items()})
    assert written["id"].to_pylist() == [str(row) for row in written["row"].to_pylist()]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".parquet", ".arrow", ".csv"])
def test_columns_that_are_no_answer_stand_beside_who_changes(content, table, tmp_path, suffix):
    source, rows = table
    people, out = tmp_path / "people.parquet", tmp_path / f"changed{suffix}"
    # More than are screened at once: each batch of texts has a dictionary of its own.
    times = BATCH // len(rows) + 1
    workers = [f"worker {number % 977}" for number in range(len(rows) * times)]
    written = pa.concat_tables([pq.read_table(source)] * times)
    pq.write_table(written.append_column("worker", pa.array(workers)), people)
    days = ("--before", BEFORE.isoformat(), "--after", AFTER.isoformat(), "--smallest", "0")
    refused = CliRunner().invoke(main, ["rescreen", str(people), *days])
    assert refused.exit_code == 2 and "--keep NAME" in refused.output
    command = ["rescreen", str(people), *days, "--out", str(out), "--keep", "worker"]
    assert CliRunner().invoke(main, command).exit_code == 1
    found = READ[suffix](out)
    assert found.column_names == ["row", "id", "worker", "changes"]
    assert found["worker"].cast(pa.string()).to_pylist() == [
        workers[row - 1] for row in found["row"].to_pylist()
    ]


@pytest.mark.slow
def test_nobody_changes_by_the_same_rules_on_the_same_day(content, table):
    same = Rules("now", content, AFTER)
    found = Rescreening(same, same).rescreen(table[0], None, _nobody_hears)
    assert (found.changed, found.transitions) == (0, Counter())
    assert list(changes_as_text(found, {}, False)) == [
        f"0 of {len(table[1])} people have another result (now to now)"
    ]


@pytest.mark.slow
def test_what_is_published_hides_every_small_count(content, table):
    found = Rescreening(*_by_two_days(content)).rescreen(table[0], None, _nobody_hears)
    small = [count for count in found.transitions.values() if count < FEWEST]
    assert small, "the crowd has small counts"
    sheet = list(csv.DictReader(io.StringIO(changes_as_sheet(found, {}, True))))
    counts = [row["people"] for row in sheet]
    assert counts.count(f"under {FEWEST}") == len(small)
    assert all(count.isdigit() and int(count) >= FEWEST
               for count in counts if not count.startswith("under"))  # fmt: skip
    page = changes_as_page(found, {}, True)
    shown = re.findall(r'<td class="count">([^<]*)</td>', page)
    assert shown.count(f"under {FEWEST}") == len(small)
    bars = re.findall(r'class="bar" style="width: (\d+)%"></span>([^<]*)<', page)
    assert bars and all(int(width) == 0 for width, told in bars if told.startswith("under"))


@pytest.mark.slow
def test_the_page_needs_nothing_else(content, table):
    found = Rescreening(*_by_two_days(content)).rescreen(table[0], None, _nobody_hears)
    page = changes_as_page(found, {}, False)
    assert 'class="bar" style="width: 100%"' in page
    assert not re.search(r"https?://|<script|<link|src=", page)


@pytest.mark.slow
def test_two_editions_are_compared_with_the_smallest_person(table, tmp_path):
    """In a copy one flag is asked for more urgently: only the lane and nothing else may follow."""
    changed = tmp_path / "questions"
    shutil.copytree(QUESTIONS, changed)
    flags = next(path for path in changed.rglob("*.yaml") if "urgency: before" in path.read_text())
    text = flags.read_text()
    flags.write_text(text.replace("urgency: before", "urgency: soon", 1))
    command = ["rescreen", str(table[0]), "--before", str(QUESTIONS), "--after", str(changed),
               "--as-of", AFTER.isoformat(), "--format", "csv", "--smallest", "1"]  # fmt: skip
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1, result.output
    [first, *others] = list(csv.DictReader(io.StringIO(result.output)))
    assert {row["what"] for row in (first, *others)} == {"lane"}
    assert (first["from"], first["to"]) == ("yellow", "orange")
    assert first["smallest_person"]


WRONG = [
    (("--before", "2024-12-01", "--after", "questions"), "not one of each"),
    (("--before", "2024-12-01", "--after", "2026-11-30", "--as-of", "2026-11-30"),
     "--before and --after are the days already"),
    (("--before", "2024-12-01", "--after", "2026-11-30", "--publish", "--out", "rows.parquet"),
     "leave it out of what is published"),
]  # fmt: skip


@pytest.mark.parametrize(("options", "message"), WRONG)
def test_what_does_not_go_together_is_said(tmp_path, options, message):
    path = tmp_path / "people.parquet"
    pq.write_table(pa.table({"detained": ["no"]}), path)
    result = CliRunner().invoke(main, ["rescreen", str(path), *options])
    assert result.exit_code == 2
    assert message in result.output
