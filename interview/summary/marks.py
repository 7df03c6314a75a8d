"""Markdown with two marks, and no other sign of it."""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import Registry


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


MARKDOWN = Markdown(extensions=[_TwoMarks()])
