"""The chronology for a lawyer: every dated answer once and in order, and what is not told."""

import datetime
import re
from dataclasses import replace

import pytest
from people import QUIET, people

from interview.languages import read_languages, tongue_of
from interview.loading import TRANSLATIONS
from interview.paper import KINDS, NoPaper, Order
from interview.paper.chronology.printed import chronology_data
from interview.rules import Interval
from interview.summary import Phrasing, gaps_in, lawyer_sheet

TODAY = datetime.date(2026, 11, 30)
LISTED = read_languages(TRANSLATIONS)
ENGLISH, SPANISH = (tongue_of(TRANSLATIONS, LISTED, code, "self") for code in ("en", "es"))
CROWD = 300
ENGLISH_WORDS = re.compile(r"\b(the|and|with|your|lawyer|answers?|because|before|person|years?)\b")


@pytest.fixture(scope="module")
def order(screening, reader):
    def order(written, tongue=ENGLISH, as_of=TODAY):
        answers, _ = reader.read_all(written)
        return Order(screening, tongue, as_of, screening.screen(answers, as_of))

    return order


@pytest.fixture(scope="module")
def crowd(order):
    return [order(written) for written in people(CROWD, 61, TODAY)]


def said(pieces):
    return "".join(piece["t"] for piece in pieces)


def rows(data, part):
    """The first two columns of a table: a date, and each thing that stands beside it."""
    return [(said(row[0]), [said(line) for line in row[1]]) for row in data[part]["rows"]]


def asked(one):
    """The questions that were put to somebody, with their answers; not who answers."""
    path = one.screening.path
    return [
        (question, one.result.answers.answer(question.id))
        for question in path.answered(one.result.answers)
        if question.unsure
    ]


# ---------------------------------------------------------------- dates


def test_every_dated_answer_stands_once_and_in_order(content, crowd):
    say = Phrasing(content, ENGLISH)
    for one in crowd:
        dated = [(q, given) for q, given in asked(one) if isinstance(given, Interval)]
        dated.sort(key=lambda entry: entry[1].first)
        wanted = [(say.date(given), q.short.to_self) for q, given in dated]
        table = rows(chronology_data(one), "by_date")
        assert [(date, what) for date, names in table for what in names] == wanted


def test_every_deadline_stands_with_its_day_and_the_days_left(content, crowd):
    names = {deadline.id: deadline.name for deadline in content.deadlines}
    told = 0
    for one in crowd:
        data = chronology_data(one)
        sheet = lawyer_sheet(one.screening, one.result, one.tongue)
        wanted = [ENGLISH.say(names[found.id].on(TODAY)) for found in one.result.deadlines]
        assert [beside[0] for _, beside in rows(data, "deadlines")] == wanted
        left = [said(row[2]) for row in data["deadlines"]["rows"]]
        assert left == [line.when for line in sheet.deadlines]
        for found, words in zip(one.result.deadlines, left, strict=True):
            days = found.date.first - TODAY.toordinal()
            assert (str(days) in words) == (days > 0)
            told += 1
    assert told > CROWD / 4


def test_the_days_left_are_counted(order):
    one = order({**QUIET, "case_stage": "final_order", "removal_order_date": "2026-11-20",
                 "reentered_after_order": "no"})  # fmt: skip
    table = chronology_data(one)["deadlines"]["rows"]
    assert [(said(row[0]), said(row[2])) for row in table] == [
        ("December 20, 2026", "in 20 days"),
        ("February 18, 2027", "in 80 days"),
    ]


# ---------------------------------------------------------------- what is not told


def test_every_answer_that_is_not_known_stands_in_its_list(crowd):
    for one in crowd:
        unsure = {q.short.to_self for q, given in asked(one) if given is None}
        items = [said(item) for item in chronology_data(one)["doubts"]["items"]]
        assert len(set(items)) == len(items)
        assert unsure <= set(items)


def test_every_date_that_was_given_in_part_is_named(content, crowd):
    words = content.papers.chronology
    for one in crowd:
        wanted = []
        for question, given in asked(one):
            if isinstance(given, Interval) and not given.is_one_day:
                lacks = words.no_day if given.last - given.first < 31 else words.no_month
                wanted.append((question.short.to_self, lacks.to_self))
        found = gaps_in(one.screening, one.result, ENGLISH).in_part
        assert [(line.what, line.answer) for line in found] == wanted


LATE = {"first_arrival_date": "2015-03-02", "last_entry_date": "2015-03-02"}
GAPS = {
    "no trip, here before": ({}, ["2001–2026"], [], False),
    "came later": (LATE, ["2016–2026"], [], False),
    "an order between": (
        {**LATE, "case_stage": "final_order", "removal_order_date": "2020-05"},
        ["2016–2019", "2021–2026"], [], False),
    "came this year": (
        {"first_arrival_date": "2026-03", "last_entry_date": "2026-03"}, [], [], False),
    "nobody knows since when": (
        {"first_arrival_date": "unsure"}, [], ["2007–2026"], True),
    "trips not known": (
        {"late_trips": "unsure"}, ["2001–2011"], ["2012–2026"], False),
}  # fmt: skip


@pytest.mark.parametrize("person", GAPS)
def test_the_years_without_a_dated_event_are_told(order, person):
    written, silent, unknown, is_arrival_unknown = GAPS[person]
    one = order({**QUIET, **written})
    found = gaps_in(one.screening, one.result, ENGLISH)
    assert (list(found.silent), list(found.unknown), found.is_arrival_unknown) == (
        silent, unknown, is_arrival_unknown,
    )  # fmt: skip


def test_no_year_of_a_dated_answer_is_called_silent(crowd):
    for one in crowd:
        silent = set()
        for run in gaps_in(one.screening, one.result, ENGLISH).silent:
            first, _, last = run.partition("–")
            silent.update(range(int(first), int(last or first) + 1))
        for _, given in asked(one):
            if isinstance(given, Interval):
                assert datetime.date.fromordinal(given.first).year not in silent


# ---------------------------------------------------------------- words and pages


def texts(data):
    """Every text of a form, whole."""
    if isinstance(data, dict):
        for part in data.values():
            yield from texts(part)
    elif isinstance(data, list) and data and isinstance(data[0], dict) and "t" in data[0]:
        yield "".join(piece["t"] for piece in data if piece.get("lang") != "en")
    elif isinstance(data, list):
        for part in data:
            yield from texts(part)


def test_a_spanish_chronology_has_no_english_left(crowd):
    for one in crowd:
        data = chronology_data(replace(one, tongue=SPANISH))
        for text in texts(data):
            assert not ENGLISH_WORDS.search(text), text


@pytest.mark.parametrize("voice", ["self", "client"])
@pytest.mark.parametrize("tongue", [ENGLISH, SPANISH], ids=["en", "es"])
def test_each_page_says_that_it_is_for_the_lawyer(order, content, tongue, voice):
    one = order(QUIET, replace(tongue, voice=voice))
    words = one.tongue.say(content.papers.chronology.foot).replace("*", "")
    data = chronology_data(one)
    assert said(data["only"]) == words
    assert said(data["foot"]).startswith(words)


def test_a_chronology_is_made_from_answers_in_one_language(order, screening):
    make = KINDS["chronology"].make[".pdf"]
    with pytest.raises(NoPaper):
        make(Order(screening, ENGLISH, TODAY))
    with pytest.raises(NoPaper):
        make(replace(order(QUIET), beside=SPANISH))
