"""What a request brings with it: held in memory, never on a disk, and dropped where it is too long.

Forms are short. One address takes a file: a longer one is let in, and what is too long is let go
as it comes, so that the page can say so kindly.
"""

import weakref
from typing import Any

from waitress.adjustments import Adjustments  # type: ignore[import-untyped]
from waitress.parser import HTTPRequestParser  # type: ignore[import-untyped]
from waitress.receiver import FixedStreamReceiver  # type: ignore[import-untyped]

# Longer bodies are cut off before the application can say so kindly.
LARGEST_HELD = 2**17
# The largest file, and the form around it; a browser that sends more is waited for, for a while.
LARGEST_FILE_HELD, LONGEST_DROPPED = 2**20 + 2**17, 2**26
# So many large ones are held at once.
MOST_HELD = 24
_held: "weakref.WeakSet[Incoming]" = weakref.WeakSet()


class Incoming(HTTPRequestParser):  # type: ignore[misc]
    """A request as it comes in; `takes_files` is the path of the one address that does."""

    takes_files = "/people"

    def parse_header(self, header_plus: bytes) -> None:
        """Read what the request says of itself, and decide what becomes of its body."""
        super().parse_header(header_plus)
        if self.path != self.takes_files or self.content_length < LARGEST_HELD:
            return
        self.adj: Any = _Longer(self.adj)
        if self.content_length >= LARGEST_FILE_HELD or len(_held) >= MOST_HELD:
            self.body_rcv = FixedStreamReceiver(self.content_length, _Nothing())
        else:
            _held.add(self)


class _Longer:
    """The settings of a server, with room for a file."""

    def __init__(self, adjustments: Adjustments) -> None:
        self._adjustments = adjustments
        self.max_request_body_size = LONGEST_DROPPED

    def __getattr__(self, name: str) -> Any:
        return getattr(self._adjustments, name)


class _Nothing:
    """Takes whatever comes, and keeps nothing of it."""

    def append(self, data: bytes) -> None:
        """Let it go."""

    def __len__(self) -> int:
        return 0

    def getfile(self) -> "_Nothing":
        """Return what can be read: nothing."""
        return self

    def read(self, size: int = -1) -> bytes:
        """Read nothing."""
        return b""

    def close(self) -> None:
        """There is nothing to close."""
