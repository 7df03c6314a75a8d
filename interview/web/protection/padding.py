"""Pages of one kind have one size on the wire: who watches it learns no answer from a length.

The filling stands in the head of the gzip format, in its "extra field" (RFC 1952, 2.3.1.1): every
browser passes over it, and proxies hand it on. A browser that takes no gzip gets blanks at the end.
"""

import zlib
from functools import lru_cache
from typing import NamedTuple

from flask import Response, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from interview.web.visit import ASK, CONCLUDE, IN_BOTH, is_compact, requested

_FIXED_HEAD = b"\x1f\x8b\x08\x04\x00\x00\x00\x00\x00\xff"
# Two bytes say how long the extra field is; four begin its only part.
_LENGTH_BYTES, _PART_HEAD = 2, 4
_PART_NAME = b"NS"
_LONGEST_EXTRA = 0xFFFF
_TRAILER = 8
_AROUND = len(_FIXED_HEAD) + _LENGTH_BYTES + _PART_HEAD + _TRAILER
# What is filled up to one size need not be as small as can be.
_FAST, _SMALL = 1, 6


class Sizes(NamedTuple):
    """How long the pages of a kind are: compressed, and for who takes nothing compressed."""

    zipped: int
    plain: int


# Both languages side by side are a kind of their own: it is chosen by who reads, not by what is
# answered.
QUESTIONS, QUESTIONS_IN_BOTH = Sizes(4_096, 32_768), Sizes(6_144, 65_536)
STEPS, STEPS_IN_BOTH = Sizes(32_768, 131_072), Sizes(57_344, 262_144)
COMPACT, COMPACT_IN_BOTH = Sizes(16_384, 131_072), Sizes(32_768, 262_144)
SHEET, SHEET_IN_BOTH = Sizes(16_384, 65_536), Sizes(32_768, 131_072)


def sizes() -> Sizes | None:
    """Return the sizes of this request's kind of page; None where nothing is shown of a person."""
    say = requested().say
    if request.path == ASK and is_compact(requested().visit):
        return COMPACT_IN_BOTH if say.shows_both else COMPACT
    if request.path == ASK:
        return QUESTIONS_IN_BOTH if say.shows_both else QUESTIONS
    if request.path != CONCLUDE:
        return None
    if say.slip:
        return SHEET_IN_BOTH if say.shows_both else SHEET
    if say.sheet:
        return SHEET_IN_BOTH if say.sheet == IN_BOTH else SHEET
    return STEPS_IN_BOTH if say.shows_both else STEPS


def takes_gzip() -> bool:
    """Say whether the browser takes gzip; one that says nothing does not."""
    return _takes_gzip(request.headers.get("Accept-Encoding", ""))


@lru_cache(maxsize=64)
def _takes_gzip(accepted: str) -> bool:
    """Read the few ways in which browsers write what they take."""
    return parse_accept_header(accepted, Accept)["gzip"] > 0


def zipped(body: bytes, size: int | None) -> bytes:
    """Return a body compressed, filled up to a size; a longer one to the next multiple of it."""
    packed = _deflated(body, _FAST if size else _SMALL)
    if size and len(packed) + _AROUND > size:
        packed = _deflated(body, _SMALL)
    trailer = zlib.crc32(body).to_bytes(4, "little") + (len(body) & 0xFFFFFFFF).to_bytes(
        4, "little"
    )
    room = 0 if size is None else -(len(packed) + _AROUND) % size
    filling = bytes(min(room, _LONGEST_EXTRA - _PART_HEAD))
    part = _PART_NAME + len(filling).to_bytes(2, "little") + filling
    extra = len(part).to_bytes(_LENGTH_BYTES, "little") + part
    return _FIXED_HEAD + extra + packed + trailer


def _deflated(body: bytes, level: int) -> bytes:
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(body) + deflate.flush()


def with_blanks(body: bytes, size: int) -> bytes:
    """Return a body with blanks at its end up to a size, or to the next multiple of it."""
    return body + b" " * (-len(body) % size)


def pad_page(response: Response) -> Response:
    """Compress a page for browsers that take it, and give it the size of its kind."""
    if response.mimetype != "text/html" or response.is_streamed:
        return response
    response.headers["Vary"] = "Accept-Encoding"
    size = sizes()
    body = response.get_data()
    if not body:
        return response
    if takes_gzip():
        response.set_data(zipped(body, size.zipped if size else None))
        response.headers["Content-Encoding"] = "gzip"
    elif size:
        response.set_data(with_blanks(body, size.plain))
    return response
