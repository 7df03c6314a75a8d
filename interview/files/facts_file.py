"""One person's answers in a YAML or JSON file: {fact: answer}, with an optional id and as_of."""

import datetime
import json
import re
from dataclasses import dataclass
from typing import Any

from interview.loading import ContentError, Document, Problem, read_text
from interview.rules import Answer
from interview.screening import AnswerError, AnswerReader, Answers, read_day


@dataclass(frozen=True)
class PersonFacts:
    """The answers of one file; `as_of` is a local date, or None where the file names none."""

    answers: Answers
    id: str | None
    as_of: datetime.date | None


def read_facts(text: str, shown_as: str, kind: str, reader: AnswerReader) -> PersonFacts:
    """Read one person; raise ContentError with every problem in the file."""
    document = _read_json(text, shown_as) if kind == "json" else read_text(text, shown_as)
    data: Any = document.data
    if not document.problems and not isinstance(data, dict):
        document.complain((), "one person is a list of facts with answers, such as detained: no")
    if document.problems:
        raise ContentError(document.problems)
    data = dict(data)
    person_id, as_of = data.pop("id", None), _as_of(data.pop("as_of", None), document)
    answers, refused = reader.read_all(data)
    for fact, message in refused:
        document.complain((fact,), message, fact)
    if document.problems:
        raise ContentError(document.problems)
    return PersonFacts(answers, person_id, as_of)


def _as_of(written: Any, document: Document) -> datetime.date | None:
    if written is None or not str(written).strip():
        return None
    try:
        return read_day(written)
    except AnswerError as error:
        document.complain(("as_of",), str(error), "as_of")
        return None


def _read_json(text: str, shown_as: str) -> Document:
    document = Document(shown_as)
    twice: list[str] = []

    def keep(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _ in pairs]
        twice.extend(sorted({name for name in names if names.count(name) > 1}))
        return dict(pairs)

    def refuse(word: str) -> None:
        raise json.JSONDecodeError(f"{word} is no value of JSON", text, text.index(word))

    try:
        document.data = json.loads(text, object_pairs_hook=keep, parse_constant=refuse)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg}. Look at the quotes and commas here"
        document.problems.append(Problem(shown_as, error.lineno, message))
        return document
    except (RecursionError, ValueError):
        message = "a number is too long here, or brackets stand too deep inside each other"
        document.problems.append(Problem(shown_as, 1, message))
        return document
    for name in document.data if isinstance(document.data, dict) else ():
        document.lines[(name,)] = next(iter(_lines_of(name, text)), 1)
    for name in twice:
        lines = _lines_of(name, text) or [1]
        first, document.lines[(name,)] = lines[0], lines[-1]
        also = f" (also on line {first})" if first != lines[-1] else ""
        document.complain((name,), f'"{name}" stands twice{also}. Keep one of the two')
    return document


def _lines_of(name: str, text: str) -> list[int]:
    """The lines on which a key stands."""
    keys = re.finditer(rf'"{re.escape(name)}"\s*:', text)
    return [text.count("\n", 0, key.start()) + 1 for key in keys]


def as_yaml(answers: Answers, reader: AnswerReader) -> str:
    """Return the lines of a facts file that `read_facts` reads back as these answers."""
    lines = (f"{fact}: {_in_yaml(fact, answer, reader)}" for fact, answer in answers.items())
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _in_yaml(fact: str, answer: Answer, reader: AnswerReader) -> str:
    written = reader.write(fact, answer)
    if isinstance(answer, frozenset):
        return f"[{', '.join(written.split(';')) if answer else ''}]"
    return written


def as_json(plain: dict[str, Any]) -> str:
    """Return a result as readable JSON."""
    return json.dumps(plain, ensure_ascii=False, indent=2)
