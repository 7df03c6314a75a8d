"""A packed visit as letters and digits to copy by hand: base32 with a check, in groups of four."""

import base64
import binascii
import hashlib
import re

_CHECK_BYTES = 3
_GROUP = 4
# Base32 has none of these digits; whoever types one has read a letter.
_MISREAD = str.maketrans("018", "OIB")


class NoPackedText(ValueError):
    """A text that is no packed visit; the message says what is wrong with it."""


def to_text(packed: bytes) -> str:
    """Return the text of a packed visit: one length for one number of bytes."""
    letters = base64.b32encode(packed + _check(packed)).decode("ascii").rstrip("=")
    return " ".join(re.findall(f".{{1,{_GROUP}}}", letters))


def from_text(text: str) -> bytes:
    """Return the bytes of a text, however it is spaced and in small letters too.

    Raises NoPackedText where a letter is wrong or missing.
    """
    letters = re.sub(r"[\s=-]", "", text).upper().translate(_MISREAD)
    if strange := re.search(r"[^A-Z2-7]", letters):
        raise NoPackedText(f'"{strange[0]}" stands in no packed text. It has letters and digits')
    try:
        whole = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except binascii.Error:
        raise NoPackedText("some letters are missing, or too many. Compare the groups") from None
    packed, check = whole[:-_CHECK_BYTES], whole[-_CHECK_BYTES:]
    if check != _check(packed):
        raise NoPackedText("a letter is wrong or missing. Compare the groups one by one")
    return packed


def _check(packed: bytes) -> bytes:
    return hashlib.sha256(packed).digest()[:_CHECK_BYTES]
