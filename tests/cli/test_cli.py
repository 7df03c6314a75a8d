"""The command line: one person or many, every format, and plain words for what is wrong."""

import csv
import datetime
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from spoken import LANGUAGES

from interview.cli.main import main
from interview.languages import Tongue, translations
from interview.loading.folders import QUESTIONS, TRANSLATIONS

AS_OF = datetime.date(2015, 6, 15)
HELD = {"detained": True, "birth_date": "1994-03", "family": ["child_citizen_lpr"], "state": "TX"}
HELD_YAML = "detained: yes\nbirth_date: 1994-03\nfamily: [child_citizen_lpr]\nstate: tx\n"


@pytest.fixture
def screen(runner, tmp_path, monkeypatch):
    """Write a file, and run `interview screen` on it in its folder."""
    monkeypatch.chdir(tmp_path)

    def screen(name, text, *options):
        if isinstance(text, bytes):
            Path(name).write_bytes(text)
        else:
            Path(name).write_text(text, encoding="utf-8")
        return runner.invoke(main, ["screen", name, "--as-of", "2015-06-15", *options])

    return screen


@pytest.fixture
def expected(screening, reader):
    """What the product concludes of some answers, as its JSON is read."""

    def expected(written, as_of="2015-06-15"):
        answers, refused = reader.read_all(written)
        assert refused == []
        result = screening.screen(answers, datetime.date.fromisoformat(as_of))
        return result.to_dict()

    return expected


def rows_of(result):
    """The JSON lines of a run."""
    return [json.loads(line) for line in result.stdout.splitlines()]


# ---------------------------------------------------------------- one person


@pytest.mark.parametrize(
    ("name", "text", "options"),
    [
        ("person.yaml", HELD_YAML, []),
        ("person.yml", HELD_YAML, []),
        ("person.json", json.dumps(HELD), []),
        ("person.JSON", json.dumps(HELD), []),
        ("person.txt", HELD_YAML, ["--input", "yaml"]),
        ("person", json.dumps(HELD), ["--input", "json"]),
        ("person.yaml", "\ufeff" + HELD_YAML, []),
        ("person.json", "\ufeff" + json.dumps(HELD), []),
    ],
)
def test_one_person_is_read_from_yaml_or_json_by_suffix_or_by_input(
    screen, expected, name, text, options
):
    result = screen(name, text, "--format", "json", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == expected(HELD)


@pytest.mark.parametrize(
    ("text", "options"), [(HELD_YAML, []), (json.dumps(HELD), ["--input", "json"])]
)
def test_a_dash_is_standard_input(runner, expected, text, options):
    result = runner.invoke(
        main, ["screen", "-", "--format", "json", "--as-of", "2015-06-15", *options], input=text
    )
    assert json.loads(result.stdout) == expected(HELD)


def test_json_is_yaml_too_on_standard_input(runner, expected):
    result = runner.invoke(
        main, ["screen", "-", "--format", "json", "--as-of", "2015-06-15"], input=json.dumps(HELD)
    )
    assert json.loads(result.stdout) == expected(HELD)


def test_the_json_of_one_person_has_the_keys_of_the_spec_to_the_letter(screen):
    result = json.loads(screen("person.yaml", HELD_YAML, "--format", "json").stdout)
    assert list(result)[:8] == [
        "as_of", "lane", "programs", "priority", "flags", "missing", "factors", "escalation",
    ]  # fmt: skip
    assert list(result)[8:] == ["options", "memos", "status", "notes", "deadlines", "today"]
    assert result["flags"][0] == {"id": "detained", "urgency": "now"}
    assert result["priority"]["level"] == "unknown"
    assert result["escalation"]["shown"] is True


def test_an_id_is_echoed_and_an_as_of_in_the_file_wins(screen, expected):
    text = f"id: 17-B\nas_of: 2014-12-01\n{HELD_YAML}"
    found = json.loads(screen("person.yaml", text, "--format", "json").stdout)
    assert next(iter(found)) == "id"
    assert found == {"id": "17-B", **expected(HELD, "2014-12-01")}


def test_that_a_day_in_the_file_wins_over_another_one_on_the_command_line_is_said(screen, runner):
    text = f"as_of: 2014-12-01\n{HELD_YAML}"
    said = "person.yaml: as_of: 2014-12-01 stands in the file, and wins over --as-of\n"
    assert screen("person.yaml", text).stderr == said
    assert screen("person.yaml", text, "--as-of", "2014-12-01").stderr == ""
    assert screen("person.yaml", HELD_YAML).stderr == ""
    assert runner.invoke(main, ["screen", "person.yaml"]).stderr == ""
    rows = '{"as_of": "2014-12-01", "detained": "yes"}\n{"detained": "yes"}\n'
    said = "people.jsonl: rows with an as_of of their own, which wins over --as-of: 1\n"
    assert screen("people.jsonl", rows).stderr == said


def test_brief_text_is_what_to_do_now_and_titles(screen):
    brief = screen("person.yaml", HELD_YAML, "--brief").stdout
    whole = screen("person.yaml", HELD_YAML).stdout
    assert brief.split("- How to find a lawyer")[0].rstrip() in whole
    assert len(brief.split()) < len(whole.split()) / 3
    refused = screen("person.yaml", HELD_YAML, "--brief", "--format", "json")
    assert (refused.exit_code, refused.stderr) == (2, "--brief is for --format text\n")


def test_without_as_of_a_screening_is_run_as_of_today(runner):
    before = datetime.date.today()
    result = runner.invoke(main, ["screen", "-", "--format", "json"], input="detained: yes")
    after = datetime.date.today()
    as_of = datetime.date.fromisoformat(json.loads(result.stdout)["as_of"])
    assert before <= as_of <= after


def _red(content):
    return next(lane for lane in content.wording.lanes if lane.id == "red")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_text_of_one_person_is_a_whole_summary_in_either_language(screen, language, content):
    tongue = Tongue(language, "self", translations(TRANSLATIONS, language))
    result = screen("person.yaml", HELD_YAML, "--lang", language)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"\n{tongue.say(content.interview.name)}\n==")
    assert tongue.say(_red(content).headline.on(AS_OF)) in " ".join(result.stdout.split())
    assert (
        result.stdout
        == screen("person.yaml", HELD_YAML, "--lang", language, "--format", "text").stdout
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_one_person_is_one_html_file_in_either_language(screen, language):
    result = screen("person.yaml", HELD_YAML, "--lang", language, "--format", "html")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f'<!doctype html>\n<html lang="{language}">')
    assert result.stdout.rstrip().endswith("</html>")


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Sheet for a lawyer"), ("es", "Hoja para un abogado")]
)
def test_the_sheet_for_a_lawyer_is_one_html_file_in_either_language(screen, language, heading):
    result = screen("person.yaml", HELD_YAML, "--lang", language, "--format", "sheet")
    assert result.stdout.startswith(f'<!doctype html>\n<html lang="{language}">')
    assert f"<h1>{heading}</h1>" in result.stdout
    assert 'data-flag="detained"' in result.stdout


