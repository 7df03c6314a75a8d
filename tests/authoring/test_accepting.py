"""`--accept`: a reviewer reads what changed; nothing is written where it must not be."""

import shutil

import pytest

from interview.authoring.check import content_check, manifest
from interview.authoring.texts import Finding
from interview.cli.main import main
from interview.loading import QUESTIONS, read, read_file


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(QUESTIONS, tmp_path / "questions")
    return tmp_path / "questions"


@pytest.fixture
def checked(monkeypatch):
    """Let `check` find what it is told to find; what it finds by itself takes long."""
    found = []
    monkeypatch.setattr(content_check, "check_content", lambda *_: found)
    return found


@pytest.fixture
def accept(runner, copy, checked):
    return lambda command: runner.invoke(main, [command, "--accept", "--questions", str(copy)])


def change(path, before, after):
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def as_written(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# ---------------------------------------------------------------- the manifest


def test_the_manifest_lists_each_kind_of_thing_that_there_is(content):
    there = manifest.listed(read(QUESTIONS))
    assert {"facts", "events", "criteria", "grounds", "flags", "good_factors", "options", "memos",
            "programs", "deadlines", "circuits"} <= {*there}  # fmt: skip
    assert all(there.values())
    assert set(there["facts"]) == set(content.interview.facts_order)
    assert there["flags"] == tuple(flag.id for flag in content.flags)
    assert len(there["events"]) == sum(len(line.events) for line in content.law.timelines)


def test_what_came_and_what_went_is_a_finding_on_its_line_with_what_to_run(copy):
    first, second = read(copy).content.flags[:2]
    change(copy / "flags.yaml", f"- id: {second.id}\n", "- id: a_new_one\n")
    reading = read(copy)
    listed = read_file(copy / "manifest.yaml", "questions/manifest.yaml")
    found = [*manifest.manifest_checks(copy, reading)]
    remedy = "Run: interview check --accept. It writes the list anew, for a reviewer to read."
    assert found == [
        Finding("questions/flags.yaml", reading.documents["flags"].line(("flags", 1)),
                "a_new_one", "manifest", '"a_new_one" is not in the list of flags in manifest.yaml',
                remedy),
        Finding("questions/manifest.yaml", listed.line(("flags", 1)), second.id, "manifest",
                f'there is nothing with the id "{second.id}" among the flags', remedy),
    ]  # fmt: skip
    assert first.id not in str(found)


def test_a_folder_without_a_manifest_is_told_how_to_get_one(copy):
    (copy / "manifest.yaml").unlink()
    [finding] = manifest.manifest_checks(copy, read(copy))
    assert (finding.file, finding.line, finding.check) == ("questions/manifest.yaml", 1, "manifest")
    assert finding.remedy.startswith("Run: interview check --accept.")


def test_accepting_writes_the_manifest_and_the_schemas_and_prints_what_changed(accept, copy):
    facts = read(copy).content.interview.facts_order
    change(copy / "manifest.yaml", f"- {facts[0]}\n", "- shoe_size\n")
    (copy / "schemas" / "facts.json").write_text("{}", encoding="utf-8")
    done = accept("check")
    assert (done.exit_code, done.output.splitlines()) == (0, [
        f"added: facts: {facts[0]}",
        "removed: facts: shoe_size",
        "written: schemas/facts.json",
        "2 changes in manifest.yaml.",
    ])  # fmt: skip
    assert as_written(copy) == {copy / path.relative_to(QUESTIONS): text
                                for path, text in as_written(QUESTIONS).items()}  # fmt: skip


# ---------------------------------------------------------------- the worked cases

CASE = """
- name: "Here: a case of its own."
  as_of: 2015-06-15
  answers: {detained: yes}   # held
  expect: {lane: blue, results: {daca: matches}, level: unknown, grounds: [],
    possible: [1a], flags: [detained],
    escalation: [], status: {dapa: open}}
"""


@pytest.fixture
def wrong_case(copy):
    for path in (copy / "cases").glob("*.yaml"):
        path.unlink()
    (copy / "cases" / "own.yaml").write_text(f"# One.\n{CASE}", encoding="utf-8")
    return copy / "cases" / "own.yaml"


def test_accepting_writes_what_comes_out_and_prints_it_case_by_case(accept, runner, wrong_case):
    done = accept("cases")
    first, *rows, last = done.output.splitlines()
    assert done.exit_code == 0
    assert first == "questions/cases/own.yaml:3: Here: a case of its own."
    assert rows[:2] == ["    lane: blue -> red", "    results.daca: matches -> may_match"]
    assert "    status.dapa: open -> blocked" in rows
    assert last == "1 of 1 cases changed. Does each name still say what is true?"
    text = wrong_case.read_text(encoding="utf-8")
    assert text.startswith("# One.\n" + CASE[: CASE.index("lane: blue")])
    assert "status: {dapa: blocked}}" in text
    copy = str(wrong_case.parent.parent)
    again = runner.invoke(main, ["cases", "--questions", copy])
    assert (again.exit_code, again.output) == (0, "1 of 1 cases hold.\n")


def test_a_case_names_only_the_programs_and_memos_that_it_speaks_of(accept, wrong_case):
    accept("cases")
    [case] = read_file(wrong_case, "").data
    assert case["expect"]["results"] == {"daca": "may_match"}
    assert case["expect"]["status"] == {"dapa": "blocked"}


# ---------------------------------------------------------------- what is refused

ERROR = Finding("questions/flags.yaml", 4, "detained", "content", "wrong", "Mend it.")


@pytest.mark.parametrize("command", ["check", "cases"])
def test_nothing_is_accepted_while_check_has_errors(accept, checked, copy, wrong_case, command):
    checked.append(ERROR)
    before = as_written(copy)
    done = accept(command)
    assert done.exit_code == 2
    assert "so nothing was accepted" in done.stderr
    assert as_written(copy) == before


def test_cases_wait_until_the_manifest_is_accepted(accept, checked, wrong_case):
    checked.append(Finding("questions/flags.yaml", 4, "x", "manifest", "new", "Run it."))
    assert accept("cases").exit_code == 2
    assert accept("check").exit_code == 0


@pytest.mark.parametrize(("command", "file"), [("check", "manifest.yaml"), ("cases", "own.yaml")])
def test_a_folder_that_may_not_be_written_is_a_sentence(
    accept, copy, wrong_case, monkeypatch, command, file
):
    change(copy / "manifest.yaml", "facts:\n", "facts:\n- shoe_size\n")
    before = as_written(copy)

    def refuse(*_args, **_named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("interview.loading.rewriting.tempfile.NamedTemporaryFile", refuse)
    done = accept(command)
    assert done.exit_code == 2
    assert done.stderr.endswith(
        f"{file}:1: this file cannot be written (Permission denied). Nothing in it was changed\n"
    )
    assert as_written(copy) == before
