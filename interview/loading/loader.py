"""Reads a questions folder into content, or reports every problem at once: file, line, remedy."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from interview.content import FOLDERS, SINGLE_FILES, Content, Desk, Model, Papers
from interview.loading.checks.condition_checks import lines_of
from interview.loading.checks.cross_checks import check_and_resolve
from interview.loading.content_paths import files_of
from interview.loading.document import ContentError, Document, Place, Problem
from interview.loading.documents import read_file
from interview.rules import ConditionError, did_you_mean, parse_condition

# Read by those who need them.
_READ_ELSEWHERE = re.compile(
    r"(claims|manifest|packed_editions|(cases|editions|examples|guard)/[^/]+)\.yaml"
)
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class QuestionsFolder:
    """What a questions folder holds: its files with their lines, and what each says.

    A file that cannot be used has no model; `content` is there when nothing is wrong at all.
    """

    documents: dict[str, Document]
    models: dict[str, Model]
    problems: list[Problem]
    content: Content | None


def load_anew(folder: Path) -> Content:
    """Read and check a questions folder; raise ContentError with every problem in it."""
    found = read(folder, for_checks=False)
    if found.content is None:
        raise ContentError(found.problems)
    return found.content


def read(folder: Path, for_checks: bool = True) -> QuestionsFolder:
    """Read a questions folder with the line of everything in it; problems are not raised."""
    documents = {
        name: read_file(path, _shown(folder, path)) for name, path in files_of(folder, for_checks)
    }
    found = {name: model_of(_type_of(name), document) for name, document in documents.items()}
    models = {name: model for name, model in found.items() if model is not None}
    if len(models) == len(documents):
        models = check_and_resolve(models, documents)
    problems = _problems(documents) + _strays(folder, documents)
    return QuestionsFolder(documents, models, problems, None if problems else _assemble(models))


def _strays(folder: Path, documents: dict[str, Document]) -> list[Problem]:
    """Files that look like content, and that nobody reads."""
    read_here = {document.file for document in documents.values()}
    found = []
    for path in sorted(folder.rglob("*.y*ml")):
        shown, inside = _shown(folder, path), path.relative_to(folder).as_posix()
        if shown in read_here or _READ_ELSEWHERE.fullmatch(inside):
            continue
        names = [f"{name}.yaml" for name in SINGLE_FILES]
        near = did_you_mean(inside, names, "Give it a name that is read, or move it")
        found.append(Problem(shown, 1, f"nobody reads this file. {near}"))
    return found


def with_changed_file(folder: QuestionsFolder, name: str, data: Any) -> Content | None:
    """Return the content with one file's data changed, or None where it cannot be used."""
    documents = {
        other: Document(document.file, document.data, document.lines)
        for other, document in folder.documents.items()
    }
    changed = Document(documents[name].file, data, documents[name].lines)
    documents[name] = changed
    model = model_of(_type_of(name), changed)
    if model is None:
        return None
    models = check_and_resolve({**folder.models, name: model}, documents)
    return None if _problems(documents) else _assemble(models)


def _problems(documents: dict[str, Document]) -> list[Problem]:
    found = [problem for document in documents.values() for problem in document.problems]
    return sorted(found, key=lambda problem: (problem.file, problem.line))


def _shown(folder: Path, path: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"


def _type_of(name: str) -> type[Model]:
    return SINGLE_FILES.get(name) or FOLDERS[name.partition("/")[0]]


def model_of(kind: type[M], document: Document) -> M | None:
    """Return what a document says, or None where it cannot be used; its problems say why."""
    if document.problems:
        return None
    if not isinstance(document.data, dict):
        document.complain((), "the file is empty, or not a list of keys with values")
        return None
    try:
        return kind.model_validate(document.data)
    except ValidationError as errors:
        for error in errors.errors():
            place = _line_place(document.data, _place(document.data, error["loc"]))
            document.complain(place, _explain(error, kind), rule_id(document.data, place))
        return _model_without(kind, document, errors)


def _model_without(kind: type[M], document: Document, errors: ValidationError) -> M | None:
    """Return what a file says but for the entries that cannot be used, so that the rest is checked.

    The document loses them too: its places and the model's stay the same.
    """
    entries: set[Place] = set()
    for error in errors.errors():
        place = _place(document.data, error["loc"])
        numbered = [nth for nth, step in enumerate(place) if isinstance(step, int)]
        if not numbered:
            return None
        entries.add(place[: numbered[0] + 1])
    document.left_out |= {rule_id(document.data, entry) for entry in entries} - {""}
    document.leave_out(entries)
    try:
        return kind.model_validate(document.data)
    except ValidationError:
        return None


def _line_place(data: Any, place: Place) -> Place:
    """Inside a condition, the place of the line that cannot be read."""
    for step in place:
        data = data[step]
    for at, line in lines_of(data, place) if isinstance(data, dict) else ():
        try:
            parse_condition(line)
        except ConditionError:
            return at
    return place


def _place(data: Any, loc: tuple[int | str, ...]) -> Place:
    """Keep the steps of pydantic's location that exist in the data, and the missing last one."""
    place: list[int | str] = []
    for step in loc:
        inside = step in data if isinstance(data, dict) else _is_index(step, data)
        if inside:
            data = data[step]
            place.append(step)
    return tuple(place)


def _is_index(step: int | str, data: Any) -> bool:
    return isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)


