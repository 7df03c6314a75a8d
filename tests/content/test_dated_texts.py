"""Texts that say something else as of later days: what is said when, and what is refused."""

import datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from interview.content.model import DatedText, Source

READ = TypeAdapter(DatedText)
CITED = TypeAdapter(Source)
THREE = [
    {"text": "Always."},
    {"from": "2025-01-20", "text": "Later."},
    {"from": "2026-07-17", "self": "You now.", "client": "The person now."},
]


def said(text, day):
    found = text.on(datetime.date.fromisoformat(day))
    return found and (found.said_to("self"), found.said_to("client"))


@pytest.mark.parametrize(
    ("day", "sentences"),
    [
        ("0001-01-01", ("Always.", "Always.")),
        ("2025-01-19", ("Always.", "Always.")),
        ("2025-01-20", ("Later.", "Later.")),
        ("2026-07-16", ("Later.", "Later.")),
        ("2026-07-17", ("You now.", "The person now.")),
        ("9999-12-31", ("You now.", "The person now.")),
    ],
)
def test_the_latest_text_on_or_before_the_day_is_said_in_both_voices(day, sentences):
    assert said(READ.validate_python(THREE), day) == sentences


@pytest.mark.parametrize(
    "written",
    [
        {"from": "2025-01-20", "text": "New."},
        [{"from": "2025-01-20", "text": "New."}],
        {"from": "2025-01-20", "self": "New.", "client": "New."},
    ],
    ids=str,
)
def test_a_text_with_a_first_day_is_not_said_before_it(written):
    text = READ.validate_python(written)
    assert [said(text, "2025-01-19"), said(text, "2025-01-20")] == [None, ("New.", "New.")]


def test_a_text_without_days_is_said_on_every_day():
    text = READ.validate_python({"self": "You.", "client": "The person."})
    assert (text.is_dated, said(text, "2015-06-15")) == (False, ("You.", "The person."))


def test_a_dated_text_is_never_said_without_its_day():
    with pytest.raises(TypeError, match="hangs on the day: Always"):
        READ.validate_python(THREE).said_to("self")


def test_every_sentence_of_all_days_and_voices_is_listed_once():
    assert READ.validate_python(THREE).both() == (
        "Always.", "Later.", "You now.", "The person now.",
    )  # fmt: skip


ORDER = "each text after the first has a from: day, later than the one before"
PAIR = "write one sentence for everybody, or two: self: ... and client: ..."


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ([], "a dated text is a list of at least one text"),
        (["Always."], "a dated text lists from: DATE with text:, or with self: and client:"),
        ([{"text": "A."}, {"text": "B."}], ORDER),
        ([{"from": "2025-01-20", "text": "A."}, {"text": "B."}], ORDER),
        ([{"text": "A."}, {"from": "2025-02-01", "text": "B."},
          {"from": "2025-01-01", "text": "C."}], ORDER),
        ([{"text": "A."}, {"from": "2025-02-01", "text": "B."},
          {"from": "2025-02-01", "text": "C."}], ORDER),
        ([{"text": "A.", "self": "B.", "client": "C."}], PAIR),
        ([{"self": "B."}], PAIR),
        ([{"text": ""}], PAIR),
        ({"text": "A."}, PAIR),
        ({"from": "2025-01-20"}, PAIR),
        ({"from": "2025-02-29", "text": "A."},
         'from: "2025-02-29" is no date. Write 2015-06-15'),
        ({"from": "2025-02", "text": "A."}, 'from: "2025-02" is no date. Write 2015-06-15'),
    ],
    ids=str,
)  # fmt: skip
def test_a_shape_that_says_nothing_clear_is_refused_with_what_to_write(written, message):
    with pytest.raises(ValidationError) as refused:
        READ.validate_python(written)
    assert [error["msg"] for error in refused.value.errors()] == [f"Value error, {message}"]


def test_a_source_may_be_cited_from_a_day_on():
    [citation] = CITED.validate_python([{"advisory": "p. 7", "from": "2025-01-20"}])
    assert (citation.document, citation.pinpoint, citation.since) == (
        "advisory", "p. 7", datetime.date(2025, 1, 20),
    )  # fmt: skip


@pytest.mark.parametrize(
    "written", [{"from": "2025-01-20"}, {"a": "1", "b": "2"}, {"a": "1", "from": "2025"}], ids=str
)
def test_a_source_with_no_document_or_two_or_no_day_is_refused(written):
    with pytest.raises(ValidationError):
        CITED.validate_python([written])
