"""Tables of people read and written: every way of writing answers, refusals, whole files only."""

import datetime
import os
import pickle
import re
import signal
import subprocess
import sys
import time

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.ipc as pa_ipc
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from column_rows import differing, rows_of
from one_by_one import OneByOne
from people import people
from tables import as_paired_table, as_table

from interview.caseload import (
    ALL,
    BATCH,
    NARROW,
    ColumnScreening,
    RefusedPeople,
    content_digest,
    many_people,
    parts_of,
)
from interview.cli import main
from interview.loading import QUESTIONS

DAY = datetime.date(2026, 11, 30)
TOLD = "2026-11-30"
READ = {
    ".parquet": pq.read_table,
    ".arrow": lambda path: pa_ipc.open_file(path).read_all(),
    ".csv": pa_csv.read_csv,
}


@pytest.fixture(scope="module")
def rows():
    return list(people(120, 3, DAY))


@pytest.fixture(scope="module")
def expected(content, rows):
    return [OneByOne(content).row(row, DAY) for row in rows]


@pytest.fixture
def run(tmp_path):
    def screen(people, *options, out="results.parquet"):
        command = ["screen", str(people), "--out", str(tmp_path / out), "--as-of", TOLD, *options]
        return CliRunner().invoke(main, command), tmp_path / out

    return screen


def _only_batch(table: pa.Table) -> pa.RecordBatch:
    [batch] = table.combine_chunks().to_batches()
    return batch


def _without_ids(rows):
    return [{name: cell for name, cell in row.items() if name != "id"} for row in rows]


# ---------------------------------------------------------------- there and back


def _as_csv(table, path):
    """Lists with marks, as a spreadsheet has them."""
    columns = [
        pa.array([None if c is None else ";".join(c) or "none" for c in column.to_pylist()])
        if pa.types.is_list(column.type)
        else column
        for column in table.columns
    ]
    pa_csv.write_csv(pa.table(columns, names=table.column_names), path)


def _as_arrow(table, path):
    with pa_ipc.new_file(path, table.schema) as file:
        file.write_table(table)


def _as_stream(table, path):
    with pa_ipc.new_stream(path, table.schema) as file:
        file.write_table(table)


WAYS_IN = [
    ("people.parquet", pq.write_table),
    ("people.arrow", _as_arrow),
    ("people.ipc", _as_stream),
    ("people.csv", _as_csv),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "write"), WAYS_IN)
def test_a_table_of_people_is_screened_however_it_is_written(
    content, rows, expected, run, tmp_path, name, write
):
    write(as_table(content, rows), tmp_path / name)
    result, out = run(tmp_path / name, "--columns", "all")
    assert result.exit_code == 0, result.output
    found = pq.read_table(out)
    assert found["id"].to_pylist() == [str(n) for n in range(1, len(rows) + 1)]
    assert differing(_without_ids(rows_of(_only_batch(found))), expected) == []


@pytest.mark.slow
def test_results_say_by_which_rules_they_were_made(content, rows, run, tmp_path):
    pq.write_table(as_paired_table(content, rows), tmp_path / "people.parquet")
    _, out = run(tmp_path / "people.parquet")
    told = {k.decode(): v.decode() for k, v in pq.read_schema(out).metadata.items()}
    assert told["next_steps.as_of"] == TOLD
    assert told["next_steps.content_sha256"] == content_digest(QUESTIONS)
    assert told["next_steps.layout"] == "1"


@pytest.mark.slow
@pytest.mark.parametrize("out", ["results.arrow", "results.csv"])
def test_results_are_written_as_arrow_and_csv_too(content, rows, expected, run, tmp_path, out):
    pq.write_table(as_table(content, rows), tmp_path / "people.parquet")
    result, path = run(tmp_path / "people.parquet", out=out)
    assert result.exit_code == 0, result.output
    if out.endswith(".csv"):
        table = pa_csv.read_csv(path)
        lists = [set((cell or "").split(";")) - {""} for cell in table["flags"].to_pylist()]
    else:
        table = pa_ipc.open_file(path).read_all()
        lists = list(map(set, table["flags"].to_pylist()))
    assert table["lane"].to_pylist() == [row["lane"] for row in expected]
    raised = [
        {name.removeprefix("flag_") for name, truth in row.items()
         if truth is True and name.startswith("flag_")}
        for row in expected
    ]  # fmt: skip
    assert lists == raised


