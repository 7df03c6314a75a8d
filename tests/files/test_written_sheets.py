"""Sheets as clinics write them, made here of public habits: what is read, and what is refused."""

import datetime
import io
import tracemalloc
import unicodedata
import zipfile

import openpyxl
import pytest

from interview.files.sheets import SheetError, SheetReader
from interview.languages import read_languages, translations
from interview.loading.folders import TRANSLATIONS

LATER = datetime.datetime(1987, 6, 15)


class Words:
    """The headings and the labels of the content, in English and in Spanish."""

    def __init__(self, content):
        self._spanish = translations(TRANSLATIONS, "es")
        self.questions = {question.id: question for question in content.questions}
        self.labels = content.wording.labels

    def es(self, text):
        return self._spanish[text.to_self]

    def short(self, fact):
        return self.questions[fact].short.to_self

    def corto(self, fact):
        return self.es(self.questions[fact].short)

    def label(self, fact, value):
        return self.questions[fact].label(value).to_self

    def etiqueta(self, fact, value):
        return self.es(self.questions[fact].label(value))


@pytest.fixture(scope="module")
def words(content):
    return Words(content)


@pytest.fixture(scope="module")
def reader(content):
    return SheetReader(content, read_languages(TRANSLATIONS), TRANSLATIONS)


def book(*rows, change=lambda sheet: None, more=()):
    """A workbook with these rows, and sheets of others beside it."""
    made = openpyxl.Workbook()
    sheet = made.active
    for row in rows:
        sheet.append(row)
    change(sheet)
    for title, rows_beside in more:
        beside = made.create_sheet(title)
        for row in rows_beside:
            beside.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def lines(*rows, mark=",", end="\r\n"):
    return end.join(mark.join(row) for row in rows) + end


def shown_as(cell, number_format):
    def change(sheet):
        sheet[cell].number_format = number_format

    return change


def apart(text):
    """A text whose accents stand behind their letters, as some keyboards write them."""
    return unicodedata.normalize("NFD", text)


def merged(cells):
    return lambda sheet: sheet.merge_cells(cells)


