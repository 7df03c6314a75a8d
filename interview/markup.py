"""Content texts as HTML, and a summary as one HTML file that needs nothing else."""

import re
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from interview.blocks import Summary
from interview.places import PACKAGE, STATIC

TEMPLATES = PACKAGE / "templates"
STYLES = ("next_steps.css", "paper.css")


@lru_cache(maxsize=8_192)
def inline(text: str) -> Markup:
    """Return a content text as HTML: **word** is strong, *word* is English inside Spanish."""
    html = str(escape(text))
    html = re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", html)
    return Markup(re.sub(r"\*([^*]+)\*", r'<i lang="en">\1</i>', html))


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


def render(summary: Summary) -> str:
    """Return a summary as one HTML file with its style inside."""
    style = "".join((STATIC / name).read_text(encoding="utf-8") for name in STYLES)
    return environment().get_template("summary_file.html").render(summary=summary, style=style)
