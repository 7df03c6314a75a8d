"""What a start costs: from nothing to the first page, in CPU, in turn with others.

Each start is a process of its own: import, create_app, one GET of the first page. Its seconds of
CPU are what the kernel says when it has ended; others on the machine do not count.
"""

import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rows import Row

ROOT = Path(__file__).resolve().parents[2]
# Before content was kept at install, models built when needed, and doors opened late.
EARLIER = "924ff52"
STARTS = 7
# A process ends where it stands: what an end costs is no part of a start.
_END = """
assert response.status_code == 200
size = next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]
print(int(size) / 1024, flush=True)
import os; os._exit(0)
"""
OURS = "from interview.web import create_app; response = create_app().test_client().get('/')" + _END
FLOOR = "from floor_app import app; response = app.test_client().get('/q/1')" + _END
Measured = dict[str, tuple[float, float]]


def start(program: str, folder: Path) -> tuple[float, float]:
    """Start once; return the seconds of CPU and the memory in MB."""
    kept_out = ("PYTHONDONTWRITEBYTECODE", "NEXT_STEPS_SECRET")
    environment = {name: value for name, value in os.environ.items() if name not in kept_out}
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    with process.stdout as told:
        written = told.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"a start in {folder} ended with status {process.returncode}")
    return used.ru_utime + used.ru_stime, float(written)


@contextlib.contextmanager
def checked_out(revision: str) -> Iterator[Path | None]:
    """A worktree of a revision for the length of a block; None where there is no such revision."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "earlier"
        add = ["git", "worktree", "add", "--detach", "--quiet", str(place), revision]
        made = subprocess.run(add, cwd=ROOT, capture_output=True, check=False)
        if made.returncode:
            yield None
            return
        try:
            yield place
        finally:
            remove = ["git", "worktree", "remove", "--force", str(place)]
            subprocess.run(remove, cwd=ROOT, capture_output=True, check=True)


def starts() -> Iterator[Row]:
    """Ours, the floor's and an earlier edition's in turn; the first of each does not count."""
    keep = [sys.executable, "-m", "interview", "cache"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(keep, cwd=ROOT, env=environment, check=True, capture_output=True)
    with checked_out(EARLIER) as earlier:
        places = {"ours": (OURS, ROOT), "floor": (FLOOR, ROOT / "tests" / "bench")}
        if earlier is not None:
            places["earlier"] = (OURS, earlier)
        rounds = [
            {name: start(*place) for name, place in places.items()} for _ in range(STARTS + 1)
        ][1:]
    yield _against(rounds, "floor", "the floor server", 3)
    if earlier is not None:
        yield _against(rounds, "earlier", EARLIER, 0.65)
    else:
        yield Row(
            f"CPU of a start against {EARLIER}", "not here: that commit cannot be checked out"
        )
    mine, floors = (statistics.median(one[name][1] for one in rounds) for name in ("ours", "floor"))
    yield Row(
        "memory after the first page (RSS)",
        f"{mine:.1f} MB",
        f"{floors:.1f} MB",
        f"{mine / floors:.1f}x",
        mine,
        68,
        " MB",
    )


def _against(rounds: list[Measured], other: str, name: str, bar: float) -> Row:
    ratio = statistics.median(one["ours"][0] / one[other][0] for one in rounds)
    mine, theirs = (statistics.median(one[key][0] for one in rounds) for key in ("ours", other))
    what = f"CPU of a start to the first page, against {name}"
    return Row(what, f"{mine:.2f} s", f"{theirs:.2f} s", f"{ratio:.2f}x", ratio, bar, "x")


if __name__ == "__main__":
    for row in starts():
        print(row)
