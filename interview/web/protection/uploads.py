"""Files that a browser sends: held in memory while they are read, and never put on a disk."""

import io
from typing import IO

from flask import Request, request

from interview.web.visit import PEOPLE

# A sheet of five hundred people has a tenth of it.
LARGEST_FILE = 2**20
_AROUND_A_FILE, _READ_AHEAD = 16_384, 2**18


class InMemory(Request):
    """A request whose files never leave memory: the library would put large ones on disk."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return io.BytesIO()


def take_a_file() -> None:
    """Let a sheet be longer than any other form; a longer one is refused before it is read."""
    if request.path == PEOPLE:
        request.max_content_length = LARGEST_FILE + _AROUND_A_FILE
        # It counts what is read ahead of a file too.
        request.max_form_memory_size = _READ_AHEAD