def test_who_is_answering_decides_how_the_summary_speaks(screen, content):
    headline = _red(content).headline.on(AS_OF)
    for voice, text in (("self", headline.to_self), ("client", headline.to_client)):
        said = screen("person.yaml", f"answering_for: {voice}\n{HELD_YAML}").stdout
        assert text in " ".join(said.split())


def test_answers_that_are_off_the_path_are_taken_and_ignored(screen, expected):
    text = "any_arrest: no\nany_conviction: yes\nfelony_label: yes\n"
    result = screen("person.yaml", text, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == expected({"any_arrest": "no"})


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("birth_date: 2017-03-04",
         "birth_date: The birth date March 4, 2017 has not come yet. "
         "Check the month and the year."),
        ("birth_date: 1994\nfirst_arrival_date: 1993",
         "first_arrival_date: The first arrival is 1993, before the birth date 1994. "
         "Check both dates."),
    ],
)  # fmt: skip
def test_an_odd_pair_of_answers_is_warned_about_on_standard_error_and_screened(
    screen, text, warning
):
    result = screen("person.yaml", text, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, f"person.yaml: odd: {warning}\n")
    assert json.loads(result.stdout)["as_of"] == "2015-06-15"


def test_dates_that_only_may_be_odd_are_not_warned_about(screen):
    result = screen("person.yaml", "birth_date: 2003\nfirst_arrival_date: 2003\n")
    assert result.stderr == ""


