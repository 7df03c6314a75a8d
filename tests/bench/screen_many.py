"""How many people a second one core screens with full results, through `interview screen` itself.

Run: make bench, or python tests/bench/screen_many.py [PEOPLE]. Peak memory is given for a tenth
of the people and for all of them: it must not grow with their number.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import people

INTERVIEW = Path(sys.executable).parent / "interview"
DISTINCT = 20_000


def write_people(path: Path, count: int) -> None:
    """Write made-up people as JSON lines; past DISTINCT of them the same ones come again."""
    made = people.people(min(count, DISTINCT), 7, date(2026, 11, 23))
    lines = [json.dumps(person) + "\n" for person in made]
    with path.open("w") as file:
        for number in range(count):
            file.write(lines[number % len(lines)])


def screen(path: Path) -> tuple[float, float]:
    """Return the seconds of CPU that the command took, and its peak memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [INTERVIEW, "screen", path, "--as-of", "2026-11-23", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        run.wait()
        if run.returncode:
            raise SystemExit(f"screening ended with status {run.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, after.ru_maxrss / 1024


READ_AND_WRITE = """
import json, sys
for line in sys.stdin:
    sys.stdout.write(json.dumps(json.loads(line)))
"""


def read_and_write(path: Path) -> float:
    """Return the seconds of CPU of reading the same rows as JSON and writing them again."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with path.open() as file:
        subprocess.run(
            [sys.executable, "-c", READ_AND_WRITE],
            stdin=file,
            stdout=subprocess.DEVNULL,
            check=True,
        )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few.jsonl", Path(folder) / "many.jsonl"
        write_people(few, count // 10)
        write_people(many, count)
        started = time.perf_counter()
        some_seconds, some_memory = screen(few)
        all_seconds, all_memory = screen(many)
        wall = time.perf_counter() - started
    rate = (count - count // 10) / (all_seconds - some_seconds)
    print(f"{count} people: {rate:,.0f} a second of CPU on one core, full JSON results")
    print(f"peak memory {some_memory:.0f} MB for {count // 10}, {all_memory:.0f} MB for {count}")
    print(f"start of the command and content: {some_seconds - count // 10 / rate:.2f} s of CPU")
    print(f"wall time of both runs: {wall:.1f} s")


if __name__ == "__main__":
    main()
