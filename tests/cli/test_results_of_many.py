"""The results of many people as a clinic takes them away: in words, sorted, as a workbook."""

import csv
import io
import json
from pathlib import Path

import pytest

from interview.cli.main import main
from interview.cli.screening import written_results
from interview.content import LANES

openpyxl = pytest.importorskip("openpyxl")

SHEET = """\
id,detained,removal_date_set,hearing_soon,case_stage,in_us_now,last_entry_date,immigration_status
calm,no,no,no,no_case,yes,1999,lpr
held,yes,no,no,no_case,yes,1999,none
=2+3,no,no,no,in_proceedings,yes,1999,none
"""


@pytest.fixture
def run(runner, tmp_path, monkeypatch):
    """Write a file, and run a command in its folder."""
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text(SHEET, encoding="utf-8")

    def run(command, *options):
        return runner.invoke(main, [command, *options])

    return run


def screened(run, *options):
    result = run("screen", "people.csv", "--as-of", "2026-11-30", *options)
    said = "out.xlsx: 3 people: 1 red, 1 orange, 1 yellow, 0 blue; 0 not read\n"
    assert (result.exit_code, result.stderr) == (0, "")
    assert (result.stdout == said) == ("--out" in options)
    return result


@pytest.mark.parametrize(
    ("language", "soon"),
    [
        ("en", {"red": "Red: today", "orange": "Orange: in the next days"}),
        ("es", {"red": "Rojo: hoy", "orange": "Naranja: en los próximos días"}),
    ],
)
def test_a_sheet_and_lines_say_how_soon_and_why_in_words(run, language, soon):
    as_csv = screened(run, "--lang", language).stdout
    as_lines = screened(run, "--lang", language, "--format", "json").stdout
    found = list(csv.DictReader(io.StringIO(as_csv)))
    lines = [json.loads(line) for line in as_lines.splitlines()]
    words = ("lane", "how_soon", "why")
    assert [[row[key] for key in words] for row in found] == [
        [line[key] for key in words] for line in lines
    ]
    by_id = {row["id"]: row for row in found}
    assert [*by_id] == ["calm", "held", "'=2+3"]
    assert by_id["held"]["how_soon"] == soon["red"]
    assert by_id["'=2+3"]["how_soon"] == soon["orange"]
    # Another country's spreadsheet cuts at ; and : is in the words.
    assert f'held,red,"{soon["red"]}","' in as_csv
    assert not as_csv.startswith("\ufeff")


@pytest.mark.parametrize("output", ["csv", "json"])
def test_who_cannot_wait_comes_first_where_it_is_asked_for(run, output):
    options = ("--format", output, "--sort", "urgency")
    text = screened(run, *options).stdout
    rows = (
        list(csv.DictReader(io.StringIO(text)))
        if output == "csv"
        else [json.loads(line) for line in text.splitlines()]
    )
    lanes = [LANES.index(row["lane"]) for row in rows]
    assert lanes == sorted(lanes)
    assert [row["id"].lstrip("'") for row in rows] == ["held", "=2+3", "calm"]
    # Two processes sort alike.
    assert screened(run, *options, "--processes", "2").stdout == text


def test_a_workbook_is_written_with_words_beside_the_ids(run):
    screened(run, "--format", "xlsx", "--lang", "es", "--sort", "urgency", "--out", "out.xlsx")
    sheet = openpyxl.load_workbook("out.xlsx").active
    names = [cell.value for cell in sheet[2]]
    rows = [
        dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=3, values_only=True)
    ]
    assert [(row["id"], row["lane"], row["how_soon"]) for row in rows][:2] == [
        ("held", "Rojo", "Rojo: hoy"),
        ("=2+3", "Naranja", "Naranja: en los próximos días"),
    ]
    as_csv = screened(run, "--lang", "es", "--sort", "urgency").stdout
    for row, line in zip(rows, csv.DictReader(io.StringIO(as_csv)), strict=True):
        said = {key: value or "" for key, value in row.items() if key not in ("id", "lane")}
        assert said == {key: value for key, value in line.items() if key not in ("id", "lane")}


def test_a_workbook_goes_to_standard_output_too(run):
    screened(run, "--format", "xlsx", "--out", "out.xlsx")
    result = run("screen", "people.csv", "--as-of", "2026-11-30", "--format", "xlsx")
    assert result.stdout_bytes == Path("out.xlsx").read_bytes()


