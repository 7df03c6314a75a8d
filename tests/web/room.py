"""A room full of people on one server: who asks at once, who is quiet, and who drips."""

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Collection, Iterator

from interview.web import open_server

Served = tuple[int, ssl.SSLContext | None]


@contextlib.contextmanager
def opened(app, encryption=None, browser=None, trusted=()) -> Iterator[Served]:
    """Serve an application on a free port; gives the port, and what browsers encrypt with."""
    server = open_server(app, "127.0.0.1", 0, trusted, encryption)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield server.ports[0], browser
    server.close()
    thread.join(10)


def line(served: Served, address: str = "127.0.0.1") -> http.client.HTTPConnection:
    """Return a browser's connection from one of this machine's addresses; it opens at once."""
    port, browser = served
    source = (address, 0)
    if browser is None:
        found = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=source)
    else:
        found = http.client.HTTPSConnection(
            "127.0.0.1", port, timeout=20, source_address=source, context=browser
        )
    found.connect()
    return found


def status(one: http.client.HTTPConnection, page: str = "/") -> int:
    """Ask for a page, read all of it, and return its status."""
    one.request("GET", page)
    answer = one.getresponse()
    answer.read()
    return answer.status


def raw(served: Served) -> socket.socket:
    """Return a connection that has said nothing, not even that it wants to be encrypted."""
    return socket.create_connection(("127.0.0.1", served[0]), timeout=20)


def is_closed(one: socket.socket) -> bool:
    """Say whether the server has closed a connection."""
    one.setblocking(False)
    try:
        return one.recv(65_536) == b""
    except (BlockingIOError, ssl.SSLWantReadError):
        return False
    except OSError:
        return True


@contextlib.contextmanager
def dripping(lines: Collection[socket.socket], every: float = 0.2) -> Iterator[None]:
    """Let each connection send a byte of a request now and then, for as long as it may."""
    is_over = threading.Event()

    def drip() -> None:
        while not is_over.wait(every):
            for one in lines:
                with contextlib.suppress(OSError):
                    one.send(b"X")

    thread = threading.Thread(target=drip)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def closed_within(one: socket.socket, seconds: float) -> bool:
    """Say whether the server closes a connection before so many seconds are over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_closed(one):
            return True
        time.sleep(0.05)
    return False