# ---------------------------------------------------------------- one person refused


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("person.yaml", "in_us_now: yes\ndetaned: yes\n",
         'person.yaml:2: detaned: there is no question "detaned". Did you mean "detained"?'),
        ("person.yaml", "detained: maybe\n",
         'person.yaml:1: detained: "maybe" is no answer here. Allowed: yes, no, or unsure'),
        ("person.json", '{"in_us_now": "yes",\n "detained": "maybe"}',
         'person.json:2: detained: "maybe" is no answer here. Allowed: yes, no, or unsure'),
        ("person.yaml", "detained: yes\nbirth_date: 1994-02-29\n",
         "person.yaml:2: birth_date: 1994-02-29 does not exist. Check the day, the month and the "
         "year"),
        ("person.yaml", "# a comment\n\nas_of: soon\n",
         'person.yaml:3: as_of: "soon" is no date. Write 2015-06-15'),
        ("person.yaml", "detained: yes\ndetained: no\n",
         'person.yaml:2: "detained" stands twice (also on line 1). Keep one of the two'),
        ("person.json", '{"detained": "yes",\n"detained": "no"}',
         'person.json:2: "detained" stands twice (also on line 1). Keep one of the two'),
        ("person.json", '{"detained": yes}',
         "person.json:1: this is not JSON: Expecting value. Look at the quotes and commas here"),
        ("person.yaml", "- detained\n",
         "person.yaml:1: one person is a list of facts with answers, such as detained: no"),
        ("person.yaml", "",
         "person.yaml:1: one person is a list of facts with answers, such as detained: no"),
        ("person.json", "[]",
         "person.json:1: one person is a list of facts with answers, such as detained: no"),
        ("person.yaml", b"state: \xff\n",
         "person.yaml: cannot be read: it is not UTF-8 text. Save it as UTF-8"),
        ("person.doc", "detained: yes\n",
         "person.doc: cannot tell what this file holds. "
         "Add --input yaml, json, slip, jsonl, csv, tsv or xlsx"),
    ],
)  # fmt: skip
def test_what_is_refused_names_the_line_what_is_wrong_and_what_is_allowed(
    screen, name, text, message
):
    result = screen(name, text)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{message}\n")


def test_every_problem_of_a_person_is_told_at_once(screen):
    result = screen("person.yaml", "detaned: yes\nstate: XX\nbirth_date: 1994-13\n")
    assert result.exit_code == 2
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
        "person.yaml:1",
        "person.yaml:2",
        "person.yaml:3",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deep.json", "[" * 100_000),
        ("deep.yaml", "[" * 950 + "]" * 950),
        ("number.json", '{"birth_date": ' + "1" * 5_000 + "}"),
        ("loop.yaml", "family: &x [*x]\n"),
        ("key.yaml", "? [a, b]\n: yes\n"),
    ],
)
def test_a_file_made_to_break_the_reader_is_refused_in_plain_words(screen, name, text):
    result = screen(name, text)
    assert result.exit_code == 2
    assert re.match(rf"{name}:\d+: ", result.stderr)
    assert not re.search(r"Traceback|Node\(|Error\b", result.stderr)


def test_a_file_that_is_not_there_is_said_to_be_missing(runner):
    result = runner.invoke(main, ["screen", "nobody.yaml"])
    assert result.exit_code == 2
    assert result.stderr == "nobody.yaml: cannot be read: No such file or directory\n"


# ---------------------------------------------------------------- many people

SHEET = """\
id,as_of,detained,state,family,birth_date
Ana,,yes,tx,child_citizen_lpr;parent_citizen_lpr,1994-03
,2014-12-01,NO, CA ,none,
Eva,,unsure,,unsure,1994
"""
SHEET_ROWS = [
    {"id": "Ana", "detained": "yes", "state": "TX", "birth_date": "1994-03",
     "family": ["child_citizen_lpr", "parent_citizen_lpr"]},
    {"id": "", "as_of": "2014-12-01", "detained": "no", "state": "CA", "family": []},
    {"id": "Eva", "detained": "unsure", "family": ["unsure"], "birth_date": "1994"},
]  # fmt: skip


def test_a_sign_up_sheet_is_screened_row_by_row(screen, expected):
    result = screen("sheet.csv", SHEET, "--format", "json")
    own = "sheet.csv: rows with an as_of of their own, which wins over --as-of: 1\n"
    assert (result.exit_code, result.stderr) == (0, own)
    found = rows_of(result)
    for row, written in zip(found, SHEET_ROWS, strict=True):
        answers = {fact: value for fact, value in written.items() if fact not in ("id", "as_of")}
        as_of = written.get("as_of", "2015-06-15")
        words = {"how_soon": row["how_soon"], "why": row["why"]}
        assert row == {"id": written["id"], **expected(answers, as_of), **words}


