"""Results of many people in words, as a list and as a workbook, and who comes first."""

import datetime
import io

import pytest

from interview.content import LANES, URGENCIES
from interview.files.batch import columns_of
from interview.files.result_book import result_workbook
from interview.files.result_words import ResultWords
from interview.files.urgency import rank_of
from interview.languages import read_languages, tongue_of
from interview.loading.folders import TRANSLATIONS

openpyxl = pytest.importorskip("openpyxl")

DAY = datetime.date(2026, 11, 30)


def tongue(language):
    return tongue_of(TRANSLATIONS, read_languages(TRANSLATIONS), language, "client")


@pytest.fixture
def screened(screening, reader):
    def screened(**written):
        return screening.screen(reader.read_all(written)[0], DAY)

    return screened


SEVERAL = {"travel_planned": "yes", "detained": "yes", "case_stage": "final_order",
           "any_arrest": "yes"}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "lane", "more"), [("en", "Red", "and {} more"), ("es", "Rojo", "y {} más")]
)
def test_a_result_in_words_names_the_most_urgent_flags_first(
    content, screened, language, lane, more
):
    result, said = screened(**SEVERAL), ResultWords(content, tongue(language))
    flags = {flag.id: flag for flag in content.flags}
    raised = sorted(result.raised(), key=lambda one: URGENCIES.index(flags[one].urgency))
    say = tongue(language).say
    names = [say(flags[one].name.on(DAY)) for one in raised[:3]]
    assert said.why(result) == "; ".join([*names, more.format(len(raised) - 3)])
    chips = {one.id: say(one.chip.on(DAY)) for one in content.wording.lanes}
    assert (said.lane(result.lane), said.how_soon(result)) == (lane, chips["red"])
    # What was said is said again.
    assert said.why(result) == said.why(screened(**SEVERAL))


def test_where_no_more_than_three_flags_are_raised_none_is_counted(content, screened):
    said = ResultWords(content, tongue("en"))
    result = screened(**{fact: "no" for fact in ("detained", "removal_date_set")})
    assert said.why(result).count(";") == min(len(result.raised()), 4) - 1
    quiet = result._replace(flags={})
    assert said.why(quiet) == ""


@pytest.mark.parametrize("days", [-400, -1, 0, 3, 60])
def test_the_nearest_deadline_ahead_says_who_comes_first_in_a_lane(screened, days):
    def due(offset):
        day = DAY.toordinal() + offset
        deadline = result.deadlines[0]._replace(date=deadline_date._replace(first=day, last=day))
        return rank_of(result._replace(deadlines=(deadline,)))

    result = screened(detained="no", fears_return="yes", last_entry_date="2026-01-05")
    deadline_date = result.deadlines[0].date
    lane = LANES.index(result.lane)
    place = list(result.flags).index(
        next(flag for flag in result.raised() if result.urgencies[flag] == "now")
    )
    assert due(days) == (lane, place, days if days >= 0 else 10_000_000)
    assert rank_of(result._replace(deadlines=())) == (lane, place, 10_000_000)
    # A day that may have come already is told as today.
    open_date = deadline_date._replace(first=1, last=DAY.toordinal())
    [*_, one] = [result.deadlines[0]._replace(date=open_date)]
    assert rank_of(result._replace(deadlines=(one,))) == (lane, place, 0)


def test_in_a_lane_the_most_urgent_comes_first_as_the_flags_stand(screened):
    held = screened(detained="yes", reports_to_ice="no")
    due = screened(detained="no", hearing_soon="yes", in_us_now="yes")
    assert held.lane == due.lane
    assert rank_of(held) < rank_of(due)


def test_a_workbook_of_results_has_colors_words_and_ids_and_no_formula(content):
    columns = columns_of(content.programs)
    tickets = ("=HYPERLINK(1)", "+1", "-1", "@x", "007", "a\uffffb")
    rows = [[ticket, lane, "soon", "why", *[""] * (len(columns) - 4)]
            for ticket, lane in zip(tickets, (*LANES, "red", "red"), strict=True)]  # fmt: skip
    file = result_workbook(content, tongue("es"), DAY, columns, rows)
    assert file == result_workbook(content, tongue("es"), DAY, columns, rows)
    sheet = openpyxl.load_workbook(io.BytesIO(file)).active
    assert sheet.title == "Resultados"
    assert [cell.value for cell in sheet[1]][:4] == ["Número", "Color", "Cuándo", "Por qué"]
    assert [cell.value for cell in sheet[2]] == columns
    found = list(sheet.iter_rows(min_row=3))
    assert [row[0].value for row in found] == [*tickets[:5], "a\ufffdb"]
    assert {row[0].data_type for row in found} == {"s"}
    assert [row[0].quotePrefix for row in found] == [True] * 4 + [False] * 2
    words = ["Rojo", "Naranja", "Amarillo", "Azul", "Rojo", "Rojo"]
    assert [row[1].value for row in found] == words
    assert len({row[1].fill.fgColor.rgb for row in found}) == len(LANES)
