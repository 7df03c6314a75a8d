"""One connection of a browser: read without waiting, encrypted where asked, and never for ever."""

import contextlib
import ipaddress
import socket
import ssl
import threading
import time
from typing import Any

from waitress.channel import HTTPChannel  # type: ignore[import-untyped]

from interview.web.listening.bodies import Incoming

# For a whole request, from the first moment of a connection or the end of the last answer: the
# encryption, the quiet before, and every byte. A page is sent in a second where all is well.
SECONDS_FOR_A_REQUEST = 30
# For a slow phone to take a whole answer.
SECONDS_FOR_AN_ANSWER = 60
# The first byte of a browser that wants encryption.
_HANDSHAKE = b"\x16"
_SAY_HTTPS = b"Write https:// before this address. Escriba https:// antes.\n"
_NOT_ENCRYPTED = (
    b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nCache-Control: no-store\r\n"
    b"Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%b" % (len(_SAY_HTTPS), _SAY_HTTPS)
)


class Connection(HTTPChannel):  # type: ignore[misc]
    """A connection with a deadline for each whole request and answer, however it drips."""

    parser_class = Incoming

    def __init__(self, server: Any, sock: socket.socket, addr: Any, adj: Any, map: Any) -> None:
        self.since = time.monotonic()
        self.household = household(str(addr[0]))
        super().__init__(server, sock, addr, adj, map=map)

    def service(self) -> None:
        """Work out a request, and begin to count anew."""
        self.since = time.monotonic()
        super().service()
        self.since = time.monotonic()

    @property
    def is_waiting(self) -> bool:
        """Say whether the browser is to do something next: to ask, or to take its answer."""
        return not self.requests

    def is_late(self, now: float) -> bool:
        """Say whether the browser has taken too long; `now` is monotonic, in seconds."""
        limit = SECONDS_FOR_AN_ANSWER if self.total_outbufs_len else SECONDS_FOR_A_REQUEST
        return self.is_waiting and now - self.since > limit


class EncryptedConnection(Connection):
    """A connection that is encrypted from its first byte; a handshake is waited for by nobody."""

    def __init__(self, server: Any, sock: socket.socket, addr: Any, adj: Any, map: Any) -> None:
        # One thread reads and another one writes, and an encrypted line bears only one at a time.
        self._one_at_a_time = threading.Lock()
        self._is_encrypted = False
        self._wants_to_write = False
        super().__init__(server, sock, addr, adj, map)

    def handle_read(self) -> None:
        """Take what has come: the next step of the handshake, or a part of a request."""
        try:
            data = self._read()
        except (ssl.SSLWantReadError, BlockingIOError):
            return
        except ssl.SSLWantWriteError:
            self._wants_to_write = True
            return
        except OSError:
            self.handle_close()
            return
        if data:
            self.received(data)
        else:
            self.handle_close()

    def _read(self) -> bytes:
        if not self._is_encrypted:
            self._encrypt()
        # As much as one record holds: nothing is left behind where no event would tell of it.
        with self._one_at_a_time:
            return bytes(self.socket.recv(2**14))

    def _encrypt(self) -> None:
        plain: socket.socket = self.socket
        first = plain.recv(1, socket.MSG_PEEK)
        if first and first != _HANDSHAKE:
            # What is left unread would take the answer along when the line is closed.
            plain.recv(2**14)
            plain.send(_NOT_ENCRYPTED)
            raise ConnectionError("not encrypted")
        context: ssl.SSLContext = self.server.encryption
        self.socket: Any = context.wrap_socket(
            plain, server_side=True, do_handshake_on_connect=False
        )
        self._is_encrypted = True

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Send some of the data; return how many bytes of it."""
        try:
            with self._one_at_a_time:
                return int(self.socket.send(data))
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return 0
        except OSError:
            if do_close:
                self.handle_close()
            return 0

    def writable(self) -> bool:
        """Say whether there is something to write: of an answer, or of the handshake."""
        return self._wants_to_write or bool(super().writable())

    def handle_write(self) -> None:
        """Write what waits to be written."""
        if self._wants_to_write:
            self._wants_to_write = False
            self.handle_read()
        else:
            super().handle_write()

    def handle_close(self) -> None:
        """Say goodbye as encryption wants it, so that nobody takes an answer for cut short."""
        if self._is_encrypted and self.connected:
            with contextlib.suppress(OSError, ValueError), self._one_at_a_time:
                self.socket.unwrap()
        super().handle_close()


def household(address: str) -> str:
    """Return what stands for one address: of a long one the half that one line is given."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if found.version == 6:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return address
