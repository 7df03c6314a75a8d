"""What a content has, by kind and id, held against the list of it that a reviewer has read.

`manifest.yaml` names every fact, rule, program and event. Nothing is added or lost without a line
of that file changing: `interview check` compares, `interview check --accept` writes it anew.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interview.authoring.texts import Finding, at
from interview.content import (
    AdverseFactor,
    Circuit,
    Content,
    Criterion,
    Deadline,
    Decision,
    Event,
    Flag,
    GoodFactor,
    Ground,
    Memo,
    MemoEvent,
    Note,
    Oddity,
    Option,
    Program,
    Question,
    Relief,
)
from interview.files import schemas
from interview.loading import (
    Document,
    Place,
    QuestionsFolder,
    read_file,
    rule_id,
    walk,
    write_whole,
)

FILE = "manifest.yaml"
HEADER = """\
# Everything that there is, by kind: each fact, rule, program, memo and event by its id. Written by
# `interview check --accept`, so that whoever reviews a change sees here what came and what went.
"""
_REMEDY = "Run: interview check --accept. It writes the list anew, for a reviewer to read"


def _own_id(value: Any, around: str) -> str:
    return str(value.id)


def _dated(value: Any, around: str) -> str:
    """An event is known by its timeline or memo, and its day."""
    return f"{around}/{value.date}"


# What a piece of each type is listed under, and by which id.
_LISTED: dict[type[Any], tuple[str, Callable[[Any, str], str]]] = {
    Question: ("facts", _own_id),
    Program: ("programs", _own_id),
    Criterion: ("criteria", _own_id),
    Ground: ("grounds", _own_id),
    Flag: ("flags", _own_id),
    Deadline: ("deadlines", _own_id),
    GoodFactor: ("good_factors", _own_id),
    AdverseFactor: ("adverse_factors", _own_id),
    Option: ("options", _own_id),
    Note: ("notes", _own_id),
    Relief: ("reliefs", _own_id),
    Oddity: ("oddities", _own_id),
    Memo: ("memos", _own_id),
    MemoEvent: ("memo_events", _dated),
    Event: ("events", _dated),
    Circuit: ("circuits", lambda value, _: str(value.court)),
    Decision: ("circuit_decisions", lambda value, _: f"{value.court}/{value.date}"),
}
KINDS = tuple(kind for kind, _ in _LISTED.values())
Listed = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class ListChange:
    """An id that came, or that went."""

    kind: str
    id: str
    came: bool

    def __str__(self) -> str:
        return f"{'added' if self.came else 'removed'}: {self.kind}: {self.id}"


def listed(reading: QuestionsFolder) -> Listed:
    """Return the ids of everything that a folder has, by kind, in the order of its files."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for kind, id, _, _ in _placed(reading):
        found[kind].append(id)
    return {kind: tuple(ids) for kind, ids in found.items()}


def manifest_checks(questions: Path, reading: QuestionsFolder) -> Iterator[Finding]:
    """Yield each id that the manifest lacks, and each that nothing has any more, by its line."""
    document = _read(questions)
    if document.problems:
        problem = document.problems[0].message.partition(". ")[0]
        yield at(document, (), "", "manifest", problem, f"{_REMEDY}.")
        return
    known = _written(document)
    for kind, id, where, place in _placed(reading):
        if id not in known[kind]:
            problem = f'"{id}" is not in the list of {kind} in {FILE}'
            yield at(where, place, id, "manifest", problem, f"{_REMEDY}.")
    there = listed(reading)
    for kind, ids in known.items():
        for id, place in ids.items():
            if id not in there[kind]:
                problem = f'there is nothing with the id "{id}" among the {kind}'
                yield at(document, place, id, "manifest", problem, f"{_REMEDY}.")


def schema_checks(questions: Path, content: Content) -> Iterator[Finding]:
    """Yield each schema, and each first line that names one, that is not up to date."""
    for path in schemas.outdated(content, questions):
        shown = f"{questions.name}/{path.relative_to(questions).as_posix()}"
        yield Finding(
            shown, 1, "", "manifest", "this does not fit what the files say", f"{_REMEDY}."
        )


def accept_list(questions: Path, reading: QuestionsFolder) -> list[ListChange]:
    """Write the manifest anew, and return what came and what went; raise ContentError."""
    document, there = _read(questions), listed(reading)
    known = {kind: tuple(ids) for kind, ids in _written(document).items()}
    changes = [
        ListChange(kind, id, came)
        for kind in KINDS
        for came, ids, others in (
            (True, there[kind], known[kind]),
            (False, known[kind], there[kind]),
        )
        for id in ids
        if id not in others
    ]
    if changes or there != known or document.problems:
        write_whole(questions / FILE, _as_text(there))
    return changes


def _read(questions: Path) -> Document:
    return read_file(questions / FILE, f"{questions.name}/{FILE}")


def _placed(reading: QuestionsFolder) -> Iterator[tuple[str, str, Document, Place]]:
    for name, model in reading.models.items():
        document = reading.documents[name]
        for place, value in walk(model):
            if type(value) in _LISTED:
                kind, id_of = _LISTED[type(value)]
                yield kind, id_of(value, rule_id(document.data, place)), document, place


def _written(document: Document) -> dict[str, dict[str, Place]]:
    """The ids that the manifest has, by kind, each with its place; of another file, none."""
    data = document.data if isinstance(document.data, dict) else {}
    return {
        kind: {str(id): (kind, number) for number, id in enumerate(data.get(kind) or [])}
        for kind in KINDS
    }


def _as_text(there: Listed) -> str:
    kinds = (
        "\n".join([f"{kind}:", *(f"- {_scalar(id)}" for id in ids)]) for kind, ids in there.items()
    )
    return HEADER + "\n\n".join(kinds) + "\n"


def _scalar(id: str) -> str:
    """An id that others would read as a number stands in quotes."""
    return f'"{id}"' if id.isdecimal() else id