BIRTH = "birth_date"
# A title; the sheet, of the words of the content; the order that is said; the answers of each row.
READ = [
    ("headings and states in words", lambda w: lines(
        [w.short("state"), w.short(BIRTH)], ["California", "1987-06-15"]), None,
     [{"state": "CA", BIRTH: "1987-06-15"}]),
    ("semicolons, as a Spanish spreadsheet saves", lambda w: lines(
        [w.corto("state"), w.corto("detained")], ["Texas", "Sí"], mark=";"), None,
     [{"state": "TX", "detained": "yes"}]),
    ("tabs", lambda w: lines([w.short("state"), w.short("detained")], ["TX", "n"], mark="\t"),
     None, [{"state": "TX", "detained": "no"}]),
    ("pipes", lambda w: lines([w.short("state"), w.short("detained")], ["TX", "x"], mark="|"),
     None, [{"state": "TX", "detained": "yes"}]),
    ("a line that names the mark", lambda w: "sep=;\r\n" + lines(
        ["state", w.short("detained")], ["TX", "0"], mark=";"), None,
     [{"state": "TX", "detained": "no"}]),
    ("UTF-8 with its mark", lambda w: "\ufeff" + lines(
        [w.corto("state"), w.corto("detained")], ["tx", "no sé"]), None,
     [{"state": "tx", "detained": "unsure"}]),
    ("UTF-16 of Excel's Unicode text", lambda w: lines(
        [w.corto("state"), w.corto("detained")], ["Texas", "sí"], mark="\t").encode("utf-16"),
     None, [{"state": "TX", "detained": "yes"}]),
    ("UTF-16 without a mark", lambda w: lines(
        ["State", w.short("detained")], ["Texas", "1"], mark="\t").encode("utf-16-be"),
     None, [{"state": "TX", "detained": "yes"}]),
    ("Windows-1252", lambda w: lines(
        [w.corto("state"), w.corto("detained")], ["Texas", "SÍ"]).encode("cp1252"), None,
     [{"state": "TX", "detained": "yes"}]),
    ("accents in parts, spaces that do not break, capitals", lambda w: lines(
        [apart(w.corto("detained")).upper(), w.short("state").replace(" ", "\xa0")],
        [apart("Sí"), "\xa0texas\xa0"]), None, [{"detained": "yes", "state": "TX"}]),
    ("punctuation about a heading", lambda w: lines(
        [f"* {w.short('state')}:", f"{w.short('detained')}?"], ["Puerto Rico", "Y"]), None,
     [{"state": "PR", "detained": "yes"}]),
    ("a heading that is the whole question", lambda w: lines(
        [w.questions["detained"].ask.to_client, w.es(w.questions["state"].ask)], ["No", "D.C."]),
     None, [{"detained": "No", "state": "DC"}]),
    ("a heading in two languages, with the id", lambda w: lines(
        [f"{w.short(BIRTH)} / {w.corto(BIRTH)}", "State (state)"], ["1987-06", "TX"]), None,
     [{BIRTH: "1987-06", "state": "TX"}]),
    ("title rows, empty rows and columns", lambda w: lines(
        ["Saturday at the church", "", ""], ["", "", ""],
        ["", w.short("state"), w.short("detained")],
        ["", "", ""], ["", "TX", "no"], ["", "", ""], ["", "CA", ""]), None,
     [{"state": "TX", "detained": "no"}, {"state": "CA"}]),
    ("words with the ids beneath, and again on the next page", lambda w: lines(
        [w.short("state"), w.short("detained")], ["state", "detained"], ["TX", "no"],
        [w.short("state"), w.short("detained")], ["CA", "yes"]), None,
     [{"state": "TX", "detained": "no"}, {"state": "CA", "detained": "yes"}]),
    ("an own number, and a day of one's own", lambda w: lines(
        ["Ticket", "as of", w.short("state")], ["12", "6/30/2015", "TX"]), None,
     [{"id": "12", "as_of": "2015-06-30", "state": "TX"}]),
    ("not sure in many words", lambda w: lines(
        ["detained", "in_us_now", "hearing_soon", "reports_to_ice", "fears_return",
         "removal_date_set"],
        ["?", "Not sure", "No sé", w.labels.unsure.to_self, "I don’t know", w.es(w.labels.unsure)]),
     None, [dict.fromkeys(["detained", "in_us_now", "hearing_soon", "reports_to_ice",
                           "fears_return", "removal_date_set"], "unsure")]),
    ("empty is not said", lambda w: lines([w.short("state"), w.short("detained")], ["TX", "  "]),
     None, [{"state": "TX"}]),
    ("lists by ; by , and by line, labels with commas in them", lambda w: (
        f'"{w.short("health")}","{w.short("family")}"\n'
        f'"{w.label("health", "pregnant")}, {w.etiqueta("health", "disability")}",'
        f'"{w.label("family", "spouse_citizen_lpr")}\n'
        f'- {w.label("family", "parent_citizen_lpr")}"\n'
        f'"pregnant; nursing","{w.labels.none_of_these.to_self}"\n'), None,
     [{"health": "pregnant;disability", "family": "spouse_citizen_lpr;parent_citizen_lpr"},
      {"health": "pregnant; nursing", "family": "none"}]),
    ("every choice of one by its label", lambda w: lines(
        [w.short("case_stage"), w.corto("last_entry_manner")],
        ['"' + w.label("case_stage", "no_case") + '"',
         '"' + w.etiqueta("last_entry_manner", "without_inspection") + '"']), None,
     [{"case_stage": "no_case", "last_entry_manner": "without_inspection"}]),
    ("dates in words", lambda w: lines(
        [w.short(BIRTH), w.short("last_entry_date")],
        ["June 2007", "15 de junio de 2007"], ['"June 15, 2007"', "15-jun-2007"],
        ["junio del 2007", "1st of Sept. 2007"], ["ENERO 2007", "3 setiembre 2007"]), None,
     [{BIRTH: "2007-06", "last_entry_date": "2007-06-15"},
      {BIRTH: "2007-06-15", "last_entry_date": "2007-06-15"},
      {BIRTH: "2007-06", "last_entry_date": "2007-09-01"},
      {BIRTH: "2007-01", "last_entry_date": "2007-09-03"}]),
    ("days that computers count, and moments", lambda w: lines(
        [w.short(BIRTH), w.short("last_entry_date")],
        ["39248", "2007-06-15 00:00:00"], ["2007/6/15", "2007-06-15T10:30:00Z"],
        ["20070615", "6/15/2007 12:00:00 AM"], ["6/2007", "15.6.2007 10:30"]), None,
     [{BIRTH: "2007-06-15", "last_entry_date": "2007-06-15"}] * 3
     + [{BIRTH: "2007-06", "last_entry_date": "2007-06-15"}]),
    ("one row settles the month first for its column", lambda w: lines(
        [w.short(BIRTH)], ["6/7/1990"], ["6/15/2007"], ["5/5/2001"]), None,
     [{BIRTH: "1990-06-07"}, {BIRTH: "2007-06-15"}, {BIRTH: "2001-05-05"}]),
    ("each column has an order of its own", lambda w: lines(
        [w.short(BIRTH), w.short("last_entry_date")], ["6/7/1990", "6/7/1990"],
        ["6/15/1990", "15/6/1990"]), None,
     [{BIRTH: "1990-06-07", "last_entry_date": "1990-07-06"},
      {BIRTH: "1990-06-15", "last_entry_date": "1990-06-15"}]),
    ("the heading says the order", lambda w: lines(
        [f"{w.corto(BIRTH)} (dd/mm/aaaa)"], ["6/7/1990"]), None, [{BIRTH: "1990-07-06"}]),
    ("the order is said", lambda w: lines([w.short(BIRTH)], ["6/7/1990"]), "dmy",
     [{BIRTH: "1990-07-06"}]),
    ("the order is said the other way", lambda w: lines([w.short(BIRTH)], ["6/7/1990"]), "mdy",
     [{BIRTH: "1990-06-07"}]),
    ("a workbook with its own dates and truths", lambda w: book(
        ["Sign-up"], [w.short(BIRTH), w.short("detained"), w.short("last_entry_date")],
        [LATER, True, 39248], [1987, False, datetime.date(2007, 6, 15)]), None,
     [{BIRTH: "1987-06-15", "detained": "true", "last_entry_date": "2007-06-15"},
      {BIRTH: "1987", "detained": "false", "last_entry_date": "2007-06-15"}]),
    ("a date of a workbook that shows no day", lambda w: book(
        [w.short(BIRTH)], [datetime.datetime(2007, 6, 1)], change=shown_as("A2", "mmm-yy")), None,
     [{BIRTH: "2007-06"}]),
    ("a merged title, a hidden sheet of lists, numbers with a point", lambda w: book(
        ["Clinic of Saturday", None], ["id", w.short("detained")], [7.0, 1.0],
        change=merged("A1:B1"), more=[("Notes", [["state", w.short("state")]])]), None,
     [{"id": "7", "detained": "yes"}]),
]  # fmt: skip


