"""The sign-up sheet: what it offers comes back as the answers that people chose."""

import datetime
import io
import zipfile

import pytest
from people import people
from spoken import COMPLETE

from interview.files.sign_up import BETWEEN, FIRST_ROW, IDS_ROW, NOTE_ROW, WORDS_ROW
from interview.files.sign_up import sign_up_workbook as made
from interview.languages import read_languages, tongue_of, without_marks
from interview.loading.folders import TRANSLATIONS
from interview.rules import dates

openpyxl = pytest.importorskip("openpyxl")

DAY = datetime.date(2026, 11, 30)
FACTS = ("short", "all")


def tongue(language):
    return tongue_of(TRANSLATIONS, read_languages(TRANSLATIONS), language, "client")


@pytest.fixture(scope="module")
def sheets(content):
    """Every sign-up sheet: the file, by its language and facts."""
    return {
        (language, facts): made(content, tongue(language), facts)
        for language in COMPLETE
        for facts in FACTS
    }


def opened(file):
    return openpyxl.load_workbook(io.BytesIO(file))


def cells_of(sheet, row):
    return [cell.value for cell in sheet[row]]


def asked(content, facts):
    short = content.papers.sign_up.short
    return [one for one in content.questions if facts == "all" or one.id in short]


# ---------------------------------------------------------------- what stands in it


@pytest.mark.parametrize("facts", FACTS)
@pytest.mark.parametrize("language", COMPLETE)
def test_headings_are_words_with_the_ids_beneath_and_no_column_is_for_a_name(
    content, sheets, language, facts
):
    say = tongue(language).say
    people_sheet = opened(sheets[language, facts]).worksheets[0]
    words = content.papers.sign_up
    questions = asked(content, facts)
    assert cells_of(people_sheet, NOTE_ROW)[0] == without_marks(say(words.no_name))
    assert cells_of(people_sheet, WORDS_ROW) == [
        say(words.columns.ticket), *(without_marks(say(one.short)) for one in questions),
    ]  # fmt: skip
    assert cells_of(people_sheet, IDS_ROW) == ["id", *(one.id for one in questions)]
    assert people_sheet.max_row == IDS_ROW
    assert people_sheet.freeze_panes == f"B{FIRST_ROW}"


def labels_in(book):
    """The labels of each fact that the sheet of answers lists, with their ids."""
    found = {}
    for fact, answer, label in book.worksheets[2].iter_rows(min_row=3, values_only=True):
        assert label not in found.setdefault(fact, {}), "a label stands for one answer only"
        found[fact][label] = answer
    return found


@pytest.mark.parametrize("language", COMPLETE)
def test_each_column_offers_its_answers_and_dates_are_dates(content, sheets, language):
    book = opened(sheets[language, "all"])
    sheet, answers = book.worksheets[0], labels_in(book)
    checks = {
        str(one.sqref).partition(":")[0]: one for one in sheet.data_validations.dataValidation
    }
    for cell in sheet[FIRST_ROW - 1][1:]:
        fact = next(one for one in content.questions if one.id == cell.value)
        check = checks[f"{cell.column_letter}{FIRST_ROW}"]
        shown_as = sheet.column_dimensions[cell.column_letter].number_format
        if fact.type == "date":
            assert shown_as == {"day": "yyyy-mm-dd", "month": "yyyy-mm"}[fact.precision]
            assert (check.type, check.showErrorMessage) == ("custom", True)
            continue
        tab, place = check.formula1.rsplit("!", 1)
        assert tab == f"'{book.sheetnames[2]}'"
        offered = [one.value for (one,) in book.worksheets[2][place.replace("$", "")]]
        assert offered == list(answers[fact.id])
        taken = [*fact.value_ids, *(["none"] if fact.type == "choices" else []),
                 *(["unsure"] if fact.unsure else [])]  # fmt: skip
        assert list(answers[fact.id].values()) == taken
        assert not any(BETWEEN in label for label in offered)
        # A list takes more than one: what is not offered is not refused there.
        assert (check.type, check.showErrorMessage) == ("list", fact.type != "choices")


