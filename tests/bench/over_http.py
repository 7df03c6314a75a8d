"""What a server costs: the first visit, the start, the memory, a whole screening."""

import contextlib
import datetime
import statistics
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace

from drive import Cpu, first_load
from people import people
from rows import Row
from servers import (
    BIN,
    FLOOR,
    OURS,
    Connection,
    Server,
    free_port,
    gunicorn,
    new_secret,
    running,
)
from visitor import Visitor

STARTS = 5
PEOPLE_IN_PROCESS = 3


def first_visit() -> Iterator[Row]:
    plain = SimpleNamespace(encoding="gzip", headers={}, cookies={})
    with gunicorn(OURS, 1, new_secret()) as server:
        rows, elsewhere = first_load(f"{server.base}/", plain)
    with gunicorn(FLOOR, 1, new_secret(), "/start") as server:
        least, _ = first_load(f"{server.base}/start", plain)
    mine, floors = (sum(row[3] for row in found) / 1000 for found in (rows, least))
    what = ", ".join(f"{kind} {wire / 1000:.1f}" for kind, _, _, wire, _ in rows)
    yield Row(
        f"first visit, gzip ({what})",
        f"{mine:.2f} kB",
        f"{floors:.2f} kB",
        f"{mine / floors:.1f}x",
        mine,
        14.6,
        " kB",
    )
    yield Row("first visit, requests", str(len(rows)), str(len(least)), judged=len(rows), bar=3)
    yield Row(
        "first visit, files from other hosts", str(len(elsewhere)), judged=len(elsewhere), bar=0
    )


def start_to_first_page() -> Iterator[Row]:
    """The fastest of some starts: the others say how busy the machine is."""
    port = free_port()
    served = [BIN / "interview", "serve", "--port", str(port)]
    mine, cpu = fastest(lambda: running(served, port, "/"))
    floors, _ = fastest(lambda: gunicorn(FLOOR, 1, new_secret(), "/start"))
    yield Row(
        "start of serve to first page",
        f"{mine:.2f} s",
        f"{floors:.2f} s",
        f"{mine / floors:.1f}x",
    )
    yield Row("CPU of that start", f"{cpu:.2f} s")


def fastest(begin: Callable[[], contextlib.AbstractContextManager[Server]]) -> tuple[float, float]:
    """Return the least seconds from the command to the first page, and the least CPU seconds."""
    walls, cpus = [], []
    for _ in range(STARTS):
        started = time.perf_counter()
        with begin() as server:
            walls.append(time.perf_counter() - started)
            cpus.append(Cpu([server.process.pid]).ticks() / 1000)
    return min(walls), min(cpus)


def memory() -> Row:
    def worker(app: str, start: str) -> float:
        with gunicorn(app, 1, new_secret(), start) as server:
            for _ in range(PEOPLE_IN_PROCESS):
                screened(server, {}, start)
            [pid] = [pid for pid in Cpu([server.process.pid]).pids if pid != server.process.pid]
            rss: float = Cpu([pid]).rss_mb()[0]
            return rss

    mine, floors = worker(OURS, "/"), worker(FLOOR, "/start")
    return Row(
        "memory of one worker, warm (RSS)",
        f"{mine:.1f} MB",
        f"{floors:.1f} MB",
        f"{mine / floors:.1f}x",
        mine,
        80,
        " MB",
    )


def screened(server: Server, answers: dict[str, object], start: str = "/") -> Connection:
    """Answer everything over http; return the connection that was used."""
    connection = Connection(server.base)
    visitor = Visitor(connection)
    visitor.open(start)
    if start == "/":
        visitor.answer_all(answers)
        visitor.open("/steps")
    else:
        visitor.answer_all(answers, until="/done")
    return connection


def whole_screenings(count: int) -> Iterator[Row]:
    """What a campaign must be worked out from: one made-up person from start to next steps."""
    with gunicorn(OURS, 1, new_secret()) as server:
        screened(server, {})
        cpu = Cpu([server.process.pid])
        made = list(people(count, seed=5, as_of=datetime.date.today()))
        before = cpu.ticks()
        requests = [screened(server, answers).requests for answers in made]
        spent = (cpu.ticks() - before) / count
    each = statistics.mean(requests)
    yield Row("a whole screening through gunicorn, CPU", f"{spent:.0f} ms")
    yield Row("requests of a whole screening, without style sheet and icon", f"{each:.0f}")
    yield Row("CPU of one request through gunicorn", f"{spent / each:.2f} ms")
