"""Many people in columns: rates and ratios measured in one run, each judged against its bar.

Run: make bench-caseload, or python tests/bench/caseload.py [--peer PYTHON]. PYTHON is that of an
environment of its own with policyengine-core (see below); without it the peer is left out, and said
so. All times are CPU seconds of one core: a busy machine changes them, the ratios hardly.

    python -m venv .venv/bench-peer && .venv/bench-peer/bin/pip install policyengine-core
"""

import argparse
import csv
import datetime
import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "caseload"))
import caseload_rules
import numpy as np
import people
import pyarrow as pa
import pyarrow.parquet as pq
from grow_content import grown
from tables import as_paired_table

from interview.caseload import BATCH, NARROW, ColumnScreening, screen_file
from interview.caseload.lines import LineScreening
from interview.content import Content
from interview.files import batch as jobs
from interview.files.rows import people_of
from interview.languages import read_languages, tongue_of
from interview.loading import QUESTIONS, TRANSLATIONS, load
from interview.screening import AnswerReader, Screening

HERE = Path(__file__).resolve().parent
DAY = datetime.date(2026, 11, 23)
DISTINCT, BATCHES, ONE_BY_ONE = 20_000, 16, 3_000
MISSING = (
    "lane", "level", "stage", "circuit", "program", "criterion", "ground", "flag", "missing",
    "positive", "adverse", "option", "memo", "note", "escalation", "step", "letter", "today",
)  # fmt: skip
RULES = ("program", "criterion", "ground", "flag")
# What is measured against what, and the bar.
BARS = {
    "people a second with what is missing": 3_000_000,
    "times the scalar screening": 200,
    "Parquet to narrow Parquet, people a second": 300_000,
    "ten times the content, times as long (at most)": 12,
    "times PolicyEngine-core": 1.5,
    "JSON lines in columns, times one by one": 5,
    "CSV in columns, times one by one": 5,
}


def seconds(work: Callable[[], object], times: int = BATCHES) -> float:
    """Return the CPU seconds of one go, after a first one that makes ready."""
    work()
    started = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - started) / times


def many_of(content: Content, rows: list[dict[str, object]]) -> pa.RecordBatch:
    """Return a batch of these people, drawn again and again."""
    table = as_paired_table(content, rows)
    drawn = np.random.default_rng(1).integers(0, len(rows), BATCH)
    [batch] = table.take(pa.array(drawn)).combine_chunks().to_batches()
    return batch


def engine_seconds(content: Content, batch: pa.RecordBatch, parts: tuple[str, ...]) -> float:
    """Return what the rules cost a batch of people who are coded already."""
    screening = ColumnScreening(content, DAY, parts)
    coded = screening.people_layout.code(batch)
    return seconds(lambda: screening.run(coded))


def one_by_one_seconds(content: Content, rows: list[dict[str, object]]) -> float:
    """Return what the scalar evaluator costs a person."""
    screening, reader = Screening(content), AnswerReader(content)
    answers = [reader.read_all(row)[0] for row in rows[:ONE_BY_ONE]]
    whole = seconds(lambda: [screening.screen(one, DAY) for one in answers], 1)
    return whole / len(answers)


