"""Small mistakes planted in the content: who notices, and which ones nobody does."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from interview.authoring.mutate.mutants import Breeder
from interview.authoring.mutate.mutation import SURVIVED, fates
from interview.cli.main import main
from interview.loading.folders import QUESTIONS
from interview.loading.loader import read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(QUESTIONS, tmp_path / "questions")


def without_cases(folder: Path, name: str) -> None:
    (folder / "cases" / name).unlink()


@pytest.mark.sampled(2)
@pytest.mark.parametrize("file", ["discretion/notes", "discretion/detention"])
def test_every_mistake_in_a_file_is_noticed_by_a_case(file):
    survivors = [str(f.mutant) for f in fates(QUESTIONS, file, None) if f.noticed_by == SURVIVED]
    assert survivors == []


def test_each_date_of_a_condition_moves_by_a_day_each_way(content):
    document = read(QUESTIONS).documents["priorities"]
    said = {
        (mutant.before, mutant.after)
        for _, mutant in Breeder(content).mutants("priorities", document)
        if mutant.rule == "3"
    }
    date = "removal_order_date is on or after 2014-01-01"
    assert (date, "removal_order_date is on or after 2013-12-31") in said
    assert (date, "removal_order_date is on or after 2014-01-02") in said
    assert (date, "removal_order_date is after 2014-01-01") in said


def test_the_dates_and_statuses_of_the_law_are_changed_too(content):
    document = read(QUESTIONS).documents["law"]
    said = {str(mutant) for _, mutant in Breeder(content).mutants("law", document)}
    assert {change.partition(": ")[2] for change in said} >= {
        "dapa: 2017-06-15  ->  2017-06-14",
        "dapa: 2017-06-15  ->  2017-06-16",
        "dapa: ended  ->  open",
    }


SETTINGS = [
    ("flags", "theft_arrest: 2025-01-29  ->  2025-01-28"),
    ("flags", "recent_entry: true  ->  false"),
    ("flags", "recent_entry: two_year_proof is yes  ->  two_year_proof is not yes"),
    ("flags", "detained: [bond, habeas]  ->  [habeas]"),
    ("deadlines", "renewal_opens: 150 days before daca_expiry_date"
     "  ->  149 days before daca_expiry_date"),
    ("deadlines", "appeal: it is on or after as_of  ->  it is after as_of"),
    ("circuits", "circuits: 2025-09-05  ->  2025-09-06"),
    ("circuits", "4: 2026-09-10  ->  2026-09-09"),
    ("circuits", "4: yes  ->  open"),
]  # fmt: skip


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("file", "change"), SETTINGS)
def test_days_caution_timelines_deadlines_and_courts_are_changed_too(content, file, change):
    document = read(QUESTIONS).documents[file]
    said = [
        str(mutant).partition(": ")[2] for _, mutant in Breeder(content).mutants(file, document)
    ]
    assert change in said


@pytest.mark.audit
def test_without_its_cases_a_note_has_survivors_and_the_command_lists_them(folder):
    without_cases(folder, "notes.yaml")
    result = CliRunner().invoke(
        main, ["mutate", "--questions", str(folder), "--file", "discretion/notes"]
    )
    assert result.exit_code == 1
    assert "survived: questions/discretion/notes.yaml:" in result.stdout


@pytest.mark.audit
def test_the_command_says_how_many_mistakes_were_noticed():
    result = CliRunner().invoke(main, ["mutate", "--file", "discretion/notes"])
    said = r"(\d+) of \1 mistakes noticed; 0 more change nothing for anybody\.\n"
    assert result.exit_code == 0 and re.fullmatch(said, result.stdout)