def test_json_lines_are_screened_like_the_sheet(screen):
    lines = "".join(json.dumps(row) + "\n" for row in SHEET_ROWS)
    from_lines = screen("people.jsonl", lines)
    assert rows_of(from_lines) == rows_of(screen("sheet.csv", SHEET, "--format", "json"))
    assert rows_of(screen("people.ndjson", lines)) == rows_of(from_lines)


def test_a_sheet_in_gives_a_sheet_out_unless_asked_otherwise(screen, expected, content):
    result = screen("sheet.csv", SHEET)
    found = list(csv.DictReader(io.StringIO(result.stdout)))
    assert list(found[0]) == [
        "id", "lane", "how_soon", "why", *content.programs, "level", "grounds", "possible", "flags",
        "missing", "escalation",
    ]  # fmt: skip
    ana = expected({key: value for key, value in SHEET_ROWS[0].items() if key != "id"})
    assert found[0] == {
        "id": "Ana",
        "lane": ana["lane"],
        "how_soon": found[0]["how_soon"],
        "why": found[0]["why"],
        **dict.fromkeys(content.programs, ""),
        **{program: judged["result"] for program, judged in ana["programs"].items()},
        "level": ana["priority"]["level"],
        "grounds": ";".join(ana["priority"]["grounds"]),
        "possible": ";".join(ana["priority"]["possible"]),
        "flags": ";".join(flag["id"] for flag in ana["flags"]),
        "missing": ";".join(ana["missing"]),
        "escalation": ";".join(ana["escalation"]["steps"]),
    }


def test_a_program_that_has_not_begun_leaves_its_own_column_empty_and_no_other(screen, content):
    begins = {line.id: line.events[0].date for line in content.law.timelines}
    firsts = {name: begins[program.timeline] for name, program in content.programs.items()}
    days = sorted({day - datetime.timedelta(days=n) for day in firsts.values() for n in (0, 1)})
    sheet = "id,as_of,detained\n" + "".join(f"{n},{day},yes\n" for n, day in enumerate(days))
    rows = list(csv.DictReader(io.StringIO(screen("sheet.csv", sheet).stdout)))
    for day, row in zip(days, rows, strict=True):
        begun = {name for name in content.programs if row[name]}
        assert begun == {name for name, first in firsts.items() if first <= day}, day
        assert (row["lane"], row["flags"].split(";")[0]) == ("red", "detained")


def test_json_lines_in_can_give_a_sheet_out(screen):
    result = screen("people.jsonl", '{"id": 7, "detained": "yes"}\n\n{"detained": "no"}\n',
                    "--format", "csv")  # fmt: skip
    assert [row["id"] for row in csv.DictReader(io.StringIO(result.stdout))] == ["7", ""]


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_sheet_may_be_divided_by_semicolons_or_tabs(screen, mark):
    lists_by_comma = "id,detained,state\nAna,yes,TX\n".replace(",", mark)
    [found] = rows_of(screen("sheet.csv", lists_by_comma, "--format", "json"))
    assert found["id"] == "Ana"
    assert found["flags"][0]["id"] == "detained"


def test_a_sheet_saved_by_a_spreadsheet_program_is_read(screen):
    text = '\ufeffid,detained\r\n"Ana, of Oaxaca",yes\r\n\r\nLuis,no\r\n'
    found = rows_of(screen("sheet.csv", text.encode(), "--format", "json"))
    assert [row["id"] for row in found] == ["Ana, of Oaxaca", "Luis"]


def test_bad_rows_are_reported_with_their_lines_and_the_others_are_screened(screen):
    text = (
        "id,detained,birth_date\nAna,yes,1994\nLuis,maybe,1994-02-29\nEva,no,1994,extra\nRosa,no\n"
    )
    result = screen("sheet.csv", text, "--format", "json")
    assert result.exit_code == 1
    assert [row["id"] for row in rows_of(result)] == ["Ana", "Rosa"]
    assert result.stderr.splitlines() == [
        'sheet.csv: line 3: detained: "maybe" is no answer here. Allowed: yes, no, or unsure; '
        "birth_date: 1994-02-29 does not exist. Check the day, the month and the year",
        "sheet.csv: line 4: 4 cells, and the header has only 3 columns",
        "sheet.csv: 2 screened, 2 refused",
    ]


