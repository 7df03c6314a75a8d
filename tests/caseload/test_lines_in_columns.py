"""JSON lines of many people give the same bytes in columns as one by one."""

import csv
import datetime
import io
import json
from dataclasses import fields, replace

import pytest
from people import people

from interview.caseload.lines import LineScreening, can_be_in_columns
from interview.caseload.lines.screening_lines import SMALLEST
from interview.content import LANES
from interview.files import batch, read_cases, rows
from interview.languages import read_languages, tongue_of
from interview.loading import QUESTIONS, TRANSLATIONS
from interview.screening import AnswerReader

DAY = datetime.date(2026, 11, 30)
TONGUES = {
    language: tongue_of(TRANSLATIONS, read_languages(TRANSLATIONS), language, "client")
    for language in ("en", "es")
}


def _lines(count=400):
    found = [json.dumps({"id": f"p{n}", **row}, ensure_ascii=n % 2 == 0)
             for n, row in enumerate(people(count, 37, DAY))]  # fmt: skip
    return found


UNUSUAL = [
    '{"detained": "perhaps"}', '{"detaind": "yes"}', "not JSON", "[1, 2]", "{}", '{"id": "x"}',
    '{"id": 7, "detained": "yes"}', '{"id": "", "detained": "yes"}', '{"detained": true}',
    '{"id": "a\\tb", "detained": "no"}', '{"id": "\\ud800", "detained": "no"}',
    '{"detained": "yes", "detained": "no"}', '{"as_of": "2015-06-15", "detained": "yes"}',
    '{"family": "none"}', '{"family": "child_citizen_lpr;unsure"}', '{"family": ""}',
    '{"family": ["none", "unsure"]}', '{"family": []}', '{"family": null, "detained": " YES "}',
    '{"detained": "yes"} {"detained": "no"}', '{"detained": "yes"', '"detained": "no"}',
    '{"birth_date": "1990-02-30"}', '{"birth_date": "0001-01-01"}', '{"birth_date": "9999"}',
    '{"id": "\\"family\\": \\"none\\"", "detained": "no"}', '{"detained": NaN}',
    '{"id": "Señora Ñ", "state": "ca"}', '{"detained": ["yes"]}', '   {"detained": "no"}   ',
    # Escapes, and lists that are nearly texts.
    '{"id": "\\u00d1", "detained": "no"}', '{"det\\u0061ined": "yes"}',
    '{"id": "\\ud83d\\ude00", "detained": "no"}', '{"family": "none", "family": []}',
    '{"family":"none","health":"unsure"}', '{"family" : "none"}', '{"family": "\\"none\\""}',
    '{"family": ["child_citizen_lpr;unsure"]}', '{"family": ["child_citizen_lpr", null]}',
    '{"family": [[]]}', '{"family": {"a": 1}}', '{"family": 0}', '{"detained": 1}',
    '{"id": 1e999, "detained": "no"}', '{"detained": "no",}', '{"detained": "no"} x',
    # The longest id, one that is longer, and one of blanks.
    f'{{"id": "{64 * "n"}", "detained": "no"}}', f'{{"id": "{65 * "n"}", "detained": "no"}}',
    '{"id": "  ", "detained": "no"}', '{"id": "a\u202eb", "detained": "no"}',
    '{"id": "half \udcff", "detained": "no"}',
    # A month, a year, a day that may be none, and dates that do not fit.
    '{"birth_date": "1990-02"}', '{"birth_date": "1990"}', '{"birth_date": "2026-13"}',
    '{"birth_date": "2001-02-29"}', '{"birth_date": "2000-02-29", "first_arrival_date": "1999"}',
    '{"birth_date": "2010-06", "first_arrival_date": "2010-05"}',
]  # fmt: skip


def _job(lines, kind="jsonl", output="json", language="en"):
    sheet, records = rows.people_of(io.StringIO("\n".join(lines) + "\n"), kind)
    return batch.Job(QUESTIONS, sheet, output, DAY, TONGUES[language]), records


def _both(lines, content, *how, **told):
    """What became of some lines in columns, and one by one."""
    job, records = _job(lines, *how, **told)
    assert can_be_in_columns(job)
    in_columns = _joined(list(LineScreening(job, content).screen(records)))
    job, records = _job(lines, *how, **told)
    return in_columns, _joined(list(batch.screen_rows(job, records, 1)))


def _joined(found):
    whole = {field.name: [] for field in fields(found[0])}
    for one in found:
        for name, so_far in whole.items():
            value = getattr(one, name)
            so_far += value if isinstance(value, list) else [value]
    whole["own_days"] = sum(whole["own_days"])
    return whole


@pytest.mark.slow
@pytest.mark.parametrize("unusual", [[], UNUSUAL], ids=["usual", "unusual"])
def test_lines_come_out_to_the_byte_as_one_by_one(content, unusual):
    lines = _lines()
    for number, line in enumerate(unusual):
        lines.insert(11 * number + 5, line)
    found, expected = _both(lines, content)
    assert found == expected


