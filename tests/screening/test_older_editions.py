"""A slip of an older edition opens under today's questions: by fact and value, and no guess."""

import contextlib
from dataclasses import replace

import pytest
from people import people

from interview.loading import read_packed_editions
from interview.loading.folders import QUESTIONS
from interview.rules import UNSURE
from interview.screening import (
    AnswerReader,
    Carried,
    Packing,
    PackingError,
    SlipReader,
    UnknownEdition,
    as_data,
    edition_of,
    from_data,
)
from interview.screening.packing import PackedFact

LANGUAGES = ("en", "es")


@pytest.fixture(scope="module")
def today(content):
    return edition_of(content, LANGUAGES)


def changed(edition, **facts):
    """An edition with some facts as they were: a list of values, or None for no such fact."""
    kept = []
    for fact in edition.facts:
        values = facts.pop(fact.id, fact.values)
        kept += [] if values is None else [replace(fact, values=tuple(values))]
    added = [PackedFact(id, "yes_no", tuple(values)) for id, values in facts.items()]
    return replace(edition, facts=(*added, *reversed(kept)))


def opened(old, today, **answers):
    """The answers of a slip that an old edition packed, under today's."""
    packed = Packing(old).pack(Carried(answers, "es", "client"))
    found = SlipReader(today, lambda: [old]).unpack(packed)
    assert (found.language, found.voice) == ("es", "client")
    return found.answers


def some(*values):
    return frozenset(values)


CASES = {
    "as it was": ({}, {"detained": "yes", "state": "TX"}, {"detained": "yes", "state": "TX"}),
    "a new question is not answered": ({"detained": None}, {"state": "TX"}, {"state": "TX"}),
    "a question that is gone": ({"was_here": ("yes", "no")},
                                {"was_here": "yes", "detained": None}, {"detained": None}),
    "a value that is gone": ({"case_stage": ("no_case", "parked")}, {"case_stage": "parked"}, {}),
    "a value that is left": ({"case_stage": ("no_case", "parked")},
                             {"case_stage": "no_case"}, {"case_stage": "no_case"}),
    "nobody said no to a new value": ({"family": ("spouse_citizen_lpr",)},
                                      {"family": some("spouse_citizen_lpr")},
                                      {"family": some("spouse_citizen_lpr", UNSURE)}),
    "none of a shorter list": ({"family": ("spouse_citizen_lpr",)},
                               {"family": some()}, {"family": None}),
    "all that was ticked is gone": ({"family": ("cousin",)}, {"family": some("cousin")}, {}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_an_answer_stands_where_its_question_still_takes_it(today, name):
    facts, answers, expected = CASES[name]
    assert opened(changed(today, **facts), today, **answers) == expected


def test_the_order_of_the_questions_changes_nothing(content, today):
    reader, turned = AnswerReader(content), replace(today, facts=today.facts[::-1])
    opened_again = 0
    for written in people(50, 16, content.law.last_legal_check):
        answers, _ = reader.read_all(written)
        # Some of the made-up people have a year that no slip holds.
        with contextlib.suppress(PackingError):
            assert opened(turned, today, **answers) == answers
            opened_again += 1
    assert opened_again > 40


def test_a_slip_of_an_edition_that_nobody_knows_is_refused_in_a_sentence(today):
    packed = Packing(changed(today, detained=None)).pack(Carried({}, "en"))
    with pytest.raises(UnknownEdition, match="another edition of the questions: too old, or newer"):
        SlipReader(today).unpack(packed)


def test_an_edition_comes_back_from_its_file_and_a_changed_one_is_refused(today):
    data = as_data(today)
    assert from_data(data) == today
    data["facts"]["detained"] = ["yes_no", "no", "yes"]
    with pytest.raises(ValueError, match="is not what it was"):
        from_data(data)


def test_the_newest_edition_that_travels_is_the_one_of_today(today):
    assert from_data(read_packed_editions(QUESTIONS)[0]) == today
