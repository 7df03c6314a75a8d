"""What is new or changed since an edition, so that a lawyer can sign just that."""

import datetime
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from interview.authoring.review.editions import digests, record, recorded
from interview.authoring.review.signatures import rows
from interview.cli.main import main
from interview.loading import QUESTIONS, read

DAY = datetime.date(2031, 5, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real questions, written down as an edition of its own."""
    copy = Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))
    record(copy, read(copy), "base", DAY)
    return copy


def since(folder: Path) -> dict[str, str]:
    """Every entry that is new or changed since the newest edition."""
    reading, edition = read(folder), recorded(folder)[-1]
    said = digests(reading)
    found = {row.name: edition.since(row.name, said[row.name]) for row in rows(reading)}
    return {name: how for name, how in found.items() if how != "same"}


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_nothing_is_new_where_nothing_was_changed(folder: Path) -> None:
    assert recorded(folder)[-1].name == "base"
    assert since(folder) == {}


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        ("flags", "condition: detained is yes", "condition: detained is no",
         {"flags/detained": "changed"}),
        ("flags", "urgency: now", "urgency: soon", {"flags/detained": "changed"}),
        ("flags", 'advisory: "p. 4"', 'advisory: "p. 5"', {"flags/detained": "changed"}),
        ("flags", "id: detained\n", "id: in_custody\n", {"flags/in_custody": "new"}),
        ("parts/arrival", "The month and the year are enough.", "The month and year do.",
         {"parts/arrival/birth_date": "changed"}),
        ("discretion/memos", "Issued June 15, 2012.", "Issued on June 15, 2012.",
         {"discretion/memos/napolitano_2012": "changed"}),
    ],
    ids=["condition", "urgency", "source", "another id", "hint", "status of a memo"],
)  # fmt: skip
def test_a_change_marks_the_entry_that_it_stands_in_and_no_other(
    folder: Path, file: str, before: str, after: str, told: dict[str, str]
) -> None:
    change(folder / f"{file}.yaml", before, after)
    found = since(folder)
    assert {name: how for name, how in found.items() if name in told} == told
    assert set(found) == set(told)


def test_how_lines_are_broken_and_who_signed_changes_nothing(
    runner: CliRunner, folder: Path
) -> None:
    done = runner.invoke(
        main,
        ["review", "--sign", "flags/detained", "--by", "AB, attorney", "--questions", str(folder)],
    )
    assert done.exit_code == 0, done.output
    text = (folder / "flags.yaml").read_text(encoding="utf-8")
    (folder / "flags.yaml").write_text(re.sub(r"\n {6}(?=[a-z])", "\n       ", text))
    assert since(folder) == {}


def test_a_question_that_moved_to_another_part_is_not_new(folder: Path) -> None:
    edition = recorded(folder)[-1]
    said = edition.entries["parts/arrival/birth_date"]
    assert edition.since("parts/life/birth_date", said) == "same"
    assert edition.since("parts/life/birth_date", "0") == "changed"
    assert edition.since("flags/birth_date", said) == "new"


def test_the_page_marks_it_and_can_show_just_that(runner: CliRunner, folder: Path) -> None:
    change(folder / "flags.yaml", "name: Held by immigration now", "name: Held now by immigration")
    arguments = ["review", "--questions", str(folder)]
    whole = runner.invoke(main, arguments).stdout
    assert whole.count("Changed since this edition (base, 2031-05-01)") == 1
    just = runner.invoke(main, [*arguments, "--new"])
    assert re.findall(r'<th scope="row">(\w+)', just.stdout) == ["detained"]
    assert f"Since the base edition ({DAY}): 0 new, 1 changed" in just.stderr


def test_an_edition_is_written_down_by_its_name(runner: CliRunner, folder: Path) -> None:
    arguments = ["review", "--questions", str(folder), "--record"]
    assert runner.invoke(main, [*arguments, "second"]).exit_code == 0
    assert "second" in [edition.name for edition in recorded(folder)]
    refused = runner.invoke(main, [*arguments, "../second"])
    assert refused.exit_code == 2 and "is no name of an edition" in refused.output


def test_without_an_edition_the_page_marks_nothing_and_new_is_refused(
    runner: CliRunner, folder: Path
) -> None:
    shutil.rmtree(folder / "editions")
    arguments = ["review", "--questions", str(folder)]
    assert "since this edition" not in runner.invoke(main, arguments).stdout
    refused = runner.invoke(main, [*arguments, "--new"])
    assert refused.exit_code == 2 and "no edition was recorded yet" in refused.output