def test_bytes_that_are_no_text_refuse_their_row_and_no_other(screen):
    rows = ["id,detained", "1,yes", "Pe\u00f1a,yes", "3,no"]
    result = screen("sheet.csv", "\n".join(rows).encode("latin-1"), "--format", "json")
    assert [row["id"] for row in rows_of(result)] == ["1", "3"]
    assert result.stderr.splitlines() == [
        "sheet.csv: line 3: this is not UTF-8 text. Save the file as UTF-8",
        "sheet.csv: 2 screened, 1 refused",
    ]


def test_an_empty_line_above_the_header_does_not_hide_it(screen):
    [found] = rows_of(screen("sheet.csv", "\nid,detained\n1,yes\n", "--format", "json"))
    assert found["flags"][0]["id"] == "detained"


def test_bad_json_lines_are_reported_with_their_lines_and_the_others_are_screened(screen):
    text = (
        '{"id": 1, "detained": "yes"}\n'
        '{"id": 2, "detained": yes}\n'
        "[1]\n"
        '{"id": 4, "detained": "yes", "detained": "no"}\n'
        '{"id": 5, "as_of": "soon"}\n'
        '{"id": 6, "detaned": "yes"}\n'
        '{"id": 7}\n'
    )
    result = screen("people.jsonl", text)
    assert result.exit_code == 1
    assert [row["id"] for row in rows_of(result)] == [1, 7]
    assert result.stderr.splitlines() == [
        "people.jsonl: line 2: not JSON: Expecting value at character 23",
        "people.jsonl: line 3: a line holds one person: {...}",
        'people.jsonl: line 4: "detained" stands twice',
        'people.jsonl: line 5: as_of: "soon" is no date. Write 2015-06-15',
        'people.jsonl: line 6: detaned: there is no question "detaned". Did you mean "detained"?',
        "people.jsonl: rows with an as_of of their own, which wins over --as-of: 1",
        "people.jsonl: 2 screened, 5 refused",
    ]


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("people.jsonl", "[" * 100_000),
        ("people.jsonl", '{"birth_date": ' + "1" * 5_000 + "}"),
        ("people.jsonl", '{"id": "\\ud800"}'),
        ("people.jsonl", '{"id": NaN}'),
        ("people.csv", "9," + "x" * 200_000),
        ("people.csv", "9,\0yes"),
        ("people.csv", '"9,yes"'),
        ("people.csv", '9,"yes"no'),
        ("people.jsonl", '{"id": "9", "detained": "yes", "detained" :"no"}'),
    ],
    ids=[
        "nested too deep",
        "a number too long",
        "half a character",
        "not a number",
        "a cell too long",
        "a zero",
        "a quote that swallows a cell",
        "a quote closed too early",
        "one question twice",
    ],
)
def test_a_row_made_to_break_the_reader_stops_nobody_else(screen, name, bad):
    if name.endswith("csv"):
        text = f"id,detained\n1,yes\n{bad}\n2,no\n"
    else:
        text = f'{{"id": "1"}}\n{bad}\n{{"id": "2"}}\n'
    result = screen(name, text, "--format", "json")
    assert result.exit_code == 1
    assert [row["id"] for row in rows_of(result)] == ["1", "2"]
    line = 3 if name.endswith("csv") else 2
    assert result.stderr.startswith(f"{name}: line {line}: ")


def test_odd_answers_of_a_row_are_warned_about_with_its_line(screen):
    result = screen("sheet.csv", "id,birth_date\n1,1994\n2,2017\n", "--format", "json")
    assert result.exit_code == 0
    assert result.stderr == (
        "sheet.csv: odd: line 3: birth_date: The birth date 2017 has not come yet. "
        "Check the month and the year.\n"
    )


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("sheet.csv", "id,detaned,birth_date,birth_date\n1,yes,1994,1994\n",
         'sheet.csv:1: there is no question "detaned". Did you mean "detained"?\n'
         'sheet.csv:1: the column "birth_date" stands twice\n'),
        ("sheet.csv", "id,detained\n1,maybe\n",
         'sheet.csv: line 2: detained: "maybe" is no answer here. Allowed: yes, no, or unsure\n'
         "sheet.csv: nobody could be screened (1 rows refused)\n"),
        ("sheet.csv", "", "sheet.csv: nobody could be screened (0 rows refused)\n"),
        ("sheet.csv", "d\u00e9tenu\n".encode("latin-1"),
         "sheet.csv:1: this is not UTF-8 text. Save the file as UTF-8\n"),
        ("sheet.csv", "id,detained\n",
         "sheet.csv: nobody could be screened (0 rows refused)\n"),
        ("people.jsonl", "\n", "people.jsonl: nobody could be screened (0 rows refused)\n"),
        ("sheet.csv", "id,detained\nPe\u00f1a,yes\n".encode("latin-1"),
         "sheet.csv: line 2: this is not UTF-8 text. Save the file as UTF-8\n"
         "sheet.csv: nobody could be screened (1 rows refused)\n"),
    ],
)  # fmt: skip
def test_where_nobody_can_be_read_the_status_is_2(screen, name, text, message):
    result = screen(name, text, "--format", "json")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


