"""A room full of people for some minutes, on `interview serve` with a certificate of its own.

    .venv/bin/python tests/audit/room.py --seconds 120

300 clients: 100 that open a connection and drip a byte now and then, 50 that stay quiet, and 150
people with two connections each who ask for a page every few seconds. The drips come back whenever
they were shown out. Status 1 where somebody was not served, or waited too long, or a connection
that dripped lived on.
"""

import argparse
import contextlib
import http.client
import random
import socket
import ssl
import tempfile
import threading
import time
from pathlib import Path

from servers import BIN, free_port, new_secret, running

from certificates import made_certificate  # isort: skip
from drive import Cpu  # isort: skip

DRIPPING, QUIET, PEOPLE, CONNECTIONS_EACH = 100, 50, 150, 2
PAGES = ("/", "/privacy", "/about", "/urgent")
# Between two pages of a person, and two bytes of a drip.
READING_SECONDS, DRIP_SECONDS = (1, 5), 2
# The deadline of the product, and some seconds of a busy machine.
LONGEST_DRIP_SECONDS = 40
LONGEST_WAIT_SECONDS = 3


class Room:
    """What happened to everybody, until `is_over`."""

    def __init__(self, port: int, browser: ssl.SSLContext) -> None:
        self.port, self.browser = port, browser
        self.is_over = threading.Event()
        self.waits: list[float] = []
        self.refusals: list[str] = []
        self.drips: list[float] = []

    def enter(self) -> None:
        for work, many in ((self._drip, DRIPPING), (self._keep_quiet, QUIET), (self._read, PEOPLE)):
            for number in range(many):
                threading.Thread(target=work, args=(number,), daemon=True).start()

    def _raw(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def _encrypted(self) -> ssl.SSLSocket:
        return self.browser.wrap_socket(self._raw(), server_hostname="localhost")

    def _drip(self, number: int) -> None:
        """Half of them drip before anything is encrypted, half of them their request."""
        opened, first = self._raw, b"\x16\x03\x01\x02\x00"
        if number % 2:
            opened, first = self._encrypted, b"GET / HTTP/1.1\r\nX: "
        while not self.is_over.is_set():
            began = time.monotonic()
            with contextlib.suppress(OSError), opened() as one:
                one.send(first)
                while not self.is_over.wait(DRIP_SECONDS):
                    one.send(b"x")
            if not self.is_over.is_set():
                self.drips.append(time.monotonic() - began)

    def _keep_quiet(self, number: int) -> None:
        while not self.is_over.is_set():
            with contextlib.suppress(OSError), self._raw() as one:
                one.settimeout(60)
                one.recv(1)

    def _read(self, number: int) -> None:
        """One person: two connections, a page on one of them now and then."""
        chance = random.Random(number)
        lines = [self._line() for _ in range(CONNECTIONS_EACH)]
        while not self.is_over.wait(chance.uniform(*READING_SECONDS)):
            line, page = chance.choice(lines), chance.choice(PAGES)
            began = time.monotonic()
            # A browser opens a line anew that was closed while nothing was asked, and asks again.
            problem = self._asked(line, page) and self._asked(line, page)
            if problem:
                self.refusals.append(problem)
            else:
                self.waits.append(time.monotonic() - began)

    def _asked(self, line: http.client.HTTPSConnection, page: str) -> str:
        """Ask for a page; return what went wrong, or nothing."""
        try:
            line.request("GET", page)
            answer = line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            line.close()
            return type(error).__name__
        return "" if answer.status == 200 else str(answer.status)

    def _line(self) -> http.client.HTTPSConnection:
        return http.client.HTTPSConnection("localhost", self.port, timeout=20, context=self.browser)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=120)
    seconds = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as folder:
        certificate, key = made_certificate(Path(folder))
        browser = ssl.create_default_context(cafile=certificate)
        port = free_port()
        options = ["--port", str(port), "--certificate", certificate, "--key", key]
        command = [BIN / "interview", "serve", *options]
        with running(command, port, "/", {"NEXT_STEPS_SECRET": new_secret()}) as server:
            room = Room(port, browser)
            cpu = Cpu([server.process.pid])
            room.enter()
            time.sleep(seconds)
            room.is_over.set()
            memory = cpu.rss_mb()[0]
    waits = sorted(room.waits)
    longest_drip = max(room.drips, default=0)
    print(
        f"{len(waits)} pages for {PEOPLE} people with {CONNECTIONS_EACH} connections each beside "
        f"{DRIPPING} that dripped and {QUIET} quiet ones, {seconds} s: median "
        f"{waits[len(waits) // 2] * 1000:.0f} ms, longest {waits[-1] * 1000:.0f} ms, "
        f"{len(room.refusals)} refused; a drip lived {longest_drip:.0f} s at most "
        f"({len(room.drips)} shown out); RSS {memory:.0f} MB"
    )
    if room.refusals or waits[-1] > LONGEST_WAIT_SECONDS or longest_drip > LONGEST_DRIP_SECONDS:
        raise SystemExit(f"somebody was kept out: {room.refusals[:5]}")


if __name__ == "__main__":
    main()