@pytest.mark.sampled(2)
@pytest.mark.slow
@pytest.mark.parametrize("line", UNUSUAL)
def test_an_unusual_line_comes_out_the_same(content, line):
    found, expected = _both([line, '{"detained": "yes"}'], content)
    assert found == expected


@pytest.mark.slow
@pytest.mark.parametrize("output", ["json", "csv"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_everybody_of_the_worked_cases_comes_out_to_the_byte(content, output, language):
    """People as lawyers write them: not sure, months and years, odd pairs, what is not reached."""
    reader = AnswerReader(content)
    lines = [
        json.dumps({"id": f"{number}", **_written(reader, case)})
        for number, case in enumerate(read_cases(QUESTIONS, reader))
    ]
    found, expected = _both(lines, content, output=output, language=language)
    assert found["warned"] and len({rank[0] for rank in found["ranks"]}) == len(LANES)
    assert found == expected


def _written(reader, case):
    return {fact: reader.write(fact, answer) for fact, answer in case.answers.items()}


@pytest.mark.slow
def test_refused_rows_among_many_are_told_with_their_own_lines(content):
    lines = _lines(3 * SMALLEST)
    bad = {
        7: '{"detained": "perhaps"}',
        130: "not JSON",
        131: "{}",
        300: '{"as_of": "x", "state": "CA"}',
    }
    for number, line in bad.items():
        lines.insert(number - 1, line)
    found, expected = _both(lines, content)
    assert [one.split(":")[0] for one in found["refused"]] == ["line 7", "line 130", "line 300"]
    assert found["empty"] == [131]
    assert found == expected


def test_before_the_end_rows_are_screened_one_by_one():
    job, _ = _job(_lines(1))
    assert can_be_in_columns(job) and not can_be_in_columns(replace(job, is_partial=True))


# ---------------------------------------------------------------- sheets


def _sheet(content, mark, count=300):
    """A sheet as a spreadsheet writes it, with an unnamed column, odd ids and empty rows."""
    names = ["id", *(question.id for question in content.questions), "as_of", ""]
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=mark, lineterminator="\n")
    writer.writerow(names)
    for number, row in enumerate(people(count, 43, DAY)):
        cells = {name: ";".join(cell) or "none" if isinstance(cell, list) else cell
                 for name, cell in row.items()}  # fmt: skip
        cells["id"] = ("", "=1+1", f"a{mark}b", f'"q" {number}', "ñ", str(number))[number % 6]
        writer.writerow([cells.get(name, "") for name in names])
    lines = sheet.getvalue().splitlines()
    lines.insert(40, mark * (len(names) - 1))
    lines.insert(90, f"x{mark}perhaps{mark}perhaps")
    lines.insert(200, "short")
    return lines


@pytest.mark.slow
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("output", ["csv", "json"])
def test_rows_of_a_sheet_come_out_to_the_byte_as_one_by_one(content, mark, output):
    found, expected = _both(_sheet(content, mark), content, "csv", output)
    assert len(found["lines"]) > 200 and found["refused"]
    assert found == expected


ROWS = [
    "x,yes,", "x,yes,\r", "x,yes", "x", ",,", " , ,", "x,yes,,", "x,yes,none,z", "x,yes\r,no",
    "x,yes,\r\r", 'x,"yes",', 'x,"yes,', 'x"y,yes,', '"x ""y""",yes,none', '"x\ny",yes,none',
    "x,yes,unsure", "x,yes,none;unsure", "x,yes,child_citizen_lpr; unsure", "x,YES, None ",
    "x\0,yes,", "x,\0,", "x\x0b,yes,", "é,no,", "\udcff,no,", "\ufeffx,no,", "'x,no,", "=x,no,",
    "x;yes;none", "-,1,[]", "x,yes,NULL", "NULL,NaN,", "#x,yes,none",
]  # fmt: skip


@pytest.mark.sampled(4)
@pytest.mark.slow
@pytest.mark.parametrize("row", [*ROWS, "\n".join(ROWS)], ids=repr)
@pytest.mark.parametrize("end", ["", "\r"], ids=["LF", "CRLF"])
def test_an_unusual_row_of_a_sheet_comes_out_the_same(content, row, end):
    lines = [f"{line}{end}" for line in ("id,detained,family", "a,no,none", row, "b,no,none")]
    for some in (lines, lines[:3]):
        found, expected = _both(some, content, "csv", "csv")
        assert found == expected


@pytest.mark.slow
@pytest.mark.parametrize("row", ["yes", " ", " yes", "x", '"yes"', '""', "\r"], ids=repr)
def test_a_sheet_of_one_column_comes_out_the_same(content, row):
    found, expected = _both(["detained", "no", row, "no"], content, "csv", "csv")
    assert found == expected


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("output", ["csv", "json"])
def test_lines_come_out_in_both_languages_to_the_byte(content, output, language):
    found, expected = _both(_lines(200), content, output=output, language=language)
    assert len(found["ranks"]) == len(found["lines"]) > 150
    assert found == expected
