"""The editions of the questions by which slips were packed: a file that travels with them."""

from pathlib import Path
from typing import Any

import yaml

from interview.loading.document import ContentError, Problem
from interview.loading.documents import read_file
from interview.loading.rewriting import write_whole

PACKED_EDITIONS = "packed_editions.yaml"
# How many editions a slip may be behind.
MOST_EDITIONS = 12
_HEAD = """\
# By which facts, in which order, the slips of each edition were packed, the newest edition first:
# an older slip still opens. Written by `interview check --accept` when a question or an answer
# comes or goes; never by hand.
"""


def read_packed_editions(questions: Path) -> list[dict[str, Any]]:
    """Return the editions of a questions folder as its file has them, the newest first.

    Raises ContentError where the file is there and holds no list of editions.
    """
    path, shown = questions / PACKED_EDITIONS, f"{questions.name}/{PACKED_EDITIONS}"
    if not path.exists():
        return []
    document = read_file(path, shown)
    if document.problems:
        raise ContentError(document.problems)
    data = document.data
    if not isinstance(data, dict) or not isinstance(data.get("editions"), list):
        wrong = 'a list "editions:" is needed here. Run: interview check --accept'
        raise ContentError([Problem(shown, 1, wrong)])
    return [{**edition, "facts": _lists(edition["facts"])} for edition in data["editions"]]


def write_packed_edition(questions: Path, newest: dict[str, Any]) -> None:
    """Put an edition before those that are there; the oldest go where there are too many."""
    others = [one for one in read_packed_editions(questions) if one["code"] != newest["code"]]
    kept = [newest, *others][:MOST_EDITIONS]
    body = {"editions": [{**edition, "facts": _lines(edition["facts"])} for edition in kept]}
    text = yaml.safe_dump(body, sort_keys=False, allow_unicode=True, width=110)
    write_whole(questions / PACKED_EDITIONS, _HEAD + text)


def _lines(facts: dict[str, list[str]]) -> dict[str, str]:
    """Each fact in one line: its type, and its values with blanks between them."""
    return {fact: " ".join(said) for fact, said in facts.items()}


def _lists(facts: dict[str, str]) -> dict[str, list[str]]:
    return {fact: said.split() for fact, said in facts.items()}
