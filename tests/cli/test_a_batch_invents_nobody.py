"""Sheets and lists of people: no person who is not there, none in silence, results safe to open."""

import csv
import io
import json
import time
from pathlib import Path

import pytest

from interview.cli.main import main
from interview.files.ids import LONGEST_ID

# Each way to write nobody, and each id, is much like the one before it.
pytestmark = pytest.mark.sampled(3)
HEADER = "id,any_arrest,any_conviction,significant_offenses"


@pytest.fixture
def screen(runner, tmp_path, monkeypatch):
    """Screen a file of some name and text, in its folder."""
    monkeypatch.chdir(tmp_path)

    def screen(name, text, *options):
        Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return runner.invoke(main, ["screen", name, "--as-of", "2015-06-15", *options])

    return screen


def ids(result):
    """Who was screened."""
    return [json.loads(line).get("id") for line in result.stdout.splitlines()]


def said(result):
    """What was said of the file, but for what is odd about answers."""
    return [line for line in result.stderr.splitlines() if ": odd: " not in line]


# ---------------------------------------------------------------- records


@pytest.mark.parametrize(
    ("rows", "screened"),
    [
        ('1,yes,yes,"dui;\nfirearm"\n2,no,,\n', ["1", "2"]),
        ('1,yes,yes,"\ndui\n;\n\nfirearm\n"\n2,no,,\n', ["1", "2"]),
        ('1,yes,yes,"dui;\r\nfirearm"\r\n2,no,,\r\n', ["1", "2"]),
        ('"1","yes","yes","dui"\n"2","no","",""', ["1", "2"]),
        ('"a ""b"" c",yes,yes,dui\n2,no,,\n', ['a "b" c', "2"]),
        ('"1, the first",yes,yes,dui\n', ["1, the first"]),
    ],
)
def test_a_record_is_what_the_csv_standard_says(screen, rows, screened):
    result = screen("sheet.csv", f"{HEADER}\n{rows}", "--format", "json")
    assert (result.exit_code, said(result), ids(result)) == (0, [], screened)


def test_a_cell_of_two_lines_is_one_answer(screen):
    result = screen("sheet.csv", f'{HEADER}\n1,yes,yes,"dui;\nfirearm"\n', "--format", "json")
    one_line = screen("sheet.csv", f"{HEADER}\n1,yes,yes,dui;firearm\n", "--format", "json")
    assert result.stdout == one_line.stdout


def test_a_header_may_have_a_cell_of_two_lines(screen):
    result = screen("sheet.csv", '"id","detained\n"\n1,yes\n', "--format", "json")
    assert (result.exit_code, ids(result)) == (0, ["1"])


@pytest.mark.parametrize(
    ("rows", "screened", "lines"),
    [
        ('1,yes,yes,"dui;\nfirearm\n2,no,,\n', [], "lines 2 to 4"),
        ('0,no,,\n1,yes,yes,"dui;\nfirearm\n2,no,,\n3,no,,\n', ["0"], "lines 3 to 6"),
        ('1,yes,yes,"dui"x;\nfirearm",no,,\n2,no,,\n', [], "lines 2 to 4"),
        ('1,yes,yes,"dui"x;\nmiddle\nfirearm",no,,"\n2,no,,\n', ["2"], "lines 2 to 4"),
        ('1,yes,yes,5\'10"\n2,no,,\n3,no,,"dui"\n', [], "lines 2 to 4"),
        ('1,yes,yes,a "quoted" word\n2,no,,\n3,no,,"dui"\n', ["2", "3"], "line 2"),
        ('1,yes,yes, "dui"\n2,no,,\n', ["2"], "line 2"),
    ],
)
def test_what_cannot_be_read_is_refused_whole_and_nothing_of_it_is_anybody(
    screen, rows, screened, lines
):
    result = screen("sheet.csv", f"{HEADER}\n{rows}", "--format", "json")
    assert ids(result) == screened
    assert said(result)[0].startswith(f'sheet.csv: {lines}: a quote (") is ')
    assert result.exit_code == (1 if screened else 2)


@pytest.mark.parametrize(
    "empty", [",,,", " , ,,", '"","","",""', ",,,,,,", ";;;".replace(";", ",")]
)
def test_a_row_of_bare_commas_is_nobody_and_is_counted(screen, empty):
    result = screen("sheet.csv", f"{HEADER}\n1,no,,\n{empty}\n{empty}\n", "--format", "json")
    assert (result.exit_code, ids(result)) == (0, ["1"])
    assert said(result) == ["sheet.csv: empty rows left out: 2, the first on line 3"]


@pytest.mark.parametrize("nobody", ["{}", '{"id": null}', '{"id": "", "detained": ""}',
                                    '{"as_of": "2015-06-15"}'])  # fmt: skip
def test_a_line_without_id_and_answer_is_nobody_and_is_counted(screen, nobody):
    result = screen("people.jsonl", f'{nobody}\n{{"id": 1}}\n')
    assert (result.exit_code, ids(result)) == (0, [1])
    assert said(result) == ["people.jsonl: empty rows left out: 1, the first on line 1"]


