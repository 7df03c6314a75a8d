"""`interview pack` and `interview unpack`: a facts file in, a text to copy, and back."""

import json
from pathlib import Path

import pytest

from interview.cli.main import main
from interview.content.folders import ROOT
from interview.files import facts_file, packed_text

PERSON = ROOT / "questions" / "examples" / "person.yaml"


@pytest.fixture
def run(runner, tmp_path, monkeypatch):
    """Run a command in an empty folder; `files` are written into it first."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments, text=None, **files):
        for name, written in files.items():
            Path(name).write_text(written, encoding="utf-8")
        return runner.invoke(main, [*arguments], input=text)

    return run


def _answers(text, reader):
    return facts_file.read_facts(text, "a file", "yaml", reader).answers


def test_a_facts_file_comes_back_from_its_text(run, reader):
    packed = run("pack", str(PERSON), "--lang", "es")
    assert (packed.exit_code, packed.stderr) == (0, "")
    unpacked = run("unpack", "-", text=packed.stdout)
    assert (unpacked.exit_code, unpacked.stderr) == (0, "")
    assert unpacked.stdout.startswith("# Language: es. Voice: self.\nanswering_for: self\n")
    assert _answers(unpacked.stdout, reader) == _answers(PERSON.read_text("utf-8"), reader)


@pytest.mark.parametrize("options", [["person", "--input", "json"], ["person.json"]])
def test_json_is_read_by_suffix_or_by_input(run, options):
    written = json.dumps({"answering_for": "client", "significant_offenses": ["unsure", "dui"]})
    packed = run("pack", *options, **{options[0]: written})
    assert run("unpack", "-", text=packed.stdout).stdout == (
        "# Language: en. Voice: client.\nanswering_for: client\n"
        "significant_offenses: [dui, unsure]\n"
    )


def test_what_was_never_said_is_not_in_the_file_that_comes_back(run):
    packed = run("pack", "-", text="held_in: unsure\nfamily: []\nanswering_for:\nid: table 4")
    assert run("unpack", "-", text=packed.stdout).stdout == (
        "# Language: en. Voice: self.\nanswering_for:\nheld_in: unsure\nfamily: []\n"
    )


def test_every_answer_survives_the_file_that_comes_back(content, reader):
    for question in content.questions:
        for value in (*question.value_ids, None):
            chosen = value is not None and question.type == "choices"
            answers = {question.id: frozenset([value]) if chosen else value}
            assert _answers(facts_file.as_yaml(answers, reader), reader) == answers


@pytest.mark.parametrize(
    ("command", "text", "message"),
    [
        ("pack", "detaned: yes", 'standard input:1: detaned: there is no question "detaned"'),
        ("pack", "family: []\nbirth_date: 1850-01",
         "standard input: birth_date: 1850 is too far away. Only years from 1900 to 2100 can"),
        ("unpack", "", "standard input: a letter is wrong or missing"),
        ("unpack", "hello you", "standard input: a letter is wrong or missing"),
        ("unpack", "ümlaut", 'standard input: "Ü" stands in no packed text'),
    ],
)  # fmt: skip
def test_what_cannot_be_read_ends_with_a_sentence_and_status_2(run, command, text, message):
    result = run(command, "-", text=text)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)


def test_the_text_of_another_edition_is_refused(run):
    refused = run("unpack", "-", text=packed_text.to_text(bytes(43)))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.startswith("standard input: this was packed by another edition")


def test_a_file_that_is_not_there_is_said_to_be_missing(run):
    for command in ("pack", "unpack"):
        result = run(command, "nobody.txt")
        assert result.exit_code == 2
        assert "No such file" in result.stderr