@pytest.mark.slow
def test_a_table_of_several_batches_is_screened_in_its_order(content, rows, run, tmp_path):
    table = as_paired_table(content, rows)
    many = pa.concat_tables([table] * (BATCH // len(rows) + 2))
    pq.write_table(many, tmp_path / "people.parquet", row_group_size=1_000)
    result, out = run(tmp_path / "people.parquet")
    assert result.exit_code == 0, result.output
    lanes = pq.read_table(out)["lane"].to_pylist()
    assert lanes == lanes[: len(rows)] * (BATCH // len(rows) + 2)


# ---------------------------------------------------------------- refusals

A_FACT = "detained"
WRONG = [
    ({"detained": ["yes", "perhaps"]}, r'column "detained", row 2: "perhaps" is no answer'),
    ({"birth_date": ["1990", "1990-02-30"]}, r'column "birth_date", row 2: 1990-02-30 does not'),
    ({"family": [["none"], ["child_citizen_lpr", "none"]]}, r'column "family", row 2: "none"'),
    ({"family": [["nobody"], []]}, r'column "family", row 1: "nobody" is no answer'),
    ({"detained": [1, 2]}, r'column "detained": int64 is not read'),
    ({"birth_date_first": [datetime.date(2000, 1, 2)]}, r'"birth_date": write birth_date_first'),
    ({"birth_date_first": [datetime.date(2000, 1, 2)] * 2,
      "birth_date_last": [datetime.date(2000, 1, 2), None]},
     r'"birth_date", row 2: the first and the last day stand together'),
    ({"birth_date_first": [datetime.date(2000, 1, 2)],
      "birth_date_last": [datetime.date(1999, 1, 2)]}, r"the first day is after the last"),
    ({"detaind": ["yes"]}, r'there is no question "detaind". Did you mean'),
    ({"detained": ["yes"], "as_of": ["2015-06-15"]}, r"screened as of one day"),
]  # fmt: skip


@pytest.mark.parametrize(("columns", "message"), WRONG)
def test_what_cannot_be_read_is_refused_by_column_and_row(content, columns, message):
    batch = pa.RecordBatch.from_pydict({name: pa.array(cells) for name, cells in columns.items()})
    with pytest.raises(RefusedPeople, match=message):
        ColumnScreening(content, DAY).screen_batch(batch)


@pytest.mark.slow
def test_the_row_of_a_message_is_that_of_the_file(content, rows, run, tmp_path):
    cells = ["no"] * (BATCH + 10)
    cells[BATCH + 4] = "perhaps"
    pq.write_table(pa.table({A_FACT: cells}), tmp_path / "people.parquet")
    result, out = run(tmp_path / "people.parquet")
    assert result.exit_code == 2
    assert f'column "{A_FACT}", row {BATCH + 5}: "perhaps" is no answer here' in result.output
    assert list(tmp_path.iterdir()) == [tmp_path / "people.parquet"], out


def test_options_for_one_person_are_not_for_tables(run, tmp_path):
    pq.write_table(pa.table({A_FACT: ["no"]}), tmp_path / "people.parquet")
    result, _ = run(tmp_path / "people.parquet", "--partial")
    assert result.exit_code == 2
    assert "--partial does not go with a table" in result.output


def test_a_table_without_a_place_for_its_results_is_not_screened(tmp_path):
    pq.write_table(pa.table({A_FACT: ["no"]}), tmp_path / "people.parquet")
    result = CliRunner().invoke(main, ["screen", str(tmp_path / "people.parquet")])
    assert result.exit_code == 2
    assert "--out results.parquet" in result.output


def test_unknown_kinds_of_columns_are_named():
    with pytest.raises(ValueError, match=r"there are no columns lanes\. Allowed: narrow, all"):
        parts_of("lanes,flags")
    assert parts_of("narrow") == NARROW and parts_of("all") == ALL


# ---------------------------------------------------------------- whole files, or none


def _listen():
    """What runs in the background of a shell is started deaf to an interruption."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.slow
@pytest.mark.parametrize("signal_sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_no_half_file(content, rows, tmp_path, signal_sent):
    table = as_table(content, rows)
    pq.write_table(pa.concat_tables([table] * 8_000), tmp_path / "people.parquet")
    out = tmp_path / "out"
    out.mkdir()
    (out / "results.parquet").write_text("of an earlier run")
    command = [
        sys.executable, "-m", "interview", "screen", str(tmp_path / "people.parquet"),
        "--out", str(out / "results.parquet"), "--as-of", TOLD,
    ]  # fmt: skip
    surroundings = {**os.environ, "PYTHONPATH": os.getcwd()}
    with subprocess.Popen(command, env=surroundings, preexec_fn=_listen) as process:
        while process.poll() is None and len(list(out.iterdir())) < 2:
            time.sleep(0.01)
        process.send_signal(signal_sent)
        assert process.wait() != 0
    assert [path.name for path in out.iterdir()] == ["results.parquet"]
    assert (out / "results.parquet").read_text() == "of an earlier run"


# ---------------------------------------------------------------- anywhere else


def test_a_screening_can_be_sent_to_another_process(content, rows):
    screening = many_people(DAY, parts=ALL)
    batch = _only_batch(as_table(content, rows))
    once = screening.screen_batch(batch)
    assert pickle.loads(pickle.dumps(screening)).screen_batch(batch).equals(once)
    assert screening.screen_batch(batch).equals(once)


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
def test_memory_does_not_grow_with_the_people(content, rows, tmp_path):
    table = as_paired_table(content, rows)
    most = {}
    for times in (1_000, 6_000):
        path = tmp_path / f"{times}.parquet"
        with pq.ParquetWriter(path, table.schema) as writer:
            for _ in range(times // 500):
                writer.write_table(pa.concat_tables([table] * 500))
        code = (
            "import re, sys; from interview.cli import main\n"
            "try: main(sys.argv[1:])\n"
            "except SystemExit: pass\n"
            "print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"
        )
        command = [sys.executable, "-c", code, "screen", str(path), "--out",
                   str(tmp_path / "out.parquet"), "--as-of", TOLD]  # fmt: skip
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        most[times] = int(re.findall(r"\d+", run.stdout)[-1]) / 1_024
    assert most[6_000] <= 300
    assert most[6_000] <= most[1_000] * 1.15


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".parquet", ".arrow", ".csv"])
def test_more_people_than_are_screened_at_once_keep_their_own_columns(run, tmp_path, suffix):
    """Texts of a Parquet file come with a dictionary for each batch; numbers and lists do not."""
    count = 2 * BATCH + 7
    ids = [f"n{number}" for number in range(count)]
    lists = [None if number % 3 else [f"w{number % 5}"] for number in range(count)]
    table = pa.table({
        "id": ids, A_FACT: ["no"] * count, "office": pa.array(range(count)),
        "workers": pa.array(lists, pa.list_(pa.string())),
    })  # fmt: skip
    pq.write_table(table, tmp_path / "people.parquet")
    kept = ("--keep", "office,workers")
    _, out = run(tmp_path / "people.parquet", *kept, out=f"results{suffix}")
    found = READ[suffix](out)
    assert found["id"].to_pylist() == ids
    assert found["office"].to_pylist() == table["office"].to_pylist()
    if suffix != ".csv":
        assert found["workers"].to_pylist() == lists


def test_a_file_that_is_not_there_or_no_file_is_told_by_its_name(run, tmp_path):
    for suffix in (".parquet", ".arrow", ".csv"):
        done, _ = run(tmp_path / f"nobody{suffix}")
        assert done.exit_code == 2
        assert done.output.startswith(f"{tmp_path}/nobody{suffix}: cannot be read: No such file")
    people = tmp_path / "people.parquet"
    pq.write_table(pa.table({A_FACT: ["no"]}), people)
    for suffix in (".parquet", ".arrow", ".csv"):
        out = tmp_path / "no folder" / f"out{suffix}"
        done = CliRunner().invoke(main, ["screen", str(people), "--out", str(out)])
        assert done.exit_code == 2
        assert done.output.startswith(f"{out}: cannot be written: No such file or directory")


@pytest.mark.parametrize(
    ("written", "encoding"), [("id,{}\ná,no\n", "latin-1"), ("id,{}\na,no\n", "utf-16")]
)
def test_a_sheet_in_other_letters_than_utf_8_is_refused(run, tmp_path, written, encoding):
    path = tmp_path / "people.csv"
    path.write_text(written.format(A_FACT), encoding)
    done, out = run(path)
    assert (done.exit_code, out.exists()) == (2, False)
    assert done.output.startswith(f"{path}: ") and "UTF" in done.output


def test_texts_as_some_programs_keep_them_are_read(run, tmp_path):
    table = pa.table({A_FACT: pa.array(["yes", None], pa.string_view())})
    with pa_ipc.new_file(tmp_path / "people.arrow", table.schema) as file:
        file.write_table(table)
    done, out = run(tmp_path / "people.arrow")
    assert (done.exit_code, pq.read_table(out).num_rows) == (0, 2), done.output


def test_a_kept_column_is_not_lost_under_a_result_of_its_name(run, tmp_path):
    pq.write_table(pa.table({A_FACT: ["no"], "lane": ["x"]}), tmp_path / "people.parquet")
    done, _ = run(tmp_path / "people.parquet", "--keep", "lane")
    assert (done.exit_code, done.output) == (
        2,
        f'{tmp_path}/people.parquet: --keep: "lane" is the name of a result. Rename the column\n',
    )


def test_other_columns_stand_beside_the_results_where_they_are_asked_for(run, tmp_path):
    table = pa.table({A_FACT: ["no", "yes"], "worker": ["ana", "ben"]})
    pq.write_table(table, tmp_path / "people.parquet")
    refused, _ = run(tmp_path / "people.parquet")
    assert 'there is no question "worker"' in refused.output
    _, out = run(tmp_path / "people.parquet", "--keep", "worker")
    assert pq.read_table(out)["worker"].to_pylist() == ["ana", "ben"]
    misspelled, _ = run(tmp_path / "people.parquet", "--keep", "worker,ofice")
    assert '--keep: there is no column "ofice"' in misspelled.output
