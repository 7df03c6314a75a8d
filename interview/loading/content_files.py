"""The files of one content, each read already: where to find things, and where to complain."""

from collections.abc import Iterable, Iterator
from typing import Any

from interview.content import Interview, Model, Question
from interview.loading.document import Document, Place
from interview.rules import did_you_mean

Models = dict[str, Model]
Documents = dict[str, Document]


def walk(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Yield every model, text, condition and citation in a model, with its place in the file."""
    yield place, value
    if isinstance(value, Model):
        for name, part in value:
            yield from walk(part, (*place, name))
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for number, part in enumerate(value):
            yield from walk(part, (*place, number))
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from walk(part, (*place, name))


class ContentFiles:
    """The models by the names of their files, the questions in the order of asking.

    `left_out` names what a file has, but not as it must be: it is there all the same.
    """

    def __init__(self, models: Models, documents: Documents) -> None:
        self.models: dict[str, Any] = dict(models)
        self.documents = documents
        self.interview: Interview = self.models["interview"]
        self.asked: list[tuple[str, int, Question]] = [
            (f"parts/{part}", number, question)
            for part in self.interview.parts
            if f"parts/{part}" in models
            for number, question in enumerate(self.models[f"parts/{part}"].questions)
        ]
        self.question_by_id = {question.id: question for _, _, question in self.asked}
        self.left_out = {name for document in documents.values() for name in document.left_out}

    def complain(self, name: str, place: Place, message: str, rule: str = "") -> None:
        """Note a problem with a place of a file."""
        self.documents[name].complain(place, message, rule)

    def must_exist(
        self, name: str, place: Place, wanted: str, known: Iterable[str], kind: str, rule: str = ""
    ) -> None:
        """Complain of an id that nothing has, with the nearest one that something has."""
        known = list(known)
        if wanted not in known and wanted not in self.left_out:
            message = f'there is no {kind} "{wanted}". {did_you_mean(wanted, known)}'
            self.complain(name, place, message, rule)
