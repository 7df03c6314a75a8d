"""One person's answers in a YAML or JSON file: {fact: answer}, with an optional id and as_of."""

import datetime
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from interview.files.ids import IdError, checked_id
from interview.files.rows import RESERVED
from interview.loading import ContentError, Document, Problem, read_text
from interview.rules import Answer
from interview.screening import (
    MOST_REFUSED,
    AnswerError,
    AnswerReader,
    Answers,
    read_day,
    shortened,
)

# A longer key is looked for nowhere: that would take longer than anybody waits.
LONGEST_KEY = 1_000
_BESIDE = ("result", "sign_off")
SEVERAL_PEOPLE = (
    "this is a list of people, and one person is read here. Write one person a line, {...}, in a "
    "file that ends in .jsonl; or give each a file"
)


@dataclass(frozen=True)
class PersonFacts:
    """The answers of one file; `as_of` is a local date, or None where the file names none.

    `reached`: the facts that are not left blank.
    """

    answers: Answers
    reached: frozenset[str]
    id: str | int | float | None
    as_of: datetime.date | None


def read_facts(text: str, shown_as: str, kind: str, reader: AnswerReader) -> PersonFacts:
    """Read one person; raise ContentError with every problem in the file."""
    document = _read_json(text, shown_as) if kind == "json" else read_text(text, shown_as)
    data: Any = document.data
    if not document.problems and not isinstance(data, dict):
        is_people = isinstance(data, list) and any(isinstance(item, dict) for item in data)
        one = "one person is a list of facts with answers, such as detained: no"
        document.complain((), SEVERAL_PEOPLE if is_people else one)
    _raise_if_wrong(document)
    data = dict(data)
    if kind == "json":
        _leave_out_what_came_of_it(data)
    person_id = _id(data.pop("id", None), document)
    as_of = _as_of(data.pop("as_of", None), document)
    answers, refused = reader.read_all(data)
    for fact, message in refused:
        if kind == "json":
            document.lines[(fact,)] = _first_and_last_line(fact, text)[1]
        document.complain((fact,), message, shortened(fact))
    _raise_if_wrong(document)
    return PersonFacts(answers, reader.reached(data), person_id, as_of)


def _leave_out_what_came_of_it(data: dict[str, Any]) -> None:
    """The file of a visit at an event has its result and its sign-off beside the answers."""
    for name in _BESIDE:
        if isinstance(data.get(name), dict):
            del data[name]


def _raise_if_wrong(document: Document) -> None:
    """Tell what is wrong, but no more than somebody would read."""
    problems = document.problems
    if len(problems) > MOST_REFUSED:
        more = f"{len(problems) - MOST_REFUSED} more mistakes below. Mend these first"
        last = problems[MOST_REFUSED - 1]
        problems = [*problems[:MOST_REFUSED], Problem(last.file, last.line, more)]
    if problems:
        raise ContentError(problems)


def _id(written: Any, document: Document) -> str | int | float | None:
    try:
        return checked_id(written)
    except IdError as error:
        document.complain(("id",), str(error))
        return None


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
    twice: set[str] = set()

    def keep(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice.update(name for name, count in Counter(n for n, _ in pairs).items() if count > 1)
        return found

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
    for name in RESERVED:
        document.lines[(name,)] = _first_and_last_line(name, text)[1]
    for name in sorted(twice)[:MOST_REFUSED]:
        first, document.lines[(name,)] = _first_and_last_line(name, text)
        also = f" (also on line {first})" if first != document.lines[(name,)] else ""
        document.complain((name,), f'"{shortened(name)}" stands twice{also}. Keep one of the two')
    return document


def _first_and_last_line(name: str, text: str) -> tuple[int, int]:
    """The first and the last line on which a key stands; the first line where it is not found."""
    if len(name) > LONGEST_KEY:
        return 1, 1
    keys = [key.start() for key in re.finditer(rf'"{re.escape(name)}"\s*:', text)] or [0]
    return text.count("\n", 0, keys[0]) + 1, text.count("\n", 0, keys[-1]) + 1


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
