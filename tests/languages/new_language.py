"""Adds a language to a copy of the product, by what the guide says alone: an entry and texts."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog

from interview.content import Content
from interview.languages import catalog_file, read_catalog, read_languages, texts, upkeep
from interview.languages.writing import write_catalog
from interview.loading import QUESTIONS, TRANSLATIONS

ENTRIES = {
    "pt": """- code: pt
  name: Português
  complete: false
  in_english: Partes desta página ainda estão em inglês.
""",
    "ht": """- code: ht
  name: Kreyòl ayisyen
  complete: false
  dates:
    months: [janvye, fevriye, mas, avril, me, jen, jiyè, out, septanm, oktòb, novanm, desanm]
    day: "{day} {month} {year}"
    month: "{month} {year}"
""",
    "zh-Hans": """- code: zh-Hans
  name: 简体中文
  partner: es
  complete: false
""",
}
CODES = tuple(ENTRIES)


def copied(folder: Path) -> Path:
    """A copy of the questions and the translations, as the guide asks for."""
    shutil.copytree(QUESTIONS, folder / "questions")
    shutil.copytree(TRANSLATIONS, folder / "translations")
    return folder


def listed(copy: Path, entry: str) -> None:
    """Step 1: an entry in the list, before the places of the urgent page."""
    file = copy / "translations" / "languages.yaml"
    text = file.read_text(encoding="utf-8")
    mark = "# The places of the texts"
    assert mark in text
    file.write_text(text.replace(mark, f"{entry}{mark}"), encoding="utf-8")


def said(english: str) -> str:
    """What a translator would write, for a test: other letters, the names and marks as they are."""
    as_they_are = r"(?<!\*)\*[^*]+\*(?!\*)"
    words = r"(?<![{\w])(?:[A-Z]?[a-z]+|A)(?!\w|\})"
    found = f"{as_they_are}|{words}"
    return re.sub(found, lambda one: one[0] if one[0][0] == "*" else _letters(one[0]), english)


def _letters(word: str) -> str:
    return word.translate(str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ"))


def urgent_texts(copy: Path, content: Content, code: str) -> list[str]:
    """The texts that the urgent page of a language must have."""
    folder = copy / "translations"
    return list(texts.needed(content, read_languages(folder), code))


def translated(copy: Path, content: Content, code: str, wanted: Sequence[str] = ()) -> None:
    """Step 3: the texts of the urgent page, or others, written into the file of step 2."""
    folder = copy / "translations"
    catalog: Catalog = read_catalog(folder, code)
    for english in wanted or urgent_texts(copy, content, code):
        message = catalog.get(english)
        assert message is not None, "interview texts wrote it"
        message.string = said(english)
    write_catalog(catalog_file(folder, code), catalog)


def added(copy: Path, content: Content, code: str) -> None:
    """All steps of the guide."""
    listed(copy, ENTRIES[code])
    upkeep.update(content, copy / "translations", code)
    translated(copy, content, code)