def rule_id(data: Any, place: Place) -> str:
    """Return the id of the innermost rule or question around a place, or an empty text."""
    found = ""
    for step in place:
        data = data[step]
        if isinstance(data, dict) and isinstance(data.get("id"), str):
            found = data["id"]
    return found


def _explain(error: Any, kind: type[Model]) -> str:
    last = error["loc"][-1] if error["loc"] else ""
    if error["type"] == "extra_forbidden":
        others = [key for key in _all_keys(kind) if key != last]
        return f'"{last}" is not a setting here. {did_you_mean(str(last), others, "Take it out.")}'
    if error["type"] == "missing":
        return f'"{last}" is missing. Add a line "{last}: ..."'
    if error["type"] == "value_error":
        return f"{last}: {error['ctx']['error']}"
    if error["type"] == "literal_error":
        return f'{last}: "{error["input"]}" is not allowed. Allowed: {error["ctx"]["expected"]}'
    if error["type"].startswith("date"):
        return f'{last}: "{error["input"]}" is not a date of the calendar. Write 2007-06-15'
    if error["type"] in ("too_short", "tuple_type", "model_type", "dict_type"):
        return f"{last}: a list or group with at least one entry is needed here"
    return f"{last}: {error['msg']}"


def _all_keys(kind: type[Model]) -> list[str]:
    keys: set[str] = set()
    waiting: list[Any] = [kind]
    while waiting:
        found = waiting.pop()
        waiting += getattr(found, "__args__", ())
        if isinstance(found, type) and issubclass(found, Model):
            keys |= {field.alias or name for name, field in found.model_fields.items()}
            waiting += [field.annotation for field in found.model_fields.values()]
    return sorted(keys)


def _assemble(models: dict[str, Any]) -> Content:
    def under(kind: str) -> dict[str, Any]:
        start = f"{kind}/"
        return {
            name.removeprefix(start): found
            for name, found in models.items()
            if name.startswith(start)
        }

    return Content(
        interview=models["interview"],
        parts=under("parts"),
        states=models["states"],
        oddities=models["oddities"].oddities,
        conditions=models["conditions"],
        criteria={criterion.id: criterion for criterion in models["criteria"].criteria},
        programs={name: under("programs")[name] for name in models["interview"].programs},
        priorities=models["priorities"],
        flags=models["flags"].flags,
        flag_words=models["flags"].where,
        break_outs=models["break_outs"],
        deadlines=models["deadlines"].deadlines,
        circuits=models["circuits"],
        sheet=models["sheet"],
        notes=models["discretion/notes"].notes,
        factors=models["discretion/factors"],
        options=models["discretion/options"],
        reliefs=models["discretion/relief"].reliefs,
        memos=models["discretion/memos"].memos,
        detention=models["discretion/detention"],
        request=models["discretion/request"],
        decisions=models["discretion/decisions"],
        escalation=models["discretion/escalation"],
        advocates=models["discretion/advocates"],
        law=models["law"],
        glossary={word.id: word for word in models["glossary"].words},
        sources={document.id: document for document in models["sources"].sources},
        urgent_door=models["urgent_door"],
        wording=models["wording"],
        pages=models["pages"],
        condition_words=models["condition_words"],
        review_words=models["review_words"],
        contact_words=models["contact_words"],
        papers=Papers(**under("papers")),
        desk=Desk(**under("desk")),
    )