@pytest.mark.parametrize("facts", FACTS)
@pytest.mark.parametrize("language", COMPLETE)
def test_a_second_sheet_explains_each_column(content, sheets, language, facts):
    say = tongue(language).say
    rows = list(opened(sheets[language, facts]).worksheets[1].iter_rows(values_only=True))
    explained = {row[1]: row for row in rows if row[1]}
    for question in asked(content, facts):
        column, _, ask, counts, answers = explained[question.id]
        said = [without_marks(say(text)) for text in (question.hint, question.more) if text]
        assert (column, ask) == tuple(
            without_marks(say(text)) for text in (question.short, question.ask)
        )
        assert counts == ("\n".join(said) or None)
        assert all(without_marks(say(one.label)) in answers for one in question.values_taken)


# ---------------------------------------------------------------- what the file does not tell


def test_the_file_says_nothing_of_who_made_it_and_when_and_is_the_same_each_time(content, sheets):
    file = sheets["en", "short"]
    assert made(content, tongue("en"), "short") == file
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(parts.read(name) for name in parts.namelist())
    for trace in (b"creator", b"dcterms", b"lastModifiedBy", b"openpyxl"):
        assert trace not in everything
    assert b"<f>" not in everything


# ---------------------------------------------------------------- there and back


def fill(book, answers, written):
    """Fill people in as somebody does who chooses labels; what is not known to them stays empty."""
    sheet = book.worksheets[0]
    label_of = {
        fact: {answer: label for label, answer in labels.items()}
        for fact, labels in labels_in(book).items()
    }
    columns = {cell.value: cell.column for cell in sheet[IDS_ROW]}
    for row, person in enumerate(written, start=FIRST_ROW):
        sheet.cell(row, 1, f"{row}")
        for fact, answer in person.items():
            if fact in columns:
                sheet.cell(row, columns[fact], cell_of(label_of.get(fact), answer))


def cell_of(label_of, answer):
    if isinstance(answer, list):
        return f"{BETWEEN} ".join(label_of[one] for one in answer) or label_of["none"]
    if label_of is not None:
        return label_of[answer]
    # A whole day is a date; a month, a year and "unsure" are texts.
    is_day = len(str(answer)) == len("2007-06-15")
    return datetime.date.fromisoformat(answer) if is_day else str(answer)


def read_back(book):
    """What stands in the sheet, in ids: as little of a reader as will do."""
    sheet, labels = book.worksheets[0], labels_in(book)
    facts = cells_of(sheet, IDS_ROW)
    for cells in sheet.iter_rows(min_row=FIRST_ROW, values_only=True):
        yield {
            fact: id_of(labels.get(fact), value)
            for fact, value in zip(facts, cells, strict=True)
            if value is not None and fact != "id"
        }


def id_of(labels, value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if labels is None:
        return value
    chosen = [labels[one.strip()] for one in value.split(BETWEEN)]
    return BETWEEN.join(chosen)


@pytest.mark.parametrize("language", COMPLETE)
def test_forty_people_come_back_as_they_were_filled_in(content, reader, sheets, language):
    everybody = list(people(40, 17, DAY))
    book = opened(sheets[language, "all"])
    fill(book, reader, everybody)
    file = io.BytesIO()
    book.save(file)
    found = list(read_back(opened(file.getvalue())))
    assert len(found) == 40
    for before, after in zip(everybody, found, strict=True):
        assert reader.read_all(after) == reader.read_all(before)


def test_a_day_that_a_spreadsheet_makes_of_a_year_is_refused_there(sheets):
    """2007 in a cell of dates is the 2007th day of the calendar of spreadsheets, in 1905."""
    sheet = opened(sheets["en", "short"]).worksheets[0]
    [check, *_] = [one for one in sheet.data_validations.dataValidation if one.type == "custom"]
    first = str(check.sqref).partition(":")[0]
    assert check.formula1 == f"OR(ISTEXT({first}),{first}>=7306)"
    assert datetime.date(1899, 12, 30) + datetime.timedelta(days=7_306) == datetime.date(1920, 1, 1)
    assert dates.parse("2007-06").first < dates.parse("2007-06").last
