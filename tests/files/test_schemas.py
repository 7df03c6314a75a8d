"""The JSON Schemas say what the loader says, of every file and of every way to break one."""

import copy
import datetime
import json
import os
import re
import shutil
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import ValidationError

from interview.cli.main import main
from interview.content import FOLDERS, SINGLE_FILES
from interview.files import ResultWriter, read_cases, schemas
from interview.loading import QUESTIONS, read_file

BROKEN = Path(__file__).parents[1] / "data" / "broken"
FILES = [*SINGLE_FILES, *(f"{kind}/{path.stem}" for kind in FOLDERS
                          for path in sorted((QUESTIONS / kind).glob("*.yaml")))]  # fmt: skip


@pytest.fixture(scope="session")
def validators(content):
    """What judges by each schema, by its name."""
    return {
        name: Draft202012Validator(schema, format_checker=FormatChecker())
        for name, schema in schemas.all_schemas(content).items()
    }


def schema_of(file):
    kind, _, name = file.rpartition("/")
    return kind if kind in FOLDERS else name


def model_of(file):
    return SINGLE_FILES.get(file) or FOLDERS[file.partition("/")[0]]


def data_of(file):
    """A file as this product reads it: every scalar is text."""
    document = read_file(QUESTIONS / f"{file}.yaml", file)
    assert document.problems == []
    return document.data


