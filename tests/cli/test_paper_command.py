"""`interview paper slip`, and slips as a file of facts: `screen`, `unpack`."""

import json
from pathlib import Path

import pytest

from interview.cli.main import main
from interview.content.folders import ROOT
from interview.paper import new_event_key

PERSON = ROOT / "questions" / "examples" / "person.yaml"


@pytest.fixture
def run(runner, tmp_path, monkeypatch):
    """Run a command in an empty folder, with a text on its standard input."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, text=None: runner.invoke(main, [*arguments], input=text)


def test_a_slip_opens_with_the_words_that_were_told_beside_it_and_gives_the_same_result(run):
    made = run("paper", "slip", str(PERSON), "--out", "slip.txt")
    assert (made.exit_code, made.stdout) == (0, "")
    words = made.stderr.removeprefix("The four words: ").strip()
    assert words not in Path("slip.txt").read_text("utf-8")
    as_file = run("screen", str(PERSON), "--format", "json")
    day = json.loads(as_file.stdout)["as_of"]
    as_slip = run("screen", "slip.txt", "--format", "json", "--as-of", day, text=words)
    assert (as_slip.exit_code, as_slip.stdout) == (0, as_file.stdout)


@pytest.mark.parametrize("words", ["one two three four", "\n"])
def test_a_slip_stays_shut_for_other_words(run, words):
    run("paper", "slip", str(PERSON), "--out", "slip.txt")
    refused = run("unpack", "slip.txt", text=f"{words}\n")
    assert refused.exit_code != 0
    assert refused.stdout == ""


def test_a_slip_of_an_event_needs_its_key_and_no_words(run):
    new_event_key(Path("key"))
    new_event_key(Path("other"))
    made = run("paper", "slip", str(PERSON), "--out", "slip.txt", "--event-key", "key")
    assert (made.exit_code, made.stderr) == (0, "")
    assert run("unpack", "slip.txt", "--event-key", "key").exit_code == 0
    for options, wrong in (
        ([], "Name the file of its key"),
        (["--event-key", "other"], "another event"),
    ):
        refused = run("unpack", "slip.txt", *options)
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert wrong in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["slip", "--out", "x.pdf"], "slip is made from answers. Name a file of facts after it"),
        (["slip", str(PERSON), "--out", "x.docx"], "slip is a file of the sort .pdf or .txt"),
        (["slip", "nobody.yaml", "--out", "x.pdf"], "nobody.yaml"),
    ],
)
def test_what_cannot_be_made_is_said_and_writes_nothing(run, tmp_path, arguments, wrong):
    refused = run("paper", *arguments)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert wrong in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_year_that_no_slip_can_hold_is_refused_with_the_fact(run):
    Path("old.yaml").write_text("birth_date: 1899-05-01\n", encoding="utf-8")
    refused = run("paper", "slip", "old.yaml", "--out", "x.txt")
    assert (refused.exit_code, refused.stderr) == (
        2, "birth_date: 1899 is too far away. Only years from 1900 to 2100 can be carried\n"
    )  # fmt: skip