@pytest.mark.parametrize(
    ("name", "output", "message"),
    [
        (
            "person.yaml",
            "csv",
            "--format csv does not fit yaml: choose text or json or html or sheet\n",
        ),
        ("sheet.csv", "html", "--format html does not fit csv: choose json or csv or xlsx\n"),
        ("people.jsonl", "text", "--format text does not fit jsonl: choose json or csv or xlsx\n"),
    ],
)
def test_a_format_that_does_not_fit_is_refused(screen, name, output, message):
    result = screen(name, "", "--format", output)
    assert (result.exit_code, result.stderr) == (2, message)


def _run(*arguments, folder, text=None):
    """Run the command in a process of its own, as a shell does."""
    return subprocess.run(
        [sys.executable, "-c", "from interview.cli import main; main()", *arguments],
        cwd=folder, input=text, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_several_processes_give_the_same_lines_in_the_same_order(tmp_path):
    rows = [
        {"id": number, "detained": ("yes", "no", "maybe")[number % 3]}
        for number in range(1_201)
    ]  # fmt: skip
    (tmp_path / "people.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    one, two = (
        _run("screen", "people.jsonl", "--as-of", "2015-06-15", "--processes", number,
             folder=tmp_path)
        for number in ("1", "2")
    )  # fmt: skip
    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)
    assert (one.returncode, len(one.stdout.splitlines())) == (1, 801)


def test_many_people_can_come_from_standard_input(tmp_path):
    result = _run("screen", "-", "--input", "csv", "--format", "json", folder=tmp_path,
                  text="id,detained\nAna,yes\nNúria,no\n")  # fmt: skip
    assert (result.returncode, result.stderr) == (0, "")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["Ana", "Núria"]


# ---------------------------------------------------------------- a changed copy of the questions


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))


def _change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_changed_copy_decides_by_its_own_rules(runner, copy):
    _change(copy / "flags.yaml", "condition: detained is yes", "condition: detained is no")
    result = runner.invoke(
        main, ["screen", "-", "--format", "json", "--questions", str(copy)], input="detained: no"
    )
    assert "detained" in [flag["id"] for flag in json.loads(result.stdout)["flags"]]


def test_a_sheet_out_names_each_program_above_its_result_whatever_their_order(
    runner, copy, tmp_path, content
):
    as_shown, other_way_round = [*content.programs], [*reversed(content.programs)]
    _change(copy / "interview.yaml", f"[{', '.join(as_shown)}]", f"[{', '.join(other_way_round)}]")
    (tmp_path / "sheet.csv").write_text("birth_date,child_2014_11_20\n1970,us_citizen\n")
    arguments = ["screen", str(tmp_path / "sheet.csv"), "--as-of", "2015-06-15"]
    [plain] = csv.DictReader(io.StringIO(runner.invoke(main, arguments).stdout))
    changed_arguments = [*arguments, "--questions", str(copy)]
    [changed] = csv.DictReader(io.StringIO(runner.invoke(main, changed_arguments).stdout))
    assert changed == plain


def test_a_broken_copy_is_refused_with_everything_that_is_wrong(runner, copy):
    _change(copy / "flags.yaml", "urgency: now", "urgency: today")
    result = runner.invoke(main, ["screen", "-", "--questions", str(copy)], input="detained: no")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("The questions cannot be used:\nquestions/flags.yaml:")
    assert "\"today\" is not allowed. Allowed: 'now', 'soon' or 'before'" in result.stderr


