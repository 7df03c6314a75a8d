"""Packed visits: every state of every fact comes back, and every visit is as long as any other."""

import datetime
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import people

from interview.content.folders import ROOT
from interview.loading import read_text
from interview.rules import UNSURE, Interval, dates
from interview.screening.fact_states import FIRST_YEAR, LAST_YEAR, states_of
from interview.screening.packing import (
    Carried,
    PackedEdition,
    PackedFact,
    Packing,
    PackingError,
    UnknownEdition,
    UnpackingError,
    edition_of,
)

LANGUAGES = ("en", "es")
MARKS = ("both", "asked")
YEARS, ENDS = (FIRST_YEAR, 2000, 2007, LAST_YEAR), ("01-01", "01-31", "02-28", "12-31")
DAYS = [f"{year}-{end}" for year in YEARS for end in ENDS]
DATES = [dates.parse(day[:known]) for day in [*DAYS, "2000-02-29"] for known in (10, 7, 4)]


@pytest.fixture(scope="module")
def edition(content):
    return edition_of(content, LANGUAGES, MARKS)


@pytest.fixture(scope="module")
def packing(edition):
    return Packing(edition)


def answers_to(question):
    """Every answer that a question takes; of dates, those at the edges."""
    if question.type == "date":
        return [None, *DATES]
    if question.type != "choices":
        return [None, *question.value_ids]
    values = [*question.value_ids, UNSURE]
    sizes = range(len(values) + 1)
    chosen = [frozenset(some) for n in sizes for some in itertools.combinations(values, n)]
    return [None, *(some for some in chosen if some != {UNSURE})]


# ---------------------------------------------------------------- every state comes back


def test_every_answer_to_every_question_comes_back_alone_and_has_the_length_of_all(
    content, packing
):
    for question in content.questions:
        for answer in answers_to(question):
            carried = Carried({question.id: answer}, "en")
            packed = packing.pack(carried)
            assert packing.unpack(packed) == carried
            assert len(packed) == packing.length


def test_what_was_not_said_is_told_from_what_is_not_sure(content, packing):
    for question in content.questions:
        assert packing.unpack(packing.pack(Carried({}, "en"))).answers == {}
        unsure = packing.pack(Carried({question.id: None}, "en"))
        assert packing.unpack(unsure).answers == {question.id: None}


def test_every_day_month_and_year_of_two_centuries_is_a_state_of_its_own():
    states = states_of("date", (), (FIRST_YEAR, LAST_YEAR))
    days = range(datetime.date(1900, 1, 1).toordinal(), datetime.date(2100, 12, 31).toordinal() + 1)
    years = range(1900, 2101)
    months = [f"{year}-{month:02}" for year in years for month in range(1, 13)]
    known = [None, *map(dates.parse, (*map(str, years), *months)), *(Interval(d, d) for d in days)]
    assert [states.number(date) for date in known] == list(range(states.size))
    assert [states.answer(number) for number in range(states.size)] == known


def _visits(content):
    answers = {q.id: st.sampled_from(answers_to(q)) for q in content.questions}
    return st.builds(
        Carried,
        st.fixed_dictionaries({}, optional=answers),
        st.sampled_from(LANGUAGES),
        st.sampled_from(["self", "client"]),
        st.frozensets(st.sampled_from(MARKS)),
    )


def test_any_answers_together_come_back_on_and_off_the_path(content, packing):
    @given(_visits(content))
    def comes_back(carried):
        packed = packing.pack(carried)
        assert packing.unpack(packed) == carried
        assert len(packed) == packing.length

    comes_back()


TYPES = {"yes_no": 2, "choice": 9, "state": 60, "choices": 9, "date": 0}


@st.composite
def _made_up(draw):
    """An edition of any facts, and answers to them."""
    kinds = draw(st.lists(st.sampled_from([*TYPES]), max_size=12))
    facts, answers = [], {}
    for n, kind in enumerate(kinds):
        values = [f"v{v}" for v in range(draw(st.integers(0, TYPES[kind])))]
        facts.append(PackedFact(f"f{n}", kind, tuple(values)))
        several = st.frozensets(st.sampled_from([*values, UNSURE])).filter(lambda s: s != {UNSURE})
        given_answer = {"date": st.sampled_from(DATES), "choices": several}.get(
            kind, st.sampled_from(values) if values else st.none()
        )
        if draw(st.booleans()):
            answers[f"f{n}"] = draw(given_answer | st.none())
    marks = tuple(f"m{m}" for m in range(draw(st.integers(0, 20))))
    has = st.frozensets(st.sampled_from(marks)) if marks else st.just(frozenset())
    edition = PackedEdition(tuple(facts), ("en",), marks=marks)
    return edition, Carried(answers, "en", "self", draw(has))


