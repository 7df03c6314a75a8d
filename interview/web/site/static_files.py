"""The files for browsers, kept in memory."""

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path

# Not asked of the machine: a registry that calls scripts plain text would keep browsers from them.
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class StaticFile:
    """A file for browsers, with its hash in the address so that it can be kept for a year."""

    name: str
    body: bytes
    zipped: bytes
    media_type: str
    version: str

    @property
    def address(self) -> str:
        """Return the address that changes with the file."""
        return f"/static/{self.name}?v={self.version}"


def static_files(folder: Path) -> dict[str, StaticFile]:
    """Return the files of a folder by name."""
    return {path.name: _static_file(path) for path in sorted(folder.iterdir())}


def _static_file(path: Path) -> StaticFile:
    body = path.read_bytes()
    deflate = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    zipped = deflate.compress(body) + deflate.flush()
    version = hashlib.sha256(body).hexdigest()[:10]
    return StaticFile(path.name, body, zipped, MEDIA_TYPES[path.suffix], version)
