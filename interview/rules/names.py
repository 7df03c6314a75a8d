"""A name that nothing has, and the nearest one that something has."""

import difflib
from collections.abc import Iterable


def did_you_mean(wanted: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """Return a sentence with the nearest name; where none is near, another one, or all names."""
    listed = list(known)
    near = difflib.get_close_matches(wanted, listed, n=1)
    if near:
        return f'Did you mean "{near[0]}"?'
    return f"Known: {', '.join(listed)}" if otherwise is None else otherwise
