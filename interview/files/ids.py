"""What a person is called in a file: taken back into the results, and safe to print there."""

import math
import re
import unicodedata
from collections.abc import Collection
from typing import Any

LONGEST_ID = 64
# Control characters, ends of lines, halves of characters, and marks that turn the writing round.
_NO_TEXT = {"Cc", "Cs", "Zl", "Zp"}
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PLAIN = re.compile(r"[\w.-]*")
# A spreadsheet takes a cell that begins so for a formula, in any width of letter.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


class IdError(ValueError):
    """An id that is no name for a person; the message says what to write."""


def checked_id(written: Any) -> str | int | float | None:
    """Return an id as it was written, or None; raise IdError for what is no id."""
    if written is None:
        return None
    if isinstance(written, bool) or not isinstance(written, str | int | float):
        raise IdError(f"id: write a text or a number of at most {LONGEST_ID} characters")
    if isinstance(written, float) and not math.isfinite(written):
        raise IdError("id: this number is too large. Write it in quotes, as a text")
    text = str(written)
    if len(text) > LONGEST_ID:
        raise IdError(f"id: it has more than {LONGEST_ID} characters. Write a shorter one")
    if _TURNS.search(text) or any(unicodedata.category(char) in _NO_TEXT for char in text):
        raise IdError("id: there is a tab, a new line or a control character in it. Take it out")
    return written


def are_plain(written: Collection[str]) -> bool:
    """Say whether texts are ids beyond doubt: short, of letters and marks that can be seen."""
    return max(map(len, written), default=0) <= LONGEST_ID and "".join(written).isprintable()


def in_a_sheet(written: str | float | None) -> str:
    """Return an id as a cell that no spreadsheet takes for a formula: ' stands before such a text.

    A number stays as it is.
    """
    if written is None:
        return ""
    if isinstance(written, str) and _FORMULA.match(written):
        return f"'{written}"
    return str(written)


def quoted_cell(written: str | float | None) -> str:
    """Return a cell as a sheet has it: what another country's spreadsheet may cut is in quotes."""
    text = in_a_sheet(written)
    return text if _PLAIN.fullmatch(text) else f'"{text.replace(chr(34), chr(34) * 2)}"'
