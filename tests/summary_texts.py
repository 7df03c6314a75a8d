"""The texts of a summary that people read, whatever block they stand in."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

# What tells blocks apart, and what only a page needs: to fold, and to explain its marks.
NOT_READ = {"id", "data", "kind", "tone", "mark", "language", "lane", "legend", "behind",
            "direction", "call", "number"}  # fmt: skip


def texts(block: object) -> Iterator[str]:
    """Yield every text of a summary, a section, a card or a row, in reading order."""
    if isinstance(block, str):
        yield block
    elif isinstance(block, tuple | list):
        for part in block:
            yield from texts(part)
    elif is_dataclass(block):
        for field in fields(block):
            if field.name not in NOT_READ:
                yield from texts(getattr(block, field.name))
