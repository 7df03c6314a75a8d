"""A text of the content as the press takes it: pieces of plain words, each with its mark."""

import re
from typing import TypedDict

from interview.content import SOURCE_LANGUAGE
from interview.languages import ENGLISH_BEGINS, ENGLISH_ENDS


class Run(TypedDict, total=False):
    """A piece of a text: `t`, the words; `strong`; `lang`, where it is not the paper's."""

    t: str
    strong: bool
    lang: str


# **strong**, *English inside another language*, and what has no translation, between two signs.
_MARKED = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\*(?P<english>[^*]+)\*"
    f"|{ENGLISH_BEGINS}(?P<untranslated>.*?){ENGLISH_ENDS}",
    re.DOTALL,
)


def runs(text: str) -> list[Run]:
    """Return the pieces of a text; every sign but the marks of the content is only a sign."""
    found: list[Run] = []
    end = 0
    for mark in _MARKED.finditer(text):
        _add(found, Run(t=text[end : mark.start()]))
        found += _marked(mark)
        end = mark.end()
    _add(found, Run(t=text[end:]))
    return found


def _marked(mark: re.Match[str]) -> list[Run]:
    if strong := mark["strong"]:
        return [Run(**{**run, "strong": True}) for run in runs(strong)]
    if english := mark["english"]:
        return [Run(t=english, lang=SOURCE_LANGUAGE)]
    return [Run(**{**run, "lang": SOURCE_LANGUAGE}) for run in runs(mark["untranslated"])]


def _add(found: list[Run], run: Run) -> None:
    if run["t"]:
        found.append(run)
