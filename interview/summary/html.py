"""Content texts as HTML, and a summary as one HTML file that needs nothing else."""

import re
import threading
from collections.abc import Sequence
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
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


# Without any sign that Markdown or HTML reads, in one line, with no blank at either end.
_PLAIN = re.compile(r"(?! )[^*&<>\\`_\s\x02\x03]+(?: +[^*&<>\\`_\s\x02\x03]+)*")
# What is **strong** and has no other sign in it.
_STRONG = re.compile(r"\*\*([^*&<>\\`_\s\x02\x03]+(?: +[^*&<>\\`_\s\x02\x03]+)*)\*\*")
_DIGIT = re.compile("[0-9]")
# One at a time: the converter keeps the text at hand in itself.
_CONVERTING = threading.Lock()


def inline(text: str) -> Markup:
    """Return a text as HTML: **word** is strong, *word* is English.

    What has neither a mark nor a date is made once. A line that names a date may be somebody's.
    """
    if _PLAIN.fullmatch(text):
        return _with_english(text)
    # The first page has no other mark: it need not wait for who reads them all.
    if "****" not in text and _PLAIN.fullmatch(_STRONG.sub("x", text)):
        return _with_english(_STRONG.sub(r"<strong>\1</strong>", text))
    return _converted(text) if Memory.keeps_dates or not _DIGIT.search(text) else _convert(text)


def _convert(text: str) -> Markup:
    # Most texts have no mark: a start need not wait for who reads them.
    from interview.summary.marks import MARKDOWN

    with _CONVERTING:
        html = MARKDOWN.convert(text)
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
