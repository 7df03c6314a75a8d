"""The same in two languages, put together text by text."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from markupsafe import Markup

from interview.languages import without_marks
from interview.summary import inline


class Bilingual(str):
    """A text of the page's language that carries the same in another one."""

    __slots__ = ("also", "marks")
    also: str
    marks: Markup


def bilingual(said: Any, also: Any, marks: Markup) -> Any:
    """Return what was said with each text of the other language at its side.

    Both are made from the same result, so they have the same shape: records of tuples of texts.
    `marks` are the attributes of the other language.
    """
    if isinstance(said, str):
        return said if without_marks(said) == without_marks(also) else _carrying(said, also, marks)
    if isinstance(said, tuple):
        return tuple(bilingual(*pair, marks) for pair in zip(said, also, strict=True))
    if is_dataclass(said) and not isinstance(said, type):
        names = [field.name for field in fields(said)]
        return replace(
            said,
            **{n: bilingual(getattr(said, n), getattr(also, n), marks) for n in names},
        )
    return said


def _carrying(text: str, also: str, marks: Markup) -> Bilingual:
    found = Bilingual(text)
    found.also, found.marks = also, marks
    return found


def beneath(said: Markup, marks: Markup) -> Markup:
    """Return what stands beneath a text: the same in another language, with its attributes."""
    return Markup(' <span class="also" {}>{}</span>').format(marks, said)


def inline_in_both(text: str) -> Markup:
    """Return a text as HTML; one that carries another language, with that beneath."""
    said = inline(str(text))
    if isinstance(text, Bilingual):
        return said + beneath(inline(text.also), text.marks)
    return said
