"""What is asked back names the days that do not fit, and stands at the answer given last."""

import re

import pytest

from interview.rules import conditions as c
from interview.rules import facts

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# What the words leave out, and why.
NOT_NAMED = {
    ("two_years_of_papers_after_arrival", "last_entry_date"): "it is told where it is not known",
    ("daca_ends_too_early", "2014"): "the text says when DACA began, and for how long it was given",
}


def compared_years(condition):
    """The years of the fixed days that a condition compares with."""
    if isinstance(condition, c.Compare):
        for term in (condition.left, condition.right):
            while isinstance(term, c.MOVED):
                term = term.of
            if isinstance(term, c.Literal):
                yield term.text[:4]
    for part in c.parts(condition):
        yield from compared_years(part)


@pytest.fixture(scope="module")
def asked(content):
    return {question.id: number for number, question in enumerate(content.questions)}


def test_an_oddity_stands_at_the_answer_that_is_asked_last(content, asked):
    for oddity in content.oddities:
        assert oddity.about == max(facts(oddity.condition), key=asked.get), oddity.id


def test_an_oddity_names_every_date_that_was_given(content):
    dates = {question.id for question in content.questions if question.type == "date"}
    missing = [
        (oddity.id, fact)
        for oddity in content.oddities
        for fact in facts(oddity.condition)
        if fact in dates and f"{{{fact}}}" not in oddity.text.to_self
    ]
    assert [one for one in missing if one not in NOT_NAMED] == []


def test_an_oddity_names_the_days_that_the_law_compares_with(content):
    missing = [
        (oddity.id, year)
        for oddity in content.oddities
        for year in compared_years(oddity.condition)
        if year not in YEAR.findall(oddity.text.to_self)
    ]
    assert [one for one in missing if one not in NOT_NAMED] == []


def test_an_oddity_says_no_day_by_pointing_at_it(content):
    pointing = re.compile(r"\b(that day|those (?:days|years)|that date)\b")
    assert [o.id for o in content.oddities if pointing.search(o.text.to_self)] == []
