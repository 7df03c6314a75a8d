"""`interview screen --contacts` and `interview check --contacts`: the operator's own file."""

import shutil
from pathlib import Path

from interview.cli import main
from interview.content.folders import ROOT

PERSON = ROOT / "questions" / "examples" / "person.yaml"
PEOPLE = ROOT / "questions" / "examples" / "people.jsonl"
SIX = Path(__file__).parents[1] / "data" / "contacts" / "six.yaml"


def test_one_person_is_screened_with_a_file_of_contacts(runner):
    for output in ("text", "html"):
        found = runner.invoke(
            main, ["screen", str(PERSON), "--contacts", str(SIX), "--format", output]
        )
        assert found.exit_code == 0


def test_a_file_with_a_mistake_is_refused_with_its_line_and_nothing_is_printed(runner, tmp_path):
    broken = tmp_path / "contacts.yaml"
    shutil.copy(SIX, broken)
    broken.write_text(broken.read_text("utf-8").replace("2026-09-06", "soon"), encoding="utf-8")
    found = runner.invoke(main, ["screen", str(PERSON), "--contacts", str(broken)])
    assert (found.exit_code, found.stdout) == (2, "")
    assert f'{broken}:38: checked_on: "soon" is not a date of the calendar.' in found.stderr


def test_rows_of_many_people_take_no_contacts(runner):
    found = runner.invoke(main, ["screen", str(PEOPLE), "--contacts", str(SIX)])
    assert (found.exit_code, found.stdout) == (2, "")
    assert "--contacts is for one person" in found.stderr