@given(_made_up())
def test_any_facts_are_packed_not_only_those_of_this_content(made_up):
    edition, carried = made_up
    packing = Packing(edition)
    packed = packing.pack(carried)
    assert packing.unpack(packed) == carried
    assert len(packed) == packing.length


# ---------------------------------------------------------------- one length for everybody


def _examples():
    folder = ROOT / "questions" / "examples"
    lines = (folder / "people.jsonl").read_text("utf-8").splitlines()
    texts = [*lines, (folder / "person.yaml").read_text("utf-8")]
    for text in texts:
        person = dict(read_text(text, "an example").data)
        yield {fact: said for fact, said in person.items() if fact not in ("id", "as_of")}


def test_all_example_people_and_a_crowd_have_one_length_and_come_back(content, reader):
    # Made-up people have dates on the edges of the calendar too.
    calendar = (datetime.MINYEAR, datetime.MAXYEAR)
    packing = Packing(edition_of(content, LANGUAGES, MARKS, calendar))
    crowd = people(200, 16, datetime.date(2026, 11, 23))
    for written in [*_examples(), *crowd]:
        answers, refused = reader.read_all(written)
        assert refused == []
        packed = packing.pack(Carried(answers, "es", "client", frozenset(MARKS)))
        assert packing.unpack(packed).answers == answers
        assert len(packed) == packing.length


@pytest.mark.parametrize("marks", [(), tuple(f"oddity {n}" for n in range(20))])
def test_a_visit_takes_less_than_fifty_bytes(content, marks):
    assert Packing(edition_of(content, LANGUAGES, marks)).length < 50


# ---------------------------------------------------------------- answers as a file has them


def test_every_answer_is_written_as_the_reader_reads_it(content, reader):
    for question in content.questions:
        for answer in answers_to(question):
            assert reader.read(question.id, reader.write(question.id, answer)) == answer


# ---------------------------------------------------------------- what is refused

SMALL = PackedEdition(
    (PackedFact("born", "date", ()), PackedFact("held", "yes_no", ("yes", "no")),
     PackedFact("crimes", "choices", ("dui", "gun"))),
    ("en", "es"), marks=("both",),
)  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        ({"born": dates.parse("1899-12-31")},
         {"born": "1899 is too far away. Only years from 1900 to 2100 can be carried"}),
        ({"born": dates.parse("2101")},
         {"born": "2101 is too far away. Only years from 1900 to 2100 can be carried"}),
        ({"born": dates.parse("0001-01")},
         {"born": "0001 is too far away. Only years from 1900 to 2100 can be carried"}),
        ({"born": dates.parse("9999-12-31")},
         {"born": "9999 is too far away. Only years from 1900 to 2100 can be carried"}),
        ({"born": Interval(730_000, 730_002)}, {"born": "this is no day, no month and no year"}),
        ({"born": "2007"}, {"born": '"2007" is no date'}),
        ({"held": "maybe"},
         {"held": '"maybe" is no answer here. Allowed: yes, no, or unsure'}),
        ({"held": frozenset(["yes"])},
         {"held": "\"frozenset({'yes'})\" is no answer here. Allowed: yes, no, or unsure"}),
        ({"crimes": "dui"},
         {"crimes": '"dui" is no answer here. Allowed: dui, gun, or unsure'}),
        ({"crimes": frozenset(["theft"])},
         {"crimes": "\"frozenset({'theft'})\" is no answer here. Allowed: dui, gun, or unsure"}),
        ({"crimes": frozenset([UNSURE])},
         {"crimes": "\"frozenset({'unsure'})\" is no answer here. Allowed: dui, gun, or unsure"}),
        ({"color": "red"}, {"color": "there is no such fact"}),
        ({"color": "red", "held": "maybe", "born": "x"},
         {"color": "there is no such fact", "born": '"x" is no date',
          "held": '"maybe" is no answer here. Allowed: yes, no, or unsure'}),
    ],
)  # fmt: skip
def test_answers_that_cannot_be_packed_are_refused_all_at_once(answers, problems):
    with pytest.raises(PackingError) as refused:
        Packing(SMALL).pack(Carried(answers, "en"))
    assert refused.value.problems == problems


