"""Checks what the words of the pages say against the questions: titles, braces, trouble pages."""

import re

from interview.content import Text
from interview.loading.content_files import ContentFiles, walk
from interview.rules import did_you_mean

# What the program puts into texts.
FILLED_IN = {
    "date", "reasons", "part", "parts", "number", "count", "title", "word",
    "court", "fact", "values", "left", "right", "program", "result", "ground", "flag",
    "phone", "month", "operator", "states", "letter", "points", "asks", "low", "high",
}  # fmt: skip
_BRACES = re.compile(r"\{([^{}]*)\}")


def check_pages(files: ContentFiles) -> None:
    """Complain of titles and braces that stand for nothing, and of pages that are missing."""
    _titles(files)
    _placeholders(files)
    _troubles(files)


def _titles(files: ContentFiles) -> None:
    """A page that several questions share has a title, and every title has such a page."""
    pages = [question.page for _, _, question in files.asked if question.page]
    shared = {page for page in pages if pages.count(page) > 1}
    titles = files.models["pages"].question.titles
    for part, number, question in files.asked:
        if question.page and question.page not in shared:
            near = did_you_mean(question.page, titles)
            message = f'no neighbour shares the page "{question.page}". {near}'
            files.complain(part, ("questions", number, "page"), message, question.id)
    for page in shared - set(titles):
        message = f'the page "{page}" has no title. Add one'
        files.complain("pages", ("question", "titles"), message)
    for title in set(titles) - set(pages):
        message = f'no question is on a page "{title}". {did_you_mean(title, pages)}'
        files.complain("pages", ("question", "titles", title), message)


def _placeholders(files: ContentFiles) -> None:
    """Braces in a text name something that the program puts in; those of oddities are dates."""
    for name, found in files.models.items():
        if name == "oddities":
            continue
        for place, value in walk(found):
            for text in value.both() if isinstance(value, Text) else ():
                for word in _BRACES.findall(text):
                    if word not in FILLED_IN:
                        near = did_you_mean(word, sorted(FILLED_IN))
                        files.complain(name, place, f'nothing is put in for "{{{word}}}". {near}')


def _troubles(files: ContentFiles) -> None:
    """The pages that stand in for those without one of their own are there."""
    ids = [trouble.id for trouble in files.models["pages"].troubles]
    for wanted in ("ended", "400", "500"):
        files.must_exist("pages", ("troubles",), wanted, ids, "page for the trouble")