def name_of(case):
    return case[0] if isinstance(case, tuple) else ""


@pytest.mark.parametrize("case", READ, ids=name_of)
def test_what_a_clinic_writes_is_read(case, reader, words, content):
    _, made, dates, expected = case
    found = list(_opened(reader, made(words), dates).rows())
    assert [(row.answers, row.refused) for row in found] == [(one, ()) for one in expected]


def _opened(reader, data, dates=None):
    return reader.open(data.encode() if isinstance(data, str) else data, dates)


ASK = "Add --dates mdy where the month does, or --dates dmy"
HOW = "Write 2007-06-15, or 2007-06, or 2007"
# A title; the sheet; the order that is said; the row, and how each refusal of it begins and ends.
REFUSED_ROWS = [
    ("a month or a day of a year", lambda w: lines([w.short(BIRTH)], ["jun-07"]), None,
     'column A, "{birth}": "jun-07" can be a day or a year', HOW),
    ("a year of two digits", lambda w: lines([w.short(BIRTH)], ["6/15/07"]), None,
     'column A, "{birth}": "6/15/07" has a year of two digits', HOW),
    ("a day that does not exist", lambda w: lines([w.short(BIRTH)], ["30/2/1990"]), None,
     'column A, "{birth}": "30/2/1990" does not exist', "the month and the year"),
    ("an order against the one said", lambda w: lines([w.short(BIRTH)], ["15/6/1990"]), "mdy",
     'column A, "{birth}": "15/6/1990" cannot have the month first', HOW),
    ("about a year", lambda w: lines([w.short(BIRTH)], ["about 2007"]), None,
     'column A, "{birth}": "about 2007" is not a date', HOW),
    ("a span of years", lambda w: lines([w.short(BIRTH)], ["2007-2008"]), None,
     'column A, "{birth}": "2007-2008" is not a date', HOW),
    ("a state that is none", lambda w: lines(["State"], ["Texs"]), None,
     'column A, "State": "Texs" is no answer here. Did you mean "texas"?', "or unsure"),
    ("maybe", lambda w: lines([w.short("detained")], ["maybe"]), None,
     'column A, "{detained}": "maybe" is no answer here', "Allowed: yes, no, or unsure"),
    ("yes to a question of many answers", lambda w: lines([w.short("late_trips")], ["Yes"]), None,
     'column A, "{trips}": "Yes" is no answer here', "or unsure"),
    ("none and something", lambda w: lines(
        [w.short("health"), "state"], ["none; pregnant", "TX"]), None,
     'column A, "{health}": "none; pregnant" says none and something else', "what is true"),
    ("a formula without a value", lambda w: book([w.short("state")], ["=A9"]), None,
     'column A, "{state}": a formula stands here', "in a spreadsheet and save it"),
    ("one cell for two people", lambda w: book(
        [w.short("state")], ["TX"], [None], change=merged("A2:A3")), None,
     'column A, "{state}": this cell is merged', "each person's answer"),
    ("an error of the spreadsheet", lambda w: book([w.short("state")], ["#REF!"]), None,
     'column A, "{state}": the spreadsheet shows an error here', "Write the answer itself"),
    ("a date that shows no year", lambda w: book(
        [w.short(BIRTH)], [datetime.datetime(2026, 6, 7)], change=shown_as("A2", "d-mmm")), None,
     'column A, "{birth}": this date shows no year', "Write 2007-06-15"),
    ("a year that became a day of 1905", lambda w: book(
        [w.short(BIRTH)], [1990], change=shown_as("A2", "yyyy-mm-dd")), None,
     'column A, "{birth}": this is a day of 1905', "as a text"),
    ("dates that a spreadsheet turned round", lambda w: book(
        [w.short(BIRTH)], ["15/6/1990"], [datetime.datetime(1990, 7, 6)]), None,
     'column A, "{birth}": this cell is a date, and others in the column are texts', "2007-06-15"),
    ("a phone in a column of answers", lambda w: lines([w.short("state")], ["555-010-0199"]), None,
     'column A, "{state}": what stands here looks like a number of a person', "or unsure"),
    ("more cells than headings", lambda w: lines([w.short("state"), "id"], ["TX", "7", "8"]), None,
     "3 cells, and the headings have only 2 columns", "Look at the quotes"),
    ("a quote that is not closed", lambda w: f'{w.short("state")},id\n"TX,7\n', None,
     'a quote (") is opened here and never closed', "Close it"),
    ("a row of a name alone", lambda w: lines(["Name", w.short("state")], ["Ana Sol", ""]), None,
     "nothing stands in the columns that are read", "delete it"),
]  # fmt: skip


