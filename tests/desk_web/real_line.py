"""People at an event who ask a server of its own process, over a real line."""

import contextlib
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

from open_event import Somebody

HERE = Path(__file__).parent


class Answer:
    """What came back, as a test reads it."""

    def __init__(self, response):
        self.status_code = response.status
        self.headers = response.headers
        self.mimetype = (response.headers.get("Content-Type") or "").partition(";")[0]
        self.data = response.read()

    @property
    def text(self):
        return self.data.decode()


class Caller(Somebody):
    """A browser on a real line; its cookies are of this machine."""

    all = []  # noqa: RUF012

    def __init__(self, port, app=None):
        self.port, self.cookies, self.page, self.address = port, {}, "", ""
        self.event = type("Event", (), {"app": app})
        self.line = None
        self.took = []
        Caller.all.append(self)

    def _ask(self, method, address, body=None, headers=None):
        sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), **(headers or {})}
        for attempt in range(2):
            try:
                if self.line is None:
                    self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
                start = time.perf_counter()
                self.line.request(method, address, body, sent)
                found = Answer(self.line.getresponse())
                self.took.append(time.perf_counter() - start)
                break
            except (http.client.HTTPException, OSError):
                self.hang_up()
                if attempt:
                    raise
        self._keep(found)
        return found

    def hang_up(self):
        if self.line is not None:
            self.line.close()
        self.line = None

    def _keep(self, found):
        for written in found.headers.get_all("Set-Cookie") or ():
            name, _, value = written.partition(";")[0].partition("=")
            if "Max-Age=0" in written or "expires=Thu, 01 Jan 1970" in written.lower():
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value

    def get(self, address, **_):
        found = self._ask("GET", address)
        if found.mimetype == "text/html" and found.status_code == 200:
            self.page, self.address = found.text, address
        return found

    def post(self, address, data, **headers):
        origin = f"http://127.0.0.1:{self.port}"
        sent = {
            "Origin": origin,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
            **headers,
        }
        return self._ask("POST", address, urlencode(data, doseq=True), sent)

    def note(self):
        found = self.cookies.get(f"note-{self.port}", "")
        return "" if found == "non" else found.partition("~")[0]


class Patient(Caller):
    """Who waits while the laptop is started again, and then goes on where they were."""

    seconds = 90
    think = 0.0

    def _ask(self, method, address, body=None, headers=None):
        if method == "POST":
            time.sleep(random.uniform(0, 2 * self.think))
        until = time.monotonic() + self.seconds
        while True:
            try:
                return super()._ask(method, address, body, headers)
            except (http.client.HTTPException, OSError):
                if time.monotonic() > until:
                    raise
                time.sleep(0.3)


class Day:
    """A served day: its process, its cards, and the folder that anybody might take."""

    def __init__(self, folder, reviewers=3, helpers=2):
        self.folder, self.port = Path(folder), free_port()
        self.log = self.folder.parent / "log.txt"
        self.process = self._start(reviewers=reviewers, helpers=helpers)
        line = self._first_line()
        self.cards = json.loads(line)
        self.wait()

    def _start(self, **more):
        self.out = self.log.open("a")
        self.began = self.log.stat().st_size if self.log.exists() else 0
        words = [f"{name}={value}" for name, value in more.items()]
        environment = {**os.environ, "TMPDIR": str(self.temporary())}
        return subprocess.Popen(
            [sys.executable, str(HERE / "served_day.py"), f"folder={self.folder}",
             f"port={self.port}", *words],
            stdout=self.out, stderr=self.out, env=environment,
        )  # fmt: skip

    def temporary(self):
        folder = self.folder.parent / "tmp"
        folder.mkdir(exist_ok=True)
        return folder

    def _first_line(self):
        for _ in range(600):
            lines = self.log.read_text().splitlines()
            if lines:
                return lines[0]
            assert self.process.poll() is None, "it ended: " + self.log.read_text()
            time.sleep(0.1)
        raise AssertionError("no cards came")

    def wait(self):
        """Wait until somebody answers."""
        for _ in range(600):
            with contextlib.suppress(OSError, http.client.HTTPException):
                Caller(self.port).get("/desk")
                return
            assert self.process.poll() is None, self.log.read_text()[-2000:]
            time.sleep(0.1)
        raise AssertionError("nobody answers")

    def kill_and_restart(self):
        """As when the laptop loses its power, and is started again with the words of the key."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.out.close()
        self.process = self._start(words=self.card("coordinator")["code"].partition(" ")[2])
        self.wait()

    def card(self, role, nth=1):
        return next(c for c in self.cards if c["role"] == role and c["nth"] == nth)

    def member(self, role, nth=1, app=None, kind=Caller):
        one = kind(self.port, app)
        one.enter(self.card(role, nth)["code"])
        assert f"desk-{self.port}" in one.cookies, (role, nth, one.note())
        return one

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.out.close()
        for one in Caller.all:
            one.hang_up()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
