"""Files of translations, written as gettext's own tools write them."""

import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import normalize, write_po

WIDTH = 100
_DATE = re.compile(r'^"POT-Creation-Date: .*$\n', re.MULTILINE)


def write_catalog(path: Path, catalog: Catalog) -> None:
    """Write a catalog; a file that says the same but for the day it was made stays as it is."""
    text = po_text(catalog)
    if path.exists() and _undated(path.read_text(encoding="utf-8")) == _undated(text):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _undated(text: str) -> str:
    return _DATE.sub("", text)


def po_text(catalog: Catalog) -> str:
    """Return the text of a file of translations."""
    file = io.BytesIO()
    write_po(file, catalog, width=WIDTH)
    blocks = file.getvalue().decode().split("\n\n")
    for number, message in enumerate(catalog):
        if message.previous_id and message.fuzzy:
            blocks[number] = _with_previous(blocks[number], message)
    return "\n\n".join(blocks).rstrip("\n") + "\n"


def _with_previous(block: str, message: Message) -> str:
    """The block of a message with its earlier English, which Babel would break in the wrong places.

    It stands before the text, as gettext's own tools have it.
    """
    earlier = f"msgid {normalize(str(message.previous_id[0]), width=WIDTH)}"
    marked = "".join(f"#| {line}\n" for line in earlier.splitlines())
    start = re.search(r"^msgid ", block, re.MULTILINE)
    assert start is not None, "every message has an English text"
    return block[: start.start()] + marked + block[start.start() :]
