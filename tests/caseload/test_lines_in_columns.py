"""JSON lines of many people give the same bytes in columns as one by one."""

import csv
import datetime
import io
import json
from dataclasses import fields

import pytest
from people import people

from interview.caseload.lines import LineScreening, can_be_in_columns
from interview.files import batch, rows
from interview.languages import read_languages, tongue_of
from interview.loading import QUESTIONS, TRANSLATIONS

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
]  # fmt: skip


def _job(lines, kind="jsonl", output="json", language="en"):
    sheet, records = rows.people_of(io.StringIO("\n".join(lines) + "\n"), kind)
    return batch.Job(QUESTIONS, sheet, output, DAY, TONGUES[language]), records


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
    job, records = _job(lines)
    assert can_be_in_columns(job)
    found = _joined(list(LineScreening(job, content).screen(records)))
    job, records = _job(lines)
    assert found == _joined(list(batch.screen_rows(job, records, 1)))


@pytest.mark.slow
@pytest.mark.parametrize("line", UNUSUAL)
def test_an_unusual_line_comes_out_the_same(content, line):
    job, records = _job([line, '{"detained": "yes"}'])
    found = _joined(list(LineScreening(job, content).screen(records)))
    job, records = _job([line, '{"detained": "yes"}'])
    assert found == _joined(list(batch.screen_rows(job, records, 1)))


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
    lines = _sheet(content, mark)
    job, records = _job(lines, "csv", output)
    found = _joined(list(LineScreening(job, content).screen(records)))
    assert len(found["lines"]) > 200 and found["refused"]
    job, records = _job(lines, "csv", output)
    assert found == _joined(list(batch.screen_rows(job, records, 1)))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("output", ["csv", "json"])
def test_lines_come_out_in_both_languages_to_the_byte(content, output, language):
    job, records = _job(_lines(200), output=output, language=language)
    found = _joined(list(LineScreening(job, content).screen(records)))
    assert len(found["ranks"]) == len(found["lines"]) > 150
    job, records = _job(_lines(200), output=output, language=language)
    assert found == _joined(list(batch.screen_rows(job, records, 1)))