def test_a_file_of_nothing_but_bare_commas_is_status_2(screen):
    result = screen("sheet.csv", f"{HEADER}\n,,,\n", "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")


# ---------------------------------------------------------------- columns


def test_a_column_without_a_name_is_read_over_while_nothing_is_in_it(screen):
    result = screen("sheet.csv", "id,,detained,,\n1,,yes,,\n2,,no\n", "--format", "json")
    assert (result.exit_code, said(result), ids(result)) == (0, [], ["1", "2"])


def test_what_stands_in_a_column_without_a_name_is_not_lost_in_silence(screen):
    result = screen("sheet.csv", "id,detained,\n1,yes,\n2,no,maybe\n", "--format", "json")
    assert (result.exit_code, ids(result)) == (1, ["1"])
    assert said(result)[0] == (
        'sheet.csv: line 3: column 3 has no name in the header, and here stands "maybe" in it. '
        "Name the column, or empty it"
    )


def test_a_header_without_any_name_is_refused(screen):
    result = screen("sheet.csv", ",,\n1,yes,\n", "--format", "json")
    assert result.exit_code == 2
    assert said(result) == [
        "sheet.csv:1: no column has a name. Write the name of a question above each"
    ]


# ---------------------------------------------------------------- who is who


@pytest.mark.parametrize(
    ("name", "text", "line", "first"),
    [
        ("sheet.csv", "id,detained\n7,yes\n8,no\n7,no\n", 4, 2),
        ("sheet.csv", "id,detained\n7,yes\n 7 ,no\n", 3, 2),
        ("people.jsonl", '{"id": 7}\n{"id": "7"}\n', 2, 1),
    ],
)
def test_the_same_id_twice_is_told_and_nobody_is_lost(screen, name, text, line, first):
    result = screen(name, text, "--format", "json")
    assert result.exit_code == 0
    assert len(ids(result)) == len(text.splitlines()) - name.endswith("csv")
    assert [one for one in result.stderr.splitlines() if "the id" in one] == [
        f'{name}: odd: line {line}: the id "7" stands on line {first} too. Both were screened. '
        "Give each person an id of their own"
    ]


@pytest.mark.parametrize("people", ['[{"id": 1}, {"id": 2}]', '[\n{"id": 1},\n{"id": 2}\n]'])
@pytest.mark.parametrize("name", ["people.json", "people.jsonl", "people.yaml"])
def test_a_list_of_people_is_no_person_and_the_message_says_what_to_do(screen, name, people):
    result = screen(name, people)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "this is a list of people" in result.stderr
    assert "Write one person a line, {...}" in result.stderr


GOOD_IDS = ["7", "Ana de Oaxaca", "Núria", "٣", "x" * LONGEST_ID, "a/b-c.d", "O'Brien", ""]
BAD_IDS = [
    "x" * (LONGEST_ID + 1), "a\tb", "a\nb", "a\x1b[31m", "\x00", "a\u2028b", "a\u202eb", "\x7f",
    "\x85",
]  # fmt: skip


@pytest.mark.parametrize("name", GOOD_IDS)
def test_an_id_that_is_a_name_comes_back_as_it_was(screen, name):
    line = json.dumps({"id": name, "detained": "yes"})
    assert ids(screen("people.jsonl", line)) == [name]
    assert json.loads(screen("p.json", line, "--format", "json").stdout)["id"] == name


@pytest.mark.parametrize("name", [7, -7, 7.5, 0, 1e300])
def test_an_id_may_be_a_number(screen, name):
    assert ids(screen("people.jsonl", json.dumps({"id": name, "detained": "yes"}))) == [name]


@pytest.mark.parametrize(
    "written", [*map(json.dumps, BAD_IDS), "1e400", "-1e400", "true", "[1]", "{}", "9" * 65]
)
def test_an_id_that_is_no_name_is_refused_and_never_echoed(screen, written):
    for file in ("people.jsonl", "person.json"):
        result = screen(file, f'{{"id": {written}, "detained": "yes"}}')
        assert (result.exit_code, result.stdout) == (2, ""), file
        assert ": id: " in result.stderr and "Infinity" not in result.output
        assert all(char.isprintable() or char == "\n" for char in result.stderr)


def test_an_id_of_two_lines_in_a_sheet_is_refused(screen):
    result = screen("sheet.csv", 'id,detained\n"a\nb",yes\n2,no\n', "--format", "json")
    assert (result.exit_code, ids(result)) == (1, ["2"])


# ---------------------------------------------------------------- results in a spreadsheet


