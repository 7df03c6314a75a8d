"""Two tellings of the same in two languages, put together text by text."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from markupsafe import Markup

from interview.summary import inline


class InTwo(str):
    """A text of the page's language that carries the same in another one."""

    __slots__ = ("also", "language")
    also: str
    language: str


def together(told: Any, also: Any, language: str) -> Any:
    """Return what was told with each text of the other telling at its side.

    Both are told from the same result, so they have the same shape: records of tuples of texts.
    """
    if isinstance(told, str):
        return told if told == also else _in_two(told, also, language)
    if isinstance(told, tuple):
        return tuple(together(*pair, language) for pair in zip(told, also, strict=True))
    if is_dataclass(told) and not isinstance(told, type):
        names = [field.name for field in fields(told)]
        return replace(
            told,
            **{n: together(getattr(told, n), getattr(also, n), language) for n in names},
        )
    return told


def _in_two(text: str, also: str, language: str) -> InTwo:
    found = InTwo(text)
    found.also, found.language = also, language
    return found


def beneath(said: Markup, language: str) -> Markup:
    """Return what stands beneath a text: the same in another language."""
    return Markup(' <span class="also" lang="{}">{}</span>').format(language, said)


def inline_in_two(text: str) -> Markup:
    """Return a text as HTML; one that carries another language, with that beneath."""
    said = inline(str(text))
    return said + beneath(inline(text.also), text.language) if isinstance(text, InTwo) else said
