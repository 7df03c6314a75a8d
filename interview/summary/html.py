"""Content texts as HTML, and a summary as one HTML file that needs nothing else."""

import re
import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown import Extension, Markdown
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import Registry
from markupsafe import Markup

from interview.content import PACKAGE, ROOT
from interview.languages import ENGLISH_BEGINS, ENGLISH_ENDS
from interview.rules import Memory
from interview.summary.blocks import Summary
from interview.summary.sheet import LawyerSheet

TEMPLATES = PACKAGE / "templates"
STATIC = ROOT / "static"
STYLES = ("next_steps.css", "paper.css")
SHEET_STYLES = ("sheet.css",)
_ENGLISH = '<span lang="en" dir="ltr">'


class _EnglishWords(Treeprocessor):
    """What is emphasized is English inside Spanish: screen readers must be context."""

    def run(self, root: Element) -> None:
        for word in root.iter("em"):
            word.tag = "i"
            word.set("lang", "en")


class _TwoMarks(Extension):
    """Markdown with **strong** and *English inside Spanish*; every other sign is only a sign.

    No lists, links or raw HTML: a sentence that begins with "1." must not become a list, and no
    text of the content may bring in an address or a tag.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors = _only(md.preprocessors, "normalize_whitespace")
        md.parser.blockprocessors = _only(md.parser.blockprocessors, "paragraph")
        md.inlinePatterns = _only(md.inlinePatterns, "escape", "em_strong")
        # The one that was there keeps the marks that it was made with.
        md.treeprocessors.register(InlineProcessor(md), "inline", 1)
        md.treeprocessors = _only(md.treeprocessors, "inline", "unescape")
        md.treeprocessors.register(_EnglishWords(md), "english_words", -1)
        md.postprocessors = _only(md.postprocessors, "amp_substitute")


def _only(registry: "Registry[Any]", *names: str) -> "Registry[Any]":
    """Return the named parts of a registry, in this order."""
    kept: Registry[Any] = Registry()
    for priority, name in enumerate(reversed(names)):
        kept.register(registry[name], name, priority)
    return kept


_MARKDOWN = Markdown(extensions=[_TwoMarks()])
# Without any sign that Markdown or HTML reads, in one line, with no blank at either end.
_PLAIN = re.compile(r"(?! )[^*&<>\\`_\s\x02\x03]+(?: +[^*&<>\\`_\s\x02\x03]+)*")
_DIGIT = re.compile("[0-9]")
# One at a time: the converter keeps the text at hand in itself.
_CONVERTING = threading.Lock()


def inline(text: str) -> Markup:
    """Return a text as HTML: **word** is strong, *word* is English.

    What has neither a mark nor a date is made once. A line that names a date may be somebody's.
    """
    if _PLAIN.fullmatch(text):
        return _with_english(text)
    return _converted(text) if Memory.keeps_dates or not _DIGIT.search(text) else _convert(text)


def _convert(text: str) -> Markup:
    with _CONVERTING:
        html = _MARKDOWN.convert(text)
    return _with_english(html.removeprefix("<p>").removesuffix("</p>"))


_converted = lru_cache(maxsize=8_192)(_convert)


def _with_english(html: str) -> Markup:
    return Markup(html.replace(ENGLISH_BEGINS, _ENGLISH).replace(ENGLISH_ENDS, "</span>"))


def environment() -> Environment:
    """Return the template environment for files written outside the web part."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["inline"] = inline
    return made


def render_sheets(name: str, sheets: Sequence[LawyerSheet]) -> str:
    """Return sheets for a lawyer, one a language, as one HTML file with its style inside."""
    style = _style(SHEET_STYLES)
    template = environment().get_template("sheet_file.html")
    return template.render(name=name, sheets=sheets, style=style)


def _style(files: Sequence[str]) -> str:
    return "".join((STATIC / name).read_text(encoding="utf-8") for name in files)


def render(summary: Summary) -> str:
    """Return a summary as one HTML file with its style inside."""
    style = _style(STYLES)
    return environment().get_template("summary_file.html").render(summary=summary, style=style)
