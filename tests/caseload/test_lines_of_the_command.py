"""`interview screen` of many people says the same in columns as in processes that go one by one."""

import json
import subprocess
import sys

import pytest
from people import people
from test_lines_in_columns import DAY

from interview.content import LANES

# More than the command screens one by one.
MANY = 2_100
BAD = {40: "not JSON", 41: '{"detained": "perhaps"}', 1_500: "{}", 1_900: '{"id": "p3"}'}


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    lines = [json.dumps({"id": f"p{n}", **row}) for n, row in enumerate(people(MANY, 41, DAY))]
    for number, line in BAD.items():
        lines.insert(number, line)
    path = tmp_path_factory.mktemp("many") / "people.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _screened(file, *options):
    command = [sys.executable, "-m", "interview", "screen", file, "--as-of", str(DAY), *options]
    run = subprocess.run(command, capture_output=True)
    # Of the people who are screened together, those who are refused are told first.
    return run.returncode, run.stdout, sorted(run.stderr.splitlines())


@pytest.mark.sampled(2)
@pytest.mark.slow
@pytest.mark.parametrize(
    "options",
    [
        ("--format", "json"),
        ("--format", "csv", "--lang", "es"),
        ("--format", "json", "--sort", "urgency"),
        ("--format", "json", "--partial"),
    ],
    ids=" ".join,
)
def test_the_command_prints_the_same_to_the_byte(file, options):
    found = _screened(file, *options)
    status, lines, told = found
    assert status == 1 and lines.count(b"\n") > MANY and len(told) > len(BAD)
    assert found == _screened(file, *options, "--processes", "2")


@pytest.mark.slow
def test_the_command_counts_lanes_and_writes_a_file_the_same(file, tmp_path):
    written = []
    for name, options in (("columns", ()), ("processes", ("--processes", "2"))):
        out = tmp_path / name / "results.csv"
        out.parent.mkdir()
        status, said, _ = _screened(file, "--out", out, *options)
        written.append((status, said.decode().removeprefix(str(out)), out.read_bytes()))
    assert written[0] == written[1]
    assert all(lane in written[0][1] for lane in LANES)
