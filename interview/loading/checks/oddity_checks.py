"""Checks what the oddities speak of: questions that there are, and dates that can be put in."""

import re
from collections.abc import Iterator
from itertools import chain

from interview.loading.content_files import ContentFiles
from interview.loading.document import Place
from interview.rules import conditions as c
from interview.rules import did_you_mean

# Beside these facts stands each other one.
EVERY_OTHER = "every_other"
_BRACES = re.compile(r"\{([^{}]*)\}")


def check_oddities(files: ContentFiles) -> None:
    """Complain of facts that no question asks, and of braces that stand for no date."""
    known = files.question_by_id
    for number, oddity in enumerate(files.models["oddities"].oddities):
        place: Place = ("oddities", number, "about")
        files.must_exist("oddities", place, oddity.about, known, "question", oddity.id)
        _braces(files, number)
    for number, pair in enumerate(files.models["oddities"].no_oddity):
        for fact in chain(pair.facts, pair.beside):
            if fact != EVERY_OTHER:
                files.must_exist("oddities", ("no_oddity", number), fact, known, "question")


def _braces(files: ContentFiles, number: int) -> None:
    """Complain of braces that stand for no date that is known wherever the oddity is told."""
    oddity = files.models["oddities"].oddities[number]
    dates = [*dict.fromkeys(_dates(oddity.condition))]
    for word in chain.from_iterable(map(_BRACES.findall, oddity.text.both())):
        if word not in dates:
            message = f'nothing is put in for "{{{word}}}". {did_you_mean(word, dates)}'
            files.complain("oddities", ("oddities", number, "text"), message, oddity.id)


def _dates(condition: c.Condition) -> Iterator[str]:
    """Yield the date questions that a condition compares in any case."""
    if isinstance(condition, c.Compare):
        yield from c.comparison_facts(condition)
    for part in condition.parts if isinstance(condition, c.All) else ():
        yield from _dates(part)
