"""Two workers under sustained load, ours and the floor's in turn: errors, throughput, memory.

    .venv/bin/python tests/audit/load.py [--seconds 300]

wrk asks for one question page of a half-answered interview as often as it can. The floor is
measured before and after, a fifth of the time each, so that a machine that gets slower or faster
meanwhile does not pass for a difference. Ends with status 1 after an error or growing memory.
"""

import argparse
import re
import subprocess
import time

from servers import FLOOR, OURS, Connection, Server, debian, gunicorn, new_secret

from drive import Cpu  # isort: skip
from visitor import Visitor  # isort: skip

WORKERS = 2
CONNECTIONS = 4
PAGE, NAMED = "/q", "/q/7"
# A worker that has answered its first thousands of requests has all it will ever need.
MOST_GROWTH = 1.03
WARM_UP = 3


def half_answered(server: Server, start: str) -> Connection:
    """Return the connection of a visitor who has come to the page."""
    connection = Connection(server.base)
    visitor = Visitor(connection)
    visitor.open(start)
    visitor.answer_all({}, until=NAMED)
    return connection


class Load:
    """What wrk says of so many seconds, and the memory at the start, the middle and the end."""

    def __init__(self, server: Server, cookie: str, seconds: int) -> None:
        self.memory = [self._rss(server)]
        wrk = [debian("wrk"), "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s"]
        wrk += ["-H", f"Cookie: {cookie}", "-H", "Accept-Encoding: gzip", server.base + PAGE]
        with subprocess.Popen(wrk, stdout=subprocess.PIPE, text=True) as run:
            time.sleep(seconds / 2)
            self.memory.append(self._rss(server))
            said = run.communicate(timeout=seconds + 60)[0]
        self.memory.append(self._rss(server))
        self.rate = float(re.search(r"Requests/sec:\s*([\d.]+)", said)[1])  # type: ignore[index]
        self.requests = int(re.search(r"(\d+) requests in", said)[1])  # type: ignore[index]
        refused = re.findall(r"Non-2xx or 3xx responses: (\d+)", said)
        broken = re.findall(r"(?:connect|read|write|timeout) (\d+)", said)
        self.errors = sum(map(int, refused + broken))

    def _rss(self, server: Server) -> float:
        rss: float = Cpu([server.process.pid]).rss_mb()[0]
        return rss

    @property
    def is_flat(self) -> bool:
        """Say whether the second half took no more memory than the first."""
        return self.memory[2] <= self.memory[1] * MOST_GROWTH

    def __str__(self) -> str:
        memory = ", ".join(f"{mb:.1f}" for mb in self.memory)
        return (
            f"{self.rate:8.1f} requests/s, {self.requests} requests, {self.errors} errors, "
            f"RSS of master and {WORKERS} workers at start, middle, end: {memory} MB"
        )


def measured(name: str, app: str, start: str, seconds: int) -> Load:
    with gunicorn(app, WORKERS, new_secret(), start) as server:
        cookie = half_answered(server, start).cookie
        Load(server, cookie, WARM_UP)
        load = Load(server, cookie, seconds)
    print(f"{name:<9} {seconds:4} s {load}", flush=True)
    return load


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=300)
    seconds = parser.parse_args().seconds
    aside = max(5, seconds // 5)
    before = measured("floor", FLOOR, "/start", aside)
    ours = measured("interview", OURS, "/", seconds)
    after = measured("floor", FLOOR, "/start", aside)
    floor = (before.rate + after.rate) / 2
    print(f"throughput: {ours.rate / floor:.2f} of the floor's {floor:.0f} requests/s")
    if ours.errors or not ours.is_flat:
        raise SystemExit(f"under load: {ours.errors} errors, memory {ours.memory}")
    print("0 errors, memory flat")


if __name__ == "__main__":
    main()
