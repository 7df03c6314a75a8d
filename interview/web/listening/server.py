"""The server of a room: many quiet or slow browsers never keep the next one out.

It is waitress, which waits for slow lines in one thread and works requests out in a few others.
"""

import logging
import ssl
import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from waitress.adjustments import Adjustments  # type: ignore[import-untyped]
from waitress.server import MultiSocketServer, TcpWSGIServer  # type: ignore[import-untyped]
from waitress.task import ThreadedTaskDispatcher  # type: ignore[import-untyped]

from interview.web.listening.bodies import LARGEST_FILE_HELD, LARGEST_HELD
from interview.web.listening.connections import Connection, EncryptedConnection
from interview.web.listening.forwarded import Forwarded, Network

WsgiApplication = Callable[..., Any]

# A room of 150 with two connections each, all behind one router, and as many again.
MOST_CONNECTIONS, MOST_OF_A_HOUSEHOLD = 900, 600
# What most machines let a process open, and what is open beside connections.
_USUAL_FILES, _OTHER_FILES = 1_024, 60
_FEWEST_CONNECTIONS = 20
# Windows waits for no more than this at once.
_MOST_SELECTED = 500
_WAITRESS = {
    "threads": 4,
    "ident": None,
    "asyncore_use_poll": True,
    "cleanup_interval": 1,
    # Whoever has waited longest makes room: the door is never shut.
    "connection_limit": 2**31,
    # Connection has deadlines of its own.
    "channel_timeout": 2**31,
    "max_request_header_size": 2**15,
    # What somebody answers is never put on this machine's disk, not even while it arrives.
    "inbuf_overflow": LARGEST_FILE_HELD,
    "max_request_body_size": LARGEST_HELD,
    # Forwarded reads and drops these.
    "clear_untrusted_proxy_headers": False,
}


class _Door(TcpWSGIServer):  # type: ignore[misc]
    """Takes connections in, and shows out whoever keeps the others waiting."""

    channel_class = Connection
    encryption: ssl.SSLContext | None = None
    most_connections = MOST_CONNECTIONS

    def handle_accept(self) -> None:
        super().handle_accept()
        connections = self._connections()
        if not connections:
            return
        [(fullest, many)] = Counter(one.household for one in connections).most_common(1)
        if many > MOST_OF_A_HOUSEHOLD or len(connections) > self.most_connections:
            _close_the_longest_waiting(connections, fullest)

    def maintenance(self, now: float) -> None:
        """Close what has taken too long; it is called each second."""
        monotonic = time.monotonic()
        for connection in self._connections():
            if connection.is_late(monotonic):
                connection.handle_close()

    def _connections(self) -> list[Connection]:
        return [one for one in self._map.values() if isinstance(one, Connection)]


class _EncryptedDoor(_Door):
    channel_class = EncryptedConnection


def _close_the_longest_waiting(connections: list[Connection], household: str) -> None:
    """Close the connection of a household that has had the longest time for its request."""
    waiting = [one for one in connections if one.household == household and one.is_waiting]
    if waiting:
        min(waiting, key=lambda one: one.since).handle_close()


class Server:
    """A server that has its ports, and answers once it runs."""

    def __init__(self, doors: list[_Door], server: MultiSocketServer) -> None:
        self.ports = tuple(int(door.effective_port) for door in doors)
        self.run: Callable[[], None] = server.run
        self.close: Callable[[], None] = server.close


def open_server(
    application: WsgiApplication,
    host: str,
    port: int,
    trusted: Sequence[Network] = (),
    encryption: ssl.SSLContext | None = None,
) -> Server:
    """Return a server on a port, or on a free one where it is 0; raise OSError.

    `trusted`: the proxies that are believed about the browser's own connection.
    """
    scheme = "https" if encryption else "http"
    adjustments = Adjustments(host=host, port=port, url_scheme=scheme, **_WAITRESS)
    # What waitress says may name pages, and the message of an error may repeat an answer.
    logging.getLogger("waitress").setLevel(logging.CRITICAL)
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(adjustments.threads)
    shared = {"map": {}, "adj": adjustments, "dispatcher": dispatcher}
    door = _EncryptedDoor if encryption else _Door
    application = Forwarded(application, trusted)
    doors = [door(application, sockinfo=where, **shared) for where in adjustments.listen]
    for one in doors:
        one.encryption, one.most_connections = encryption, most_connections()
    places = [(one.effective_host, one.effective_port) for one in doors]
    return Server(doors, MultiSocketServer(shared["map"], adjustments, places, dispatcher))


def most_connections() -> int:
    """Return how many connections this process may have, after asking for the usual number."""
    try:
        import resource
    except ImportError:
        return _MOST_SELECTED
    files, allowed = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files < _USUAL_FILES:
        files = _USUAL_FILES if allowed == resource.RLIM_INFINITY else min(_USUAL_FILES, allowed)
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, allowed))
    return max(_FEWEST_CONNECTIONS, min(MOST_CONNECTIONS, files - _OTHER_FILES))
