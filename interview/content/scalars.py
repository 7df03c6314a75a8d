"""What single values of a file may be: a day, who signs, and the digest of what they read."""

import datetime
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

_SIGNER = r"[A-Z][A-Z.]{0,7}, \S.*"
_DIGEST = r"[0-9a-f]{8}"


def _only_a_day(written: Any) -> Any:
    """Refuse what pydantic would read as a moment, or as seconds since 1970."""
    if isinstance(written, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        return written
    raise ValueError(f'"{written}" is not a date of the calendar. Write 2007-06-15')


def _only_a_signer(written: Any) -> Any:
    if isinstance(written, str) and re.fullmatch(_SIGNER, written):
        return written
    raise ValueError('write initials and a role, such as "AB, attorney"')


def _only_a_digest(written: Any) -> Any:
    if isinstance(written, str) and re.fullmatch(_DIGEST, written):
        return written
    raise ValueError(
        "this is what interview review --sign writes: eight of 0 to 9 and a to f. "
        "Take it out, or sign again"
    )


Day = Annotated[datetime.date, BeforeValidator(_only_a_day)]
Signer = Annotated[str, Field(pattern=f"^{_SIGNER}$"), BeforeValidator(_only_a_signer)]
Digest = Annotated[str, Field(pattern=f"^{_DIGEST}$"), BeforeValidator(_only_a_digest)]
