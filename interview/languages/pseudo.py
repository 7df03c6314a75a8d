"""Two languages that nobody speaks, to see that every page has room for another one.

One has accents and is 40 % longer; one is written from right to left. They are never shipped: a
copy of the product gets them.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog

from interview.content import Content, Language, WrittenDates
from interview.languages import texts
from interview.languages.catalogs import catalog_file
from interview.languages.listed import LIST, read_languages
from interview.languages.writing import write_catalog

LONGER = 1.4
_PUT_IN = re.compile(r"(\{[^{}]*\})")
_ACCENTS = str.maketrans("aeiouycnsAEIOUCNS", "áéîöûÿçñšÁÉÎÖÛÇÑŠ")
_VOWELS = re.compile("[aeiou]")
_MORE = " ñöñ"
# Letters of Hebrew in the place of ours: what is written is nothing, and runs the other way.
_FROM_THE_RIGHT = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהופגהיקכלמנספקרשתוושיז")


def accented(text: str) -> str:
    """Return a text with accents, 40 % longer; what is put in and the marks stay."""
    said = _outside_braces(text, lambda part: _VOWELS.sub(lambda v: 2 * v[0], part))
    said = _outside_braces(said, lambda part: part.translate(_ACCENTS))
    while len(said) < LONGER * len(text):
        said += _MORE
    return said


def from_the_right(text: str) -> str:
    """Return a text in letters that run from right to left; what is put in and the marks stay."""
    return _outside_braces(text, lambda part: part.lower().translate(_FROM_THE_RIGHT))


def _outside_braces(text: str, change: Callable[[str], str]) -> str:
    parts = _PUT_IN.split(text)
    return "".join(part if n % 2 else change(part) for n, part in enumerate(parts))


PSEUDO: dict[str, Callable[[str], str]] = {"en-XA": accented, "ar-XB": from_the_right}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip


def pseudo_copy(content: Content, questions: Path, translations: Path, target: Path) -> None:
    """Write a copy of the questions and translations into a folder, with both languages."""
    shutil.copytree(questions, target / "questions")
    shutil.copytree(translations, target / "translations")
    listed = read_languages(translations)
    added = [_language(code, say) for code, say in PSEUDO.items()]
    listed = listed.model_copy(update={"languages": (*listed.languages, *added)})
    data = listed.model_dump(mode="json", exclude_defaults=True)
    written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    (target / "translations" / LIST).write_text(written, encoding="utf-8")
    for code, say in PSEUDO.items():
        catalog = Catalog(project="Next Steps", charset="utf-8", fuzzy=False)
        for english in texts.wanted(content):
            catalog.add(english, say(english))
        write_catalog(catalog_file(target / "translations", code), catalog)


def _language(code: str, say: Callable[[str], str]) -> Language:
    dates = WrittenDates(
        months=tuple(map(say, _MONTHS)), day="{day} {month} {year}", month="{month} {year}"
    )
    direction = "rtl" if say is from_the_right else "ltr"
    return Language(code=code, name=say("Language"), direction=direction, dates=dates)
