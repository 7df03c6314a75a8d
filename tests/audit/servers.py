"""Servers on loopback for the audits, and a visitor's connection to them.

Every process started here is ended here, by its own id.
"""

import contextlib
import http.client
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

TESTS = Path(__file__).resolve().parents[1]
for folder in ("", "bench", "web"):
    sys.path.insert(0, str(TESTS / folder))

BIN = Path(sys.executable).parent
OURS, FLOOR = "interview.web:create_app()", "floor_app:app"
SECONDS_TO_START = 20


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def debian(program: str, package: str = "") -> str:
    """Return where a program of a Debian package is; install the package where it is missing."""
    places = f"{os.environ['PATH']}:/usr/sbin"
    if found := shutil.which(program, path=places):
        return found
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package or program]
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(install, check=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    return str(shutil.which(program, path=places))


class Server:
    """A running process that answers on a port of this machine."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process, self.port = process, port
        self.base = f"http://127.0.0.1:{port}"

    def wait(self, page: str) -> None:
        """Wait until a page is answered; raise where the process ends, or takes too long."""
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until and self.process.poll() is None:
            with contextlib.suppress(OSError, http.client.HTTPException):
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                connection.request("GET", page)
                if connection.getresponse().status < 500:
                    return
            time.sleep(0.01)
        raise SystemExit(f"{self.process.args!r}: no answer on port {self.port}")

    def end(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def running(
    command: Sequence[str | Path],
    port: int,
    page: str,
    environment: Mapping[str, str] | None = None,
    written: int | IO[bytes] = subprocess.DEVNULL,
) -> Iterator[Server]:
    """Run a command until the block ends; it is up when it answers a page.

    `written` takes all that it says.
    """
    process = subprocess.Popen(
        [str(part) for part in command],
        env={**os.environ, **(environment or {})},
        stdout=written,
        stderr=subprocess.STDOUT,
        cwd=TESTS / "bench",
    )
    server = Server(process, port)
    try:
        server.wait(page)
        yield server
    finally:
        server.end()


def gunicorn(
    app: str, workers: int, secret: str, page: str = "/"
) -> contextlib.AbstractContextManager[Server]:
    """Run an application behind gunicorn's sync workers."""
    port = free_port()
    command = [
        *(BIN / "gunicorn", "--workers", str(workers), "--worker-class", "sync"),
        *("--bind", f"127.0.0.1:{port}", "--log-level", "error", app),
    ]
    return running(command, port, page, {"NEXT_STEPS_SECRET": secret})


def serve(secret: str, as_of: str) -> contextlib.AbstractContextManager[Server]:
    """Run `interview serve`."""
    port = free_port()
    command = [BIN / "interview", "serve", "--port", str(port), "--as-of", as_of]
    return running(command, port, "/", {"NEXT_STEPS_SECRET": secret})


class Answer:
    """A response as tests/web/visitor.py reads one."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status_code = response.status
        self.headers = response.headers
        self._body = response.read()

    def get_data(self, as_text: bool = True) -> str:
        return self._body.decode()


class Connection:
    """A browser's connection: keeps the cookies, and counts the requests."""

    def __init__(self, base: str) -> None:
        self.netloc = urllib.parse.urlsplit(base).netloc
        self.cookies: dict[str, str] = {}
        self.requests = 0

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, address: str, headers: Mapping[str, str]) -> Answer:
        return self._send("GET", address, None, headers)

    def post(self, address: str, data: object, headers: Mapping[str, str] | None = None) -> Answer:
        fields = list(data.items(multi=True))  # type: ignore[attr-defined]
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._send(
            "POST", address, urllib.parse.urlencode(fields), {**(headers or {}), **form}
        )

    def _opened(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.netloc, timeout=20)

    def _send(
        self, method: str, address: str, body: str | None, headers: Mapping[str, str]
    ) -> Answer:
        where = urllib.parse.urlsplit(address)
        path = where.path + (f"?{where.query}" if where.query else "")
        connection = self._opened()
        sent = {**headers, **({"Cookie": self.cookie} if self.cookies else {})}
        connection.request(method, path, body, sent)
        answer = Answer(connection.getresponse())
        connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        self.requests += 1
        return answer