@pytest.mark.parametrize("case", REFUSED_ROWS, ids=name_of)
def test_what_is_unclear_is_refused_by_its_column_with_what_to_do(case, reader, words):
    _, made, dates, begins, ends = case
    facts = {"birth": BIRTH, "detained": "detained", "trips": "late_trips", "health": "health"}
    shown = {name: words.short(fact) for name, fact in (facts | {"state": "state"}).items()}
    begins = begins.format(**{name: _shortened(text) for name, text in shown.items()})
    rows = list(_opened(reader, made(words), dates).rows())
    [[message]] = [[*map(str, row.refused)] for row in rows if row.refused]
    assert (message[: len(begins)], message[-len(ends) :]) == (begins, ends)


def _shortened(text):
    return text if len(text) <= 60 else f"{text[:60]}…"


def test_where_rows_of_a_column_do_not_agree_only_what_is_unclear_is_refused(reader, words):
    text = lines([words.short(BIRTH)], ["15/6/1990"], ["6/15/1990"], ["6/7/1990"], ["1990"])
    rows = list(_opened(reader, text).rows())
    assert [row.answers.get(BIRTH) for row in rows] == ["1990-06-15", "1990-06-15", None, "1990"]
    assert "do not agree if the month or the day stands first" in str(rows[2].refused[0])


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (200 * 2**20))
    return file.getvalue()