@pytest.mark.parametrize(
    ("carried", "problem"),
    [
        (Carried({}, "fr"), 'language: there is no language "fr". Known: en, es'),
        (Carried({}, "en", "nobody"), 'voice: there is no voice "nobody". Known: self, client'),
        (Carried({}, "en", "self", frozenset(["late"])), "marks: there is no mark late"),
    ],
)
def test_a_language_a_voice_or_a_mark_of_no_edition_is_refused(carried, problem):
    with pytest.raises(PackingError) as refused:
        Packing(SMALL).pack(carried)
    assert str(refused.value) == problem


PACKED = Packing(SMALL).pack(Carried({"held": "no"}, "es"))


@pytest.mark.parametrize(
    ("packed", "kind", "message"),
    [
        (b"", UnknownEdition, "packed by another edition"),
        (PACKED[:2], UnknownEdition, "packed by another edition"),
        (b"\0\0\0" + PACKED[3:], UnknownEdition, "packed by another edition"),
        (PACKED[:-1], UnpackingError, "this has 6 bytes, and a visit has 7. Copy all of it"),
        (PACKED + b"\0", UnpackingError, "this has 8 bytes, and a visit has 7. Copy all of it"),
        (PACKED[:3] + b"\xff" * 4, UnpackingError, "this is no visit: some of it was changed"),
    ],
)
def test_bytes_that_are_no_visit_of_this_edition_are_refused(packed, kind, message):
    with pytest.raises(UnpackingError, match=message) as refused:
        Packing(SMALL).unpack(packed)
    assert type(refused.value) is kind


@given(st.binary(min_size=4, max_size=4))
def test_whatever_bytes_are_taken_are_the_only_ones_of_their_visit(number):
    packing, packed = Packing(SMALL), SMALL.code + number
    try:
        carried = packing.unpack(packed)
    except UnpackingError:
        return
    assert packing.pack(carried) == packed


# ---------------------------------------------------------------- editions

BORN, HELD, CRIMES = SMALL.facts
OTHERS = {
    "a fact less": {"facts": (BORN, HELD)},
    "a fact more": {"facts": (*SMALL.facts, PackedFact("state", "state", ("CA",)))},
    "another order of the facts": {"facts": (HELD, BORN, CRIMES)},
    "another name of a fact": {"facts": (replace(BORN, id="arrived"), HELD, CRIMES)},
    "another type": {"facts": (BORN, replace(HELD, type="choices"), CRIMES)},
    "a value more": {"facts": (BORN, HELD, replace(CRIMES, values=("dui", "gun", "drug")))},
    "another order of the values": {"facts": (BORN, HELD, replace(CRIMES, values=("gun", "dui")))},
    "another name of a value": {"facts": (BORN, HELD, replace(CRIMES, values=("dui", "guns")))},
    "a language more": {"languages": ("en", "es", "fr")},
    "a mark more": {"marks": ("both", "late")},
    "a voice more": {"voices": ("self", "client", "letter")},
    "other years": {"years": (1900, 2101)},
}


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS.keys())
def test_what_another_edition_packed_is_refused(change):
    other = Packing(replace(SMALL, **change))
    with pytest.raises(UnknownEdition, match="Answer the questions again"):
        other.unpack(PACKED)


def test_the_words_of_the_questions_and_the_law_may_change_within_an_edition(content, edition):
    quiet = {
        name: part.model_copy(
            update={"questions": tuple(q.model_copy(update={"asked_if": None, "hint": q.ask})
                                       for q in part.questions)}
        )
        for name, part in content.parts.items()
    }  # fmt: skip
    assert edition_of(replace(content, parts=quiet, flags=()), LANGUAGES, MARKS) == edition
    assert edition_of(content, LANGUAGES, MARKS).code == edition.code