def test_a_copy_with_a_text_that_has_no_spanish_speaks_english_and_says_so(runner, copy, content):
    chip = _red(content).chip.to_self
    _change(copy / "wording.yaml", f'chip: "{chip}"', f'chip: "{chip}, now"')
    result = runner.invoke(
        main, ["screen", "-", "--questions", str(copy), "--lang", "es"], input="detained: yes"
    )
    assert result.exit_code == 0
    assert result.stderr == "1 texts have no up-to-date es translation; showing English.\n"
    assert f"[{chip}, now]" in result.stdout


# ---------------------------------------------------------------- the worked cases


def test_all_worked_cases_hold(runner):
    result = runner.invoke(main, ["cases"])
    assert result.exit_code == 0
    assert re.fullmatch(r"(\d+) of \1 cases hold\.\n", result.stdout)


def test_a_changed_rule_makes_cases_fail_with_what_was_expected_and_what_came_out(runner, copy):
    _change(copy / "criteria.yaml", "birth_date is on or after 1981-06-16",
            "birth_date is on or after 1981-06-17")  # fmt: skip
    result = runner.invoke(main, ["cases", "--questions", str(copy)])
    assert result.exit_code == 1
    assert re.search(r"^questions/cases/\w+\.yaml:\d+: .+\.$", result.stdout, re.MULTILINE)
    assert (
        "    results: expected {'daca': 'matches', " in result.stdout
        and "}, got {'daca': 'does_not_match', " in result.stdout
    )


CASE = """\
- name: Someone who is held must see a lawyer today.
  as_of: 2015-06-15
  answers: {detained: yes}
  expect: {lane: red, results: {}, level: none, grounds: [], possible: [], flags: [],
    escalation: []}
"""


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("detained: yes", "detaned: yes",
         '3: there is no question "detaned". Did you mean "detained"?'),
        ("as_of: 2015-06-15", "as_of: 2015-06-31",
         '2: as_of: "2015-06-31" is no date. Write 2015-06-15'),
        ("  as_of: 2015-06-15\n", "", '1: "as_of" is missing. Add a line "as_of: ..."'),
        ("lane: red, ", "", '4: "lane" is missing under expect'),
        ("lane: red", "lane: red, colour: red", '4: "colour" is nothing that a case can expect'),
        ("  answers", "  because: x\n  answers", '3: "because" is not a setting of a case. '
         "Take it out"),
        (CASE, "name: no list\n", "1: a file of cases is a list: each case begins with - name:"),
        (CASE, "- held\n", "1: a case begins with name:"),
    ],
    ids=lambda value: "" if value == CASE else None,
)  # fmt: skip
def test_a_case_that_cannot_be_used_is_reported_with_its_line(runner, copy, old, new, problem):
    (copy / "cases" / "new.yaml").write_text(CASE.replace(old, new), encoding="utf-8")
    result = runner.invoke(main, ["cases", "--questions", str(copy)])
    assert result.exit_code == 2
    assert f"questions/cases/new.yaml:{problem}" in result.stderr.splitlines()


# ---------------------------------------------------------------- help

COMMANDS = sorted(main.list_commands(click.Context(main)))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(runner, command):
    result = runner.invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {command}")
    assert "Error" not in result.stdout


def test_every_command_that_reads_questions_takes_another_folder_of_them(runner):
    for command in COMMANDS:
        help_text = runner.invoke(main, [command, "--help"]).stdout
        # What is kept for a start is of the product itself.
        assert "--questions" in help_text or command in ("cache", "diff", "event"), command


def test_the_commands_of_the_product_are_there(runner):
    assert {"screen", "cases", "texts"} <= set(COMMANDS)
    assert runner.invoke(main, ["-h"]).exit_code == 0
    assert re.search(r"\d+\.\d+\.\d+", runner.invoke(main, ["--version"]).stdout)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["screen", "-", "--as-of", "tomorrow"],
         "Error: Invalid value for '--as-of': \"tomorrow\" is no date. Write 2015-06-15\n"),
        (["screen", "-", "--lang", "fr"],
         "Error: Invalid value for '--lang': 'fr' is not one of 'en', 'es'.\n"),
        (["screen", "-", "--questions", "nowhere"],
         "Error: Invalid value for '--questions': Directory 'nowhere' does not exist.\n"),
        (["screen"], "Error: Missing argument 'FACTS'.\n"),
    ],
)  # fmt: skip
def test_a_wrong_option_is_refused_with_what_is_allowed(runner, arguments, message):
    result = runner.invoke(main, arguments)
    assert result.exit_code == 2
    assert result.stderr.endswith(message)
