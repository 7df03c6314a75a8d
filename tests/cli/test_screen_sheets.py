"""`interview screen` on sheets in words: which files are some, and what is told of them."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from interview.cli import main
from interview.loading.folders import QUESTIONS

SHEET = "Ticket\tState\tDetained\n1\tTexas\tno\n2\tMars\t?\n3\t\tSí\n"
REFUSED = (
    'row 3, ticket 2: column B, "State": "Mars" is no answer here. Allowed: a '
    "two-letter state or territory of the United States, or unsure"
)
CHANGES = [
    'row 2, column B, "State": "Texas" taken as TX',
    'row 3, column C, "Detained": "?" taken as unsure',
    'row 4, column C, "Detained": "Sí" taken as yes',
]


IN_OTHER_WORDS = (
    "cells were written in other words, such as Y for yes, and understood. "
    "Add --explain to see each"
)
SHORT = (
    "this sheet has less than half of the questions. What was not asked counted as not known, "
    "which makes many red. Add --partial, to see what can be said"
)


@pytest.fixture
def screen(tmp_path):
    def run(name, data, *options, stdin=None):
        path = name if name == "-" else str(tmp_path / name)
        if name != "-":
            Path(path).write_bytes(data)
        arguments = ["screen", path, "--as-of", "2015-06-15", *options]
        result = CliRunner().invoke(main, arguments, input=stdin)
        result.told = result.stderr.replace(f"{tmp_path}/", "").splitlines()
        return result

    return run


@pytest.mark.parametrize(
    ("name", "data", "delimiter"),
    [
        ("sheet.tsv", SHEET.encode(), "\t"),
        ("sheet.txt", SHEET.encode("utf-16"), "\t"),
        ("sheet.csv", SHEET.replace("\t", ";").encode("cp1252"), ";"),
        ("sheet.csv", SHEET.replace("\t", "|").encode(), ","),
    ],
)
def test_rows_in_words_are_screened_and_a_bad_one_stops_nobody(screen, name, data, delimiter):
    result = screen(name, data)
    lines = result.stdout.removeprefix("\ufeff").splitlines()
    rows = list(csv.DictReader(lines, delimiter=delimiter))
    assert [(row["id"], row["lane"]) for row in rows] == [("1", "red"), ("3", "red")]
    assert "detained" in rows[1]["flags"].split(";") and "detained" not in rows[0]["flags"].split(
        ";"
    )
    assert (result.exit_code, result.told[-4:]) == (
        1,
        [
            f"{name}: 3 {IN_OTHER_WORDS}",
            f"{name}: {REFUSED}",
            f"{name}: {SHORT}",
            f"{name}: 2 screened, 1 refused",
        ],
    )


def test_explain_tells_each_cell_that_was_taken_otherwise(screen):
    result = screen("sheet.tsv", SHEET.encode(), "--explain")
    assert result.told[:3] == [f"sheet.tsv: {change}" for change in CHANGES]


def test_a_sheet_says_what_it_says_and_no_more_before_the_end(screen):
    [row, _] = screen("sheet.tsv", SHEET.encode(), "--partial", "--format", "json").stdout.split(
        "\n", 1
    )
    found = json.loads(row)
    assert (found["so_far"], "state" in found["not_reached"]) == (True, False)


def test_a_sheet_in_which_no_row_settles_the_order_is_asked_for_it(screen):
    data = b"State,Date of birth\nTX,6/7/1990\n"
    refused = screen("sheet.csv", data)
    assert (refused.exit_code, refused.stdout, refused.told) == (
        2,
        "",
        [
            'sheet.csv: row 2, column B, "Date of birth": "6/7/1990" can be two days, and no row '
            "of this column shows if the month or the day stands first. Add --dates mdy where "
            "the month does, or --dates dmy"
        ],
    )
    said = screen("sheet.csv", data, "--dates", "dmy", "--explain")
    assert said.told == [
        "sheet.csv: no column holds numbers of your own, so each person is called by the row. "
        'A column with the heading "id" would',
        'sheet.csv: row 2, column B, "Date of birth": "6/7/1990" taken as 1990-07-06',
        f"sheet.csv: {SHORT}",
    ]
    assert '"row 2",' in said.stdout


def test_labels_beneath_ids_are_read_and_ids_beneath_ids_as_ever(screen):
    in_words = screen("sheet.csv", b"id,detained\n1,Yes\n2,not sure\n")
    assert (in_words.exit_code, in_words.told) == (
        0,
        [f"sheet.csv: 1 {IN_OTHER_WORDS}", f"sheet.csv: {SHORT}"],
    )
    in_ids = screen("sheet.csv", b"id,detained\n1,yes\n1,maybe\n")
    assert in_ids.told == [
        'sheet.csv: line 3: detained: "maybe" is no answer here. Allowed: yes, no, or unsure',
        "sheet.csv: 1 screened, 1 refused",
    ]


@pytest.mark.parametrize("data", [SHEET.encode(), SHEET.encode("utf-16")])
def test_a_sheet_can_come_from_standard_input(screen, data):
    result = screen("-", None, "--input", "csv", "--format", "json", stdin=data)
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["1", "3"]


def test_a_text_with_the_code_of_a_slip_is_one_person(screen, tmp_path):
    (tmp_path / "person.yaml").write_text("detained: yes\n")
    packed = CliRunner().invoke(main, ["pack", str(tmp_path / "person.yaml")])
    result = screen("slip.txt", packed.stdout.encode(), "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["lane"]) == (0, "red")
    wrong = screen("slip.txt", b"hello\n")
    assert (wrong.exit_code, wrong.told[0].startswith("slip.txt: ")) == (2, True)


def test_the_example_in_ids_says_the_same_from_a_workbook(screen):
    import openpyxl

    example = (QUESTIONS / "examples" / "sign_up_sheet.csv").read_text(encoding="utf-8")
    book = openpyxl.Workbook()
    for row in csv.reader(io.StringIO(example)):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    from_book = screen("sheet.xlsx", file.getvalue(), "--format", "json")
    from_text = screen("sheet.csv", example.encode(), "--format", "json")
    assert (from_book.exit_code, from_book.stdout) == (0, from_text.stdout)


def test_options_of_a_sheet_do_not_fit_one_person(screen):
    result = screen("person.yaml", b"detained: yes\n", "--dates", "mdy")
    assert result.told == ["--dates is for many people. Leave it out"]