def model_takes(model, data):
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: true is true, 7 a number, and yes a word."""

    yaml_implicit_resolvers = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?[0-9]+", [*"-+0123456789"]),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^({_pattern})$"), _first)


# ---------------------------------------------------------------- the content files


def test_every_schema_is_one(validators):
    for validator in validators.values():
        validator.check_schema(validator.schema)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("file", FILES)
def test_every_content_file_is_taken_as_we_read_it_and_as_an_editor_does(validators, file):
    validator = validators[schema_of(file)]
    text = (QUESTIONS / f"{file}.yaml").read_text(encoding="utf-8")
    as_edited = yaml.load(text, Loader=Editor)
    found = [*validator.iter_errors(data_of(file)), *validator.iter_errors(as_edited)]
    assert [(list(error.path), error.message) for error in found] == []


# What is no YAML, a schema never sees.
READABLE = [path for path in sorted(BROKEN.glob("*.yaml")) if not read_file(path, "").problems]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_by_its_schema_where_the_model_refuses_it(validators, path):
    document = read_file(path, path.name)
    taken = model_takes(SINGLE_FILES["discretion/decisions"], document.data)
    assert validators["decisions"].is_valid(document.data) == taken


OTHERS = (
    None, "", " ", "x", "7", "yes", "No", "2014-11-20", "2014-02-29", "20141120", "a is b",
    "a = b", "a is before 2014-11-20", "a is before 2014-13", "16 years after b is after as_of",
    "a includes any of b, c", "program a is not b", "ground 1a", "any ground",
    [], ["x"], [[]], {}, {"x": "y"}, {"x": ""}, {"x": "y", "z": "y"}, {"self": "x"},
    {"self": "x", "client": "y"}, {"all": []}, {"all": ["a is b", {"any": ["c is known now"]}]},
    {"none": ["a is b", {"any": ["c is not known"]}]}, {"all": ["a"], "any": ["b"]},
)  # fmt: skip

# Of the places of a long file; an audit takes more of them.
MOST_PLACES = 60 if "NEXT_STEPS_AUDIT" in os.environ else 15


def shortened(data):
    """The data with only so much of each list that every kind of entry is left."""
    if isinstance(data, dict):
        return {key: shortened(part) for key, part in data.items()}
    if not isinstance(data, list):
        return data
    seen, kept = set(), []
    for entry in data:
        keys = set(entry) if isinstance(entry, dict) else set()
        if len(kept) < 4 or not keys <= seen:
            kept.append(shortened(entry))
        seen |= keys
    return kept


def broken(data):
    """Each way to break the data at one place: another value, a key more, a key less."""
    seen = set()

    def places(part, place=()):
        kind = tuple("*" if isinstance(step, int) else step for step in place)
        if place and kind in seen:
            return
        seen.add(kind)
        yield place
        steps = (
            part if isinstance(part, dict) else range(len(part) if isinstance(part, list) else 0)
        )
        for step in steps:
            yield from places(part[step], (*place, step))

    found = list(places(data))
    for place in found[:: 1 + len(found) // MOST_PLACES]:
        for other in OTHERS if place else ():
            changed, holder = opened(data, place)
            holder[place[-1]] = other
            yield place, other, changed
        changed, holder = opened(data, (*place, ""))
        if isinstance(holder, dict):
            holder["colour"] = "red"
            yield place, "a key more", changed
        if place:
            changed, holder = opened(data, place)
            del holder[place[-1]]
            yield place, "gone", changed


def opened(data, place):
    """A copy of the data, and what holds the place in it."""
    changed = copy.deepcopy(data)
    holder = changed
    for step in place[:-1]:
        holder = holder[step]
    return changed, holder


@pytest.mark.sampled(5)
@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_schema_and_loader_agree_on_every_way_to_break_a_file(validators, file):
    model, validator = model_of(file), validators[schema_of(file)]
    data = shortened(data_of(file))
    assert model_takes(model, data)
    disagreed = [
        (place, how)
        for place, how, changed in broken(data)
        if model_takes(model, changed) != validator.is_valid(changed)
    ]
    assert disagreed == []


# ---------------------------------------------------------------- facts


def reader_takes(reader, written):
    return reader.read_all(written)[1] == []


TAKEN = [
    {}, {"detained": None}, {"detained": ""}, {"detained": True}, {"detained": "unsure"},
    {"birth_date": "1994"}, {"birth_date": "1994-03"}, {"birth_date": "1994-03-07"},
    {"birth_date": 1994}, {"birth_date": "unsure"}, {"state": "TX"}, {"family": []},
    {"family": "none"}, {"family": ["none"]}, {"family": ["parent_citizen_lpr", "unsure"]},
    {"family": "parent_citizen_lpr; child_citizen_lpr"}, {"family": [""]},
    {"case_stage": "no_case"}, {"answering_for": "client"},
]  # fmt: skip
REFUSED = [
    {"detaned": "yes"}, {"detained": "maybe"}, {"detained": ["yes"]}, {"detained": 1},
    {"birth_date": "1994-13"}, {"birth_date": "March 1994"}, {"birth_date": "0000-01-01"},
    {"birth_date": "19940307"}, {"birth_date": 7}, {"state": "ZZ"}, {"state": False},
    {"family": ["sister"]}, {"family": ["none", "parent_citizen_lpr"]},
    {"family": "parent_citizen_lpr, child_citizen_lpr"}, {"family": {"a": "b"}},
    {"case_stage": ["no_case"]}, {"answering_for": "unsure"}, {"colour": "red"},
]  # fmt: skip


@pytest.mark.parametrize("written", TAKEN, ids=str)
def test_what_a_question_takes_its_schema_takes(reader, validators, written):
    assert reader_takes(reader, written)
    assert validators["facts"].is_valid(written)


@pytest.mark.parametrize("written", REFUSED, ids=str)
def test_what_a_question_refuses_its_schema_refuses(reader, validators, written):
    assert not reader_takes(reader, written)
    assert not validators["facts"].is_valid(written)


def test_the_answers_of_every_worked_case_and_example_are_facts(reader, validators):
    people = [case.answers for case in read_cases(QUESTIONS, reader)]
    people += [read_file(path, "").data for path in (QUESTIONS / "examples").glob("person*.yaml")]
    assert [person for person in people if not validators["facts"].is_valid(person)] == []


def test_every_value_of_every_question_is_in_the_schema(content, reader, validators):
    for question in content.questions:
        for value in question.value_ids:
            assert validators["facts"].is_valid({question.id: value})


# ---------------------------------------------------------------- a result


def test_the_result_of_every_worked_case_fits_its_schema(screening, reader, validators):
    writer = ResultWriter()
    for case in read_cases(QUESTIONS, reader):
        result = json.loads(
            writer.line(screening.screen(reader.read_all(case.answers)[0], case.as_of))
        )
        assert [error.message for error in validators["result"].iter_errors(result)] == []


def test_a_result_has_every_key_of_its_schema_and_no_other(screening, validators):
    result = screening.screen({}, datetime.date(2015, 6, 15))
    so_far = screening.screen({}, datetime.date(2015, 6, 15), reached=())
    keys, before_the_end = [*result.to_dict()], ["so_far", "not_reached"]
    assert [*so_far.to_dict()] == [*keys, *before_the_end]
    assert validators["result"].schema["required"] == keys
    assert [*validators["result"].schema["properties"]] == [
        "id", *keys, "circuit", *before_the_end, "how_soon", "why",
    ]  # fmt: skip


# ---------------------------------------------------------------- interview schema


def test_the_names_are_listed_and_each_is_printed(runner, content):
    names = runner.invoke(main, ["schema"]).stdout.split()
    assert names[:2] == ["facts", "result"]
    assert set(names[2:]) == {
        "languages",
        "contacts",
        *FOLDERS,
        *(file.rpartition("/")[2] for file in SINGLE_FILES),
    }
    printed = runner.invoke(main, ["schema", "facts"]).stdout
    assert json.loads(printed) == schemas.facts_schema(content)


def test_a_name_that_is_none_is_refused_with_all_that_there_are(runner):
    result = runner.invoke(main, ["schema", "fax"])
    assert result.exit_code == 2
    assert result.stderr.startswith('there is no schema "fax". Schemas: facts, result, ')


def test_the_schemas_and_first_lines_of_the_questions_are_up_to_date(content):
    assert schemas.outdated(content, QUESTIONS) == {}, "run: interview schema --write"


FIRST_LINE = "# yaml-language-server: $schema="


def test_schemas_are_written_and_named_in_the_first_lines_once(runner, tmp_path):
    folder = Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))
    shutil.rmtree(folder / "schemas", ignore_errors=True)
    part = folder / "parts" / "new.yaml"
    part.write_text("title: New\nintro: New\nquestions: []\n", encoding="utf-8")
    interview = folder / "interview.yaml"
    text = interview.read_text(encoding="utf-8").replace("parts: [", "parts: [new, ")
    interview.write_text(text, encoding="utf-8")
    command = ["schema", "--write", "--questions", str(folder)]
    written = runner.invoke(main, command).stdout.splitlines()
    assert {str(part), str(folder / "schemas" / "parts.json")} <= set(written)
    assert part.read_text(encoding="utf-8").splitlines() == [
        f"{FIRST_LINE}../schemas/parts.json", "title: New", "intro: New", "questions: []",
    ]  # fmt: skip
    assert runner.invoke(main, command).stdout == "Every schema is up to date.\n"