def test_more_people_than_memory_is_meant_for_are_not_kept(run, monkeypatch):
    monkeypatch.setattr(written_results, "MOST_TOGETHER", 2)
    result = run("screen", "people.csv", "--sort", "urgency")
    assert (result.exit_code, result.stderr) == (
        2,
        "people.csv: these are more than 2 people, too many to be sorted or put into a workbook "
        "at once. Leave that out, or screen them in several files\n",
    )
    assert run("screen", "people.csv").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["person.yaml", "--sort", "urgency"], "--sort is for many people. Leave it out\n"),
        (["person.yaml", "--out", "a.csv"], "--out is for many people. Leave it out\n"),
        (["person.yaml", "--explain"], "--explain is for many people. Leave it out\n"),
        (["person.yaml", "--format", "xlsx"],
         "--format xlsx does not fit yaml: choose text or json or html or sheet\n"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused(run, arguments, message):
    Path("person.yaml").write_text("detained: yes\n")
    result = run("screen", *arguments)
    assert (result.exit_code, result.stderr) == (2, message)


def test_a_sign_up_sheet_is_written_in_a_language(run):
    assert run("sheet", "a.xlsx", "--lang", "es").output == ""
    assert openpyxl.load_workbook("a.xlsx").sheetnames[0] == "Personas"
    assert run("sheet", "b.xlsx", "--facts", "all").output == ""
    columns = [
        openpyxl.load_workbook(name).worksheets[0].max_column for name in ("a.xlsx", "b.xlsx")
    ]
    assert columns[0] < 20 < columns[1]
    result = run("sheet", "a.csv")
    said = "a.csv: a sign-up sheet is a file of the sort .xlsx. Name it so\n"
    assert (result.exit_code, result.stderr) == (2, said)


def test_an_id_that_stands_twice_is_told_and_nobody_is_lost(run):
    Path("people.csv").write_text("id,detained\n7,yes\n7,no\n")
    result = run("screen", "people.csv", "--sort", "urgency", "--format", "json")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["7", "7"]
    assert 'line 3: the id "7" stands on line 2 too. Both were screened.' in result.stderr


def test_who_cannot_be_read_stands_on_top_of_the_workbook_and_is_counted(run):
    Path("people.csv").write_text("id,detained\n7,yes\n8,perhaps\n")
    result = run("screen", "people.csv", "--out", "out.xlsx")
    assert result.exit_code == 1
    assert "out.xlsx: 1 people: 1 red, 0 orange, 0 yellow, 0 blue; 1 not read\n" in result.stdout
    book = openpyxl.load_workbook("out.xlsx").active
    [first, second] = book.iter_rows(min_row=3, max_col=4, values_only=True)
    assert first[:3] == (None, "Not read", None) and first[3].startswith("line 3: detained: ")
    assert second[0] == "7"


def test_before_the_end_each_result_names_what_nobody_asked(run):
    Path("people.csv").write_text("id,detained\n7,no\n")
    [row] = csv.DictReader(io.StringIO(run("screen", "people.csv", "--partial").stdout))
    assert row["why"].startswith("Not asked yet: In the United States now; ")


@pytest.mark.parametrize("output", ["csv", "json"])
def test_before_the_end_nobody_is_told_what_another_was_not_asked(run, output):
    """Two people with the same flags, none, of whom the second was asked one thing more."""
    rows = ["id,detained,in_us_now\n", "7,no,\n", "8,no,yes\n"]
    Path("people.csv").write_text("".join(rows))
    together = run("screen", "people.csv", "--partial", "--format", output).stdout
    Path("people.csv").write_text("".join((rows[0], rows[2])))
    alone = run("screen", "people.csv", "--partial", "--format", output).stdout
    assert together.splitlines()[-1] == alone.splitlines()[-1]


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl", "out.xlsx"])
def test_a_file_of_results_stands_only_once_it_is_whole(run, name, monkeypatch):
    assert run("screen", "people.csv", "--out", name).exit_code == 0
    whole = Path(name).read_bytes()
    assert whole.startswith(b"\xef\xbb\xbf") == (name == "out.csv")
    monkeypatch.setattr(written_results, "MOST_TOGETHER", 1)
    broken = run("screen", "people.csv", "--sort", "urgency", "--out", name)
    assert broken.exit_code == 2
    assert Path(name).read_bytes() == whole
    assert sorted(path.name for path in Path().iterdir() if "begun" in path.name) == []
    Path("nobody.csv").write_text("id,detained\n8,perhaps\n")
    assert run("screen", "nobody.csv", "--out", f"none-{name}").exit_code == 2
    assert not Path(f"none-{name}").exists()
