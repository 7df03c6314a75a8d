"""The budgets of the product: each figure, the floor's in the same run, the ratio and the bar.

    make bench, or python tests/bench/budgets.py [--walks 40] [--people 50000]

The floor (floor_app.py) is the least that a question page can cost on this stack. CPU is compared
in one process, walk by walk in turn, because a shared machine's speed changes within minutes:
trust ratios, not milliseconds. Status 1 where a bar is missed.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "audit"))

import servers  # noqa: F401  # it knows where the made-up people and the visitor are
from in_process import (
    answers_in_process,
    cookie,
    grown_content,
    same_page_early_and_late,
)
from over_http import (
    first_visit,
    memory,
    start_to_first_page,
    whole_screenings,
)
from rows import Row
from screen_many import read_and_write, screen, write_people
from starts import starts

# How many times the cost of reading and writing a person's row screening them may be.
MOST_OF_JSON = 13


def many_people(count: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few.jsonl", Path(folder) / "many.jsonl"
        write_people(few, count // 10)
        write_people(many, count)
        some_seconds, some_memory = screen(few)
        all_seconds, all_memory = screen(many)
        least = read_and_write(many) - read_and_write(few)
    mine, people = all_seconds - some_seconds, count - count // 10
    yield Row(
        "people screened, one core, full JSON, against json.loads and json.dumps of the same rows",
        f"{people / mine:,.0f} a second",
        f"{people / least:,.0f} a second",
        f"{mine / least:.1f}x",
        mine / least,
        MOST_OF_JSON,
        "x",
    )
    yield Row(
        f"peak memory for {count:,} people against {count // 10:,}",
        f"{all_memory:.0f} MB",
        f"{some_memory:.0f} MB with {count // 10:,}",
        f"{all_memory / some_memory:.2f}x",
        all_memory / some_memory,
        1.1,
        "x",
    )


def rows(walks: int, count: int) -> Iterator[Row]:
    yield from answers_in_process(walks)
    yield same_page_early_and_late(10 * walks)
    yield from grown_content(max(3, walks // 4))
    yield cookie()
    yield from first_visit()
    yield from starts()
    yield from start_to_first_page()
    yield memory()
    yield from whole_screenings(max(4, walks // 2))
    yield from many_people(count)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--walks", type=int, default=40)
    options.add_argument("--people", type=int, default=50_000)
    told = options.parse_args()
    print("| what | figure | floor, same run | ratio | bar | kept |\n|---|---|---|---|---|---|")
    missed = []
    for row in rows(told.walks, told.people):
        print(row, flush=True)
        missed += [] if row.is_kept else [row.what]
    if missed:
        raise SystemExit(f"missed: {'; '.join(missed)}")


if __name__ == "__main__":
    main()
