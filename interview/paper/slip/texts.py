"""A slip as text to copy: groups of letters, alone or somewhere in a file."""

import re

from interview.files import packed_text
from interview.paper.slip.sealed import NotASlip

# A line of a file that is a part of a code, and no sentence.
_GROUPS = re.compile(r"[A-Z2-7]{1,4}(?: [A-Z2-7]{1,4})*")


def slip_text(sealed: bytes) -> str:
    """Return the text of a slip: groups of four letters and digits."""
    return packed_text.to_text(sealed)


def slip_bytes(text: str) -> bytes:
    """Return the bytes of a slip's text, however it was typed, or out of a file with other lines.

    Raises NotASlip where a letter is wrong or missing.
    """
    try:
        return packed_text.from_text(text)
    except packed_text.NoPackedText as error:
        groups = [line for line in map(str.strip, text.splitlines()) if _GROUPS.fullmatch(line)]
        try:
            return packed_text.from_text(" ".join(groups) if groups else text)
        except packed_text.NoPackedText as wrong:
            raise NotASlip(str(wrong if groups else error)) from None