@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", " =1", "＝1+1", "-1+1;=2"]
)
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_no_id_is_a_formula_in_a_spreadsheet(screen, name, mark):
    quoted = f'"{name}"'
    result = screen("sheet.csv", f"id{mark}detained\n{quoted}{mark}yes\n")
    [row] = csv.DictReader(io.StringIO(result.stdout), delimiter=mark)
    assert row["id"] == f"'{name}"
    # Also where another country's spreadsheet cuts at another mark, the id stays one cell.
    assert result.stdout.splitlines()[1].startswith(f'"\'{name}"{mark}')


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_results_are_divided_as_the_sheet_is(screen, mark):
    name = "Peña, José; Lucía"
    result = screen("sheet.csv", f'id{mark}detained\n"{name}"{mark}yes\n')
    rows = list(csv.reader(io.StringIO(result.stdout), delimiter=mark))
    assert {len(row) for row in rows} == {len(rows[0])} and len(rows) == 2
    assert (rows[0][:2], rows[1][:2]) == (["id", "lane"], [name, "red"])
    assert "detained;" in rows[1][rows[0].index("flags")]


@pytest.mark.parametrize("begin", ["", "\ufeff"])
def test_results_begin_with_the_mark_of_utf_8_where_the_sheet_does(screen, begin):
    result = screen("sheet.csv", f"{begin}id,detained\nNúria,yes\n")
    assert result.stdout.startswith(f"{begin}id,lane,")
    assert "Núria" in result.stdout
    as_json = screen("sheet.csv", f"{begin}id,detained\nNúria,yes\n", "--format", "json")
    assert as_json.stdout.startswith("{")


# ---------------------------------------------------------------- messages and time

ESCAPES = ["\x1b[2J", "\x07", "\x9b31m", "\x00"]


@pytest.mark.parametrize("escape", ESCAPES)
def test_a_terminal_never_obeys_what_stands_in_a_file(screen, escape):
    files = {
        "key.json": json.dumps({f"{escape}x": "yes"}),
        "value.json": json.dumps({"detained": escape}),
        "key.jsonl": json.dumps({f"{escape}x": "yes"}),
        "value.jsonl": json.dumps({"detained": escape}),
        "twice.json": f'{{{json.dumps(escape)}: 1, {json.dumps(escape)}: 2}}',
        "key.csv": f"id,{escape}\n1,yes\n",
        "value.csv": f"id,detained\n1,{escape}\n",
        "key.yaml": f"{escape}x: yes\n",
        "quoted.yaml": f'"{json.dumps(escape)[1:-1]}": yes\n',
        f"{escape.strip(chr(0))}x.yaml": "detaned: yes\n",
    }  # fmt: skip
    for name, text in files.items():
        result = screen(name, text)
        assert result.exit_code == 2, name
        assert all(char.isprintable() or char == "\n" for char in result.output), name


HUGE = "k" * 10_000_000


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("key.json", f'{{"{HUGE}": "yes"}}'),
        ("key.jsonl", f'{{"{HUGE}": "yes"}}'),
        ("twice.json", f'{{"{HUGE}": 1, "{HUGE}": 2}}'),
        ("twice.jsonl", f'{{"{HUGE}": 1, "{HUGE}": 2}}'),
        ("key.csv", f"id,{HUGE}\n1,yes\n"),
        ("value.csv", f"id,detained\n1,{HUGE}\n"),
        ("quoted.csv", f'id,detained\n1,"{HUGE}\n{HUGE}"\n'),
        ("id.csv", f"id,detained\n{HUGE},yes\n"),
        ("as_of.json", f'{{"as_of": "{HUGE}"}}'),
        ("list.json", f'{{"family": ["none", "{HUGE}"]}}'),
        ("key.yaml", f"{HUGE}: yes\n"),
        ("quoted.yaml", f'? "{HUGE}"\n: yes\n? "{HUGE}"\n: no\n'),
        ("equal.json", "{" + ", ".join(['"detained": "yes"'] * 20_000) + "}"),
        ("equal.jsonl", "{" + ", ".join(['"detained": "yes"'] * 20_000) + "}"),
        ("equal.yaml", "detained: yes\n" * 20_000),
        ("equal.csv", ",".join(["detained"] * 20_000) + "\nyes\n"),
        ("pairs.json", json.dumps({f"d{n}": 1 for n in range(20_000)}).replace("}", ', "d9": 1}')),
        ("pairs.jsonl", json.dumps({f"d{n}": 1 for n in range(20_000)})),
        ("unknown.json", json.dumps({f"detained{n}": "yes" for n in range(20_000)})),
        ("unknown.csv", ",".join(f"detained{n}" for n in range(20_000)) + "\nyes\n"),
        ("deep.json", json.dumps({"family": [{"a": 1}] * 20_000})),
    ],
    ids=lambda value: value if len(value) < 20 else "",
)
def test_a_file_made_to_take_long_is_refused_soon_and_in_few_words(screen, name, text):
    started = time.process_time()
    result = screen(name, text)
    assert time.process_time() - started < 5
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert len(result.output) < 10_000 and len(result.stderr.splitlines()) <= 22


def test_a_sheet_of_one_endless_quote_keeps_nothing_of_it(screen):
    text = "id,detained\n1,yes\n" + '2,"' + "no\n" * 500_000
    result = screen("sheet.csv", text, "--format", "json")
    assert (result.exit_code, ids(result)) == (1, ["1"])
    assert said(result)[0] == (
        'sheet.csv: lines 3 to 500002: a quote (") is opened here and never closed, so nothing '
        "from here on can be read. Close it"
    )
