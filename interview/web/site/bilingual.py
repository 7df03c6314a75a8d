"""The same in two languages, put together text by text."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from markupsafe import Markup

from interview.summary import inline


class Bilingual(str):
    """A text of the page's language that carries the same in another one."""

    __slots__ = ("also", "language")
    also: str
    language: str


def bilingual(said: Any, also: Any, language: str) -> Any:
    """Return what was said with each text of the other language at its side.

    Both are made from the same result, so they have the same shape: records of tuples of texts.
    """
    if isinstance(said, str):
        return said if said == also else _carrying(said, also, language)
    if isinstance(said, tuple):
        return tuple(bilingual(*pair, language) for pair in zip(said, also, strict=True))
    if is_dataclass(said) and not isinstance(said, type):
        names = [field.name for field in fields(said)]
        return replace(
            said,
            **{n: bilingual(getattr(said, n), getattr(also, n), language) for n in names},
        )
    return said


def _carrying(text: str, also: str, language: str) -> Bilingual:
    found = Bilingual(text)
    found.also, found.language = also, language
    return found


def beneath(said: Markup, language: str) -> Markup:
    """Return what stands beneath a text: the same in another language."""
    return Markup(' <span class="also" lang="{}">{}</span>').format(language, said)


def inline_in_both(text: str) -> Markup:
    """Return a text as HTML; one that carries another language, with that beneath."""
    said = inline(str(text))
    if isinstance(text, Bilingual):
        return said + beneath(inline(text.also), text.language)
    return said