def file_seconds(content: Content, batch: pa.RecordBatch) -> float:
    """Return what a person costs from one Parquet file to another, narrow."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "people.parquet", Path(folder) / "results.parquet"
        with pq.ParquetWriter(source, batch.schema, compression="zstd") as writer:
            for _ in range(BATCHES):
                writer.write_batch(batch)
        screening = ColumnScreening(content, DAY, NARROW)
        once = seconds(lambda: screen_file(screening, source, out, lambda done, of: None), 1)
    return once / (BATCHES * BATCH)


def lines_ratio(content: Content, rows: list[dict[str, object]], kind: str) -> float:
    """Return how many times as fast lines of a kind are screened in columns, to the same bytes."""
    text = _as_lines(content, rows) if kind == "jsonl" else _as_sheet(content, rows)

    def screened(in_columns: bool) -> float:
        sheet, records = people_of(io.StringIO(text), kind)
        tongue = tongue_of(TRANSLATIONS, read_languages(TRANSLATIONS), "en", "client")
        job = jobs.Job(QUESTIONS, sheet, {"jsonl": "json", "csv": "csv"}[kind], DAY, tongue)
        found = (
            LineScreening(job, content).screen(records)
            if in_columns
            else jobs.screen_rows(job, records, 1)
        )
        whole = io.StringIO()
        started = time.process_time()
        for some in found:
            whole.write("".join(some.lines))
        spent = time.process_time() - started
        told.append(whole.getvalue())
        return spent

    told: list[str] = []
    one_by_one, together = screened(False), screened(True)
    assert told[0] == told[1], "the same bytes"
    return one_by_one / together


def _as_lines(content: Content, rows: list[dict[str, object]]) -> str:
    return "".join(json.dumps({"id": str(n), **row}) + "\n" for n, row in enumerate(rows))


def _as_sheet(content: Content, rows: list[dict[str, object]]) -> str:
    names = [question.id for question in content.questions]
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        cells = (row.get(name, "") for name in names)
        writer.writerow([";".join(c) or "none" if isinstance(c, list) else c for c in cells])
    return sheet.getvalue()


def judged(name: str, found: float, is_most: bool = False) -> bool:
    """Print a number beside its bar, and say whether it meets it."""
    bar = BARS[name]
    is_met = found <= bar if is_most else found >= bar
    print(f"{'ok ' if is_met else 'NOT'} {name}: {found:,.1f} (bar {bar:,})")
    return is_met


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--peer", type=Path, help="a python with policyengine-core")
    peer = parser.parse_args().peer
    content = load(QUESTIONS)
    rows = list(people.people(DISTINCT, 7, DAY))
    batch = many_of(content, rows)
    with_missing = engine_seconds(content, batch, MISSING)
    scalar = one_by_one_seconds(content, rows)
    met = [
        judged("people a second with what is missing", BATCH / with_missing),
        judged("times the scalar screening", scalar * BATCH / with_missing),
        judged("Parquet to narrow Parquet, people a second", 1 / file_seconds(content, batch)),
    ]
    deadlines = ColumnScreening(content, DAY, ("deadline",))
    apart = seconds(lambda: deadlines.screen_batch(batch), 4)
    read = seconds(lambda: deadlines.people_layout.code(batch), 4)
    met.append(
        judged("JSON lines in columns, times one by one", lines_ratio(content, rows, "jsonl"))
    )
    met.append(judged("CSV in columns, times one by one", lines_ratio(content, rows, "csv")))
    print(f"    deadlines apart, dates written: {(apart - read) / BATCH * 1e6:.2f} us a person")
    print(f"    columns read and coded: {read / BATCH * 1e6:.2f} us a person")
    big = grown(content, 10)
    # The copies are asked nothing: every one of their rules is worked out all the same.
    ten_times = engine_seconds(big, batch, MISSING)
    name = "ten times the content, times as long (at most)"
    met.append(judged(name, ten_times / with_missing, is_most=True))
    if peer is None:
        print("    PolicyEngine-core was not measured: give --peer")
    else:
        met.append(_against_peer(content, batch, peer))
    sys.exit(not all(met))


def _against_peer(content: Content, batch: pa.RecordBatch, python: Path) -> bool:
    """The peer runs the same rules without unknowns, without a path and without what is missing."""
    ours = engine_seconds(content, batch, RULES)
    coded = ColumnScreening(content, DAY, RULES).people_layout.code(batch)
    with tempfile.TemporaryDirectory() as folder:
        caseload_rules.write(content, DAY, coded, Path(folder))
        command = [str(python), str(HERE / "caseload_peer.py"), folder, str(BATCHES)]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    theirs = float(run.stdout.split()[-1])
    print(f"    PolicyEngine-core: {BATCH / theirs:,.0f} people a second, ours {BATCH / ours:,.0f}")
    return judged("times PolicyEngine-core", theirs / ours)


if __name__ == "__main__":
    main()
