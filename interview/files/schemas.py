"""JSON Schemas of a person's facts, of a result and of each content file, and where they stand."""

import json
from collections.abc import Iterator
from pathlib import Path

from interview.content import (
    DIALECT,
    FOLDERS,
    SINGLE_FILES,
    Contacts,
    Content,
    Languages,
    Question,
    Schema,
    file_schema,
    spellings,
)
from interview.files.result_schema import result_schema
from interview.loading import write_whole
from interview.rules import UNSURE

_YEAR = "(?!0000)[0-9]{4}"
_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_WHOLE_DAY = f"{_YEAR}-{_MONTH}-{_DAY}"
_ANY_DATE = f"{_YEAR}(-{_MONTH}(-{_DAY})?)?"
# A year alone, which others read as a number.
_YEAR_ALONE: Schema = {"type": "integer", "minimum": 1000, "maximum": 9999}


def all_schemas(content: Content) -> dict[str, Schema]:
    """Return every schema of a content by its name."""
    kinds = {name.rpartition("/")[2]: kind for name, kind in SINGLE_FILES.items()} | FOLDERS
    found = {"facts": facts_schema(content), "result": result_schema(content)}
    kinds["languages"] = Languages
    found |= {name: file_schema(kind) for name, kind in sorted(kinds.items())}
    return found | {CONTACTS: _contacts_schema(content)}


def _contacts_schema(content: Content) -> Schema:
    """Return the schema of the operator's own file, with the ids that this content knows."""
    made = file_schema(Contacts)
    keys = made["$defs"]["Contact"]["properties"]
    keys["states"]["items"] = {"enum": [state.id for state in content.states.states]}
    keys["what_for"]["items"] = {"enum": [one.id for one in content.contact_words.purposes]}
    return made


def as_text(schema: Schema) -> str:
    """Return a schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


# ---------------------------------------------------------------- in a questions folder

SCHEMAS = "schemas"
CONTACTS = "contacts"
_FIRST_LINE = "# yaml-language-server: $schema="


def write_schemas(content: Content, folder: Path) -> list[Path]:
    """Bring a questions folder's schemas and first lines up to date; return what was changed."""
    changed = outdated(content, folder)
    (folder / SCHEMAS).mkdir(exist_ok=True)
    for path, text in changed.items():
        write_whole(path, text)
    return list(changed)


def outdated(content: Content, folder: Path) -> dict[Path, str]:
    """Return each file whose schema, or whose first line, is not up to date, with its new text."""
    wanted = {
        folder / SCHEMAS / f"{name}.json": as_text(schema)
        for name, schema in all_schemas(content).items()
    }
    wanted |= {path: _naming(path, place) for path, place in _described(folder)}
    return {path: text for path, text in wanted.items() if not _says(path, text)}


def _described(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file that has a schema, with the schema's place as seen from the file."""
    for name in SINGLE_FILES:
        steps, _, kind = name.rpartition("/")
        yield folder / f"{name}.yaml", f"{'../' if steps else ''}{SCHEMAS}/{kind}.json"
    for inside, kind in [*((name, name) for name in FOLDERS), ("examples", "facts")]:
        for path in sorted((folder / inside).glob("*.yaml")):
            yield path, f"../{SCHEMAS}/{CONTACTS if path.stem == CONTACTS else kind}.json"


def _naming(path: Path, place: str) -> str:
    """A file's text with its schema in the first line, where editors look for it."""
    first, line_end, rest = path.read_text(encoding="utf-8").partition("\n")
    if not first.startswith(_FIRST_LINE):
        rest = f"{first}{line_end}{rest}"
    return f"{_FIRST_LINE}{place}\n{rest}"


def _says(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


# ---------------------------------------------------------------- a person's facts


def facts_schema(content: Content) -> Schema:
    """Return the JSON Schema of a facts file: what each question takes.

    Capitals and spaces around a value, which the product reads too, are not in it.
    """
    states = [state.id for state in content.states.states]
    answers = {question.id: _answer(question, states) for question in content.questions}
    as_of = {"anyOf": [_date(_WHOLE_DAY), {"enum": ["", None]}]}
    person = {"id": {"type": ["string", "number", "null"]}, "as_of": as_of}
    return {
        "$schema": DIALECT,
        "description": "The answers of one person. What is left out is not known.",
        "type": "object",
        "properties": person | answers,
        "additionalProperties": False,
    }


def _answer(question: Question, states: list[str]) -> Schema:
    """What a question takes; empty is not known yet."""
    unknown = [*([UNSURE] if question.unsure else []), "", None]
    values = [spelling for value in question.values for spelling in spellings(value.id)]
    takes: dict[str, Schema] = {
        "yes_no": {"enum": ["yes", "no", "true", "false", True, False, *unknown]},
        "choice": {"enum": [*values, *unknown]},
        "choices": _choices(values),
        "date": {"anyOf": [_date(_ANY_DATE), _YEAR_ALONE, {"enum": unknown}]},
        "state": {"enum": [*states, *unknown]},
    }
    return {"title": question.short.to_self, **takes[question.type]}


def _choices(values: list[str | int]) -> Schema:
    """A list, or one text with ; between the values, or none."""
    either = "|".join([*(value for value in values if isinstance(value, str)), UNSURE])
    return {
        "anyOf": [
            {"enum": ["none", UNSURE, "", None]},
            {"type": "array", "items": {"enum": [*values, UNSURE, "", None]}},
            {"type": "array", "items": {"const": "none"}},
            {"type": "string", "pattern": f"^({either})( ?; ?({either}))*$"},
        ]
    }


def _date(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$"}