# A title; a sheet of which nobody is read; what is said.
REFUSED_SHEETS = [
    ("no row settles the order", lambda w: lines([w.short(BIRTH)], ["6/7/1990"], ["1/2/2003"]),
     'row 2, column A, "{birth}": "6/7/1990" can be two days, and no row of this column shows if '
     f"the month or the day stands first. {ASK}"),
    ("no headings", lambda w: "hello\nyou\n", "no row has headings that are known"),
    ("two columns that ask the same", lambda w: lines(["state", w.short("state")], ["TX", "CA"]),
     'row 1: column A, "state" and column B, "{state}" ask the same. Keep one'),
    ("a slip of the pen in a heading", lambda w: lines(["detaned", w.short("state")], ["y", "CA"]),
     'row 1: column A, "detaned": there is no such question. Did you mean "detained"?'),
    ("an old workbook, or a password", lambda w: b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(600),
     "this workbook is of an old kind, or has a password"),
    ("a broken workbook", lambda w: b"PK\x03\x04 and no more", "this is no workbook that can be"),
    ("a workbook that no program made", lambda w: book(["state"], ["TX"]).replace(
        b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xaf"), "this is no workbook that can be"),
    ("a bomb", lambda w: bomb(), "this workbook unpacks to far more than it holds"),
    ("a picture", lambda w: b"\x89PNG\r\n\x1a\n\0\0\0\x90\x81\x8d", "this is no text that a"),
    ("people in two sheets", lambda w: book(
        ["state", "detained"], ["TX", "no"],
        more=[("Sunday", [["state", "detained"], ["CA", "no"]])]),
     'people stand in more than one sheet: "Sheet", "Sunday". Keep one'),
]  # fmt: skip


@pytest.mark.parametrize("case", REFUSED_SHEETS, ids=name_of)
def test_a_sheet_of_which_nobody_can_be_read_says_what_to_do(case, reader, words):
    _, made, expected = case
    expected = expected.format(birth=words.short(BIRTH), state=words.short("state"))
    with pytest.raises(SheetError) as raised:
        _opened(reader, made(words))
    assert str(raised.value)[: len(expected)] == expected


def test_every_heading_and_every_answer_is_read_by_its_id_and_its_label(reader, words):
    for fact, question in words.questions.items():
        written = [
            (text, value.id)
            for value in question.values_taken
            for text in (value.id, value.label.to_self, words.es(value.label).upper())
        ]
        rows = [f'"{text}"' for text, _ in written]
        for heading in (fact.upper(), words.short(fact), words.corto(fact)):
            found = _opened(reader, lines([f'"{heading}"'], *([row] for row in rows))).rows()
            read = [
                row.answers.get(fact, "; ".join(map(str, row.refused))).casefold() for row in found
            ]
            assert read == [value.casefold() for _, value in written]


def test_columns_of_people_are_not_read_and_others_are_named_once(reader, words):
    text = lines(
        ["Name", "Notes", "Contact", "Who", words.short("state"), "id"],
        ["Ana", "tall", "555-010-0199", "Ana Sol", "TX", "A012 345 678"],
        ["Ben", "", "ben@example.org", "Ben de la Luz", "CA", "A012345679"],
    )
    sheet = _opened(reader, text)
    assert [row.answers for row in sheet.rows()] == [{"state": "TX"}, {"state": "CA"}]
    people = [told.partition(" looks like")[0] for told in sheet.told if "looks like" in told]
    assert people == [
        'column A, "Name"', 'column C, "Contact"', 'column D, "Who"', 'column F, "id"',
    ]  # fmt: skip
    assert sheet.told[-1] == (
        "columns that no question has, not read. What stands in them counts for nothing:\n"
        '  column B, "Notes"'
    )
    assert "Ana" not in "".join(sheet.told)


def test_each_change_is_told_with_its_place(reader, words):
    text = lines(["Saturday"], ["", words.short("state")], ["", "Texas"], ["", "TX"])
    changes = [str(change) for row in _opened(reader, text).rows() for change in row.changes]
    assert changes == [f'row 3, column B, "{words.short("state")}": "Texas" taken as TX']


def test_a_row_keeps_its_number_below_a_cell_of_two_lines(reader, words):
    text = f'"{words.short("state")}"\n"Tex\nas"\nMars\n'
    assert [row.number for row in _opened(reader, text).rows()] == [2, 3]


@pytest.mark.slow
def test_ten_thousand_rows_of_a_workbook_stay_within_bounds(reader, words):
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet()
    sheet.append(["Ticket", words.short("state"), words.short(BIRTH), words.short("detained")])
    for number in range(10_000):
        sheet.append([number, "Texas", LATER, "No"])
    file = io.BytesIO()
    made.save(file)
    tracemalloc.start()
    count = sum(1 for _ in _opened(reader, file.getvalue()).rows())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"10,000 rows of .xlsx: {peak / 2**20:.1f} MB")
    assert (count, peak < 25 * 2**20) == (10_000, True)


def test_a_heading_that_none_has_is_told_with_the_one_it_may_mean(reader, words, content):
    """Nothing is taken for another question; every heading that is near one is told at once."""
    question = next(one for one in content.questions if one.id == "hearing_soon")
    [first, *rest] = words.short(question.id).split()
    text = lines([words.short("state"), f"my {' '.join([*rest, first])} now"], ["TX", "yes"])
    sheet = _opened(reader, text)
    assert [row.answers for row in sheet.rows()] == [{"state": "TX"}]
    assert f'a heading that is read: "{words.short(question.id)}"' in sheet.told[-1]
    near = [words.short(fact)[:-1] for fact in ("hearing_soon", "fears_return")]
    with pytest.raises(SheetError) as refused:
        _opened(reader, lines([words.short("state"), *near], ["TX", "yes", "no"]))
    assert len(str(refused.value).splitlines()) == 2


@pytest.mark.parametrize("heading", ["#", "№", "No.", "Ticket #", "Nº de turno", "Folio"])
def test_the_number_that_a_clinic_gives_is_echoed(reader, words, heading):
    sheet = _opened(reader, lines([heading, words.short("state")], ["7", "TX"]))
    assert [row.answers for row in sheet.rows()] == [{"id": "7", "state": "TX"}]
