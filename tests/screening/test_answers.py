"""What a person or a file may write for each type of question, and how the rest is refused."""

import datetime
from types import SimpleNamespace

import pytest

from interview.rules.dates import parse
from interview.screening.answers import AnswerError, AnswerReader


@pytest.mark.parametrize(
    ("fact", "written", "answer"),
    [
        ("detained", "yes", "yes"),
        ("detained", "no", "no"),
        ("detained", " YES ", "yes"),
        ("detained", True, "yes"),
        ("detained", False, "no"),
        ("detained", "true", "yes"),
        ("detained", "False", "no"),
        ("detained", "unsure", None),
        ("detained", "Unsure ", None),
        ("detained", "", None),
        ("detained", None, None),
        ("answering_for", "client", "client"),
        ("case_stage", "final_order", "final_order"),
        ("case_stage", " Final_Order", "final_order"),
        ("early_trips", "none", "none"),
        ("immigration_status", "none", "none"),
        ("state", "TX", "TX"),
        ("state", "tx ", "TX"),
        ("state", "mp", "MP"),
        ("state", "unsure", None),
        ("birth_date", "1994-03-10", parse("1994-03-10")),
        ("birth_date", "1994-03", parse("1994-03")),
        ("birth_date", "1994", parse("1994")),
        ("birth_date", 1994, parse("1994")),
        ("birth_date", datetime.date(1994, 3, 10), parse("1994-03-10")),
        ("birth_date", "unsure", None),
        ("birth_date", "", None),
    ],
)
def test_one_answer_is_read_whatever_its_case_and_outer_spaces(reader, fact, written, answer):
    assert reader.read(fact, written) == answer


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        (["dui"], {"dui"}),
        ("dui", {"dui"}),
        ("dui;firearm", {"dui", "firearm"}),
        (" DUI ; Firearm ;", {"dui", "firearm"}),
        (["dui", "dui"], {"dui"}),
        (["dui", "unsure"], {"dui", "unsure"}),
        ("unsure;dui", {"dui", "unsure"}),
        ([], set()),
        ("none", set()),
        (["none"], set()),
        (" None ", set()),
    ],
)
def test_a_list_of_choices_is_read_from_a_list_or_from_one_cell(reader, written, answer):
    assert reader.read("significant_offenses", written) == frozenset(answer)


@pytest.mark.parametrize(
    "written", [None, "", " ", "unsure", ["unsure"], ["Unsure "], ";", [None], [""]]
)
def test_an_empty_cell_and_unsure_alone_are_not_known_and_not_none(reader, written):
    assert reader.read("significant_offenses", written) is None


@pytest.mark.parametrize("written", [["dui", None], ["dui", ""], ["dui", "unsure"]])
def test_a_blank_beside_a_value_leaves_the_others_open(reader, written):
    assert reader.read("significant_offenses", written) == frozenset({"dui", "unsure"})


@pytest.mark.parametrize("written", ["dui;", ["dui"], "dui"])
def test_a_semicolon_at_the_end_of_a_cell_is_no_answer(reader, written):
    assert reader.read("significant_offenses", written) == frozenset({"dui"})


OFFENSES = (
    "Allowed: a list of any of domestic_violence, sexual_abuse, burglary, firearm, "
    "drug_distribution, dui, unsure; none, or [] in a file, means none"
)
SOME = "Allowed: answering_for, in_us_now, detained, and all that `interview map` lists"
DATE = "Write 2007-06-15, or 2007-06, or 2007"


@pytest.mark.parametrize(
    ("fact", "written", "message"),
    [
        ("detained", "maybe", '"maybe" is no answer here. Allowed: yes, no, or unsure'),
        ("detained", 1, '"1" is no answer here. Allowed: yes, no, or unsure'),
        ("detained", ["yes"], "write one value, not a list. Allowed: yes, no, or unsure"),
        ("detained", {}, "write one value, not a group of keys. Allowed: yes, no, or unsure"),
        ("detained", 1.0,
         "write one value, not a number with a point. Allowed: yes, no, or unsure"),
        ("answering_for", "unsure", '"unsure" is no answer here. Allowed: self, client'),
        ("answering_for", "me", '"me" is no answer here. Allowed: self, client'),
        ("case_stage", "ordered",
         '"ordered" is no answer here. Allowed: no_case, nta_received, in_proceedings, final_order,'
         " or unsure"),
        ("case_stage", True,
         '"true" is no answer here. Allowed: no_case, nta_received, in_proceedings, final_order,'
         " or unsure"),
        ("state", "Texas",
         '"Texas" is no answer here. Allowed: a two-letter state or territory of the United States,'
         " or unsure"),
        ("state", "ZZ",
         '"ZZ" is no answer here. Allowed: a two-letter state or territory of the United States,'
         " or unsure"),
        ("birth_date", "15/06/1994", f'"15/06/1994" is not a date. {DATE}'),
        ("birth_date", "1994-02-29",
         "1994-02-29 does not exist. Check the day, the month and the year"),
        ("birth_date", "none", f'"none" is not a date. {DATE}'),
        ("birth_date", ["1994"],
         "write one value, not a list. Allowed: 2007-06-15, 2007-06 or 2007, or unsure"),
        ("significant_offenses", "theft", f'"theft" is no answer here. {OFFENSES}'),
        ("significant_offenses", ["dui", "theft"],
         f'"theft" is no answer here. {OFFENSES}'),
        ("significant_offenses", ["none", "dui"],
         '"none" cannot stand beside another value: none, dui'),
        ("significant_offenses", "none;unsure",
         '"none" cannot stand beside another value: none, unsure'),
        ("significant_offenses", True, f"write a list, not this. {OFFENSES}"),
        ("significant_offenses", {"dui": "yes"}, f"write a list, not a group of keys. {OFFENSES}"),
        ("significant_offenses", [["dui"]], f"\"['dui']\" is no answer here. {OFFENSES}"),
        ("detaned", "yes", 'there is no question "detaned". Did you mean "detained"?'),
        ("name", "Ana", 'there is no question "name". ' + SOME),
        ("", "yes", 'there is no question "". ' + SOME),
    ],
)  # fmt: skip
def test_what_a_question_does_not_take_is_refused_with_what_it_takes(
    reader, fact, written, message
):
    with pytest.raises(AnswerError) as refused:
        reader.read(fact, written)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("length", "repeated"), [(60, "x" * 60), (61, "x" * 60 + "…"), (600, "x" * 60 + "…")]
)
def test_a_message_repeats_no_more_than_60_letters_of_an_answer(reader, length, repeated):
    with pytest.raises(AnswerError) as refused:
        reader.read("detained", "x" * length)
    assert str(refused.value) == f'"{repeated}" is no answer here. Allowed: yes, no, or unsure'


@pytest.mark.parametrize("kind", ["choice", "state"])
def test_only_a_question_of_yes_or_no_takes_true_and_false(content, kind):
    questions = [question.model_copy(update={"type": kind}) for question in content.questions]
    reader = AnswerReader(SimpleNamespace(questions=questions))
    for written in ("true", "false", True, False):
        with pytest.raises(AnswerError, match=r"is no answer here\. Allowed: "):
            reader.read("detained", written)


def test_the_same_spelling_is_read_the_same_the_second_time(reader):
    """True and 1 are equal as keys, and must not be taken for each other."""
    assert reader.read("detained", True) == "yes"
    for _ in range(2):
        with pytest.raises(AnswerError):
            reader.read("detained", 1)
    assert [reader.read("birth_date", "1994") for _ in range(2)] == [parse("1994")] * 2


def test_a_person_is_read_the_same_the_second_time_whatever_was_read_before(reader):
    written = {"significant_offenses": ["dui"], "birth_date": 1994, "detained": True}
    read = {
        "significant_offenses": frozenset({"dui"}), "birth_date": parse("1994"), "detained": "yes",
    }  # fmt: skip
    assert [reader.read_all(written) for _ in range(2)] == [(read, [])] * 2
    grouped, refused = reader.read_all({"significant_offenses": {"dui": "yes"}})
    assert (grouped, [fact for fact, _ in refused]) == ({}, ["significant_offenses"])


def test_every_wrong_answer_of_a_person_is_named_at_once(reader):
    answers, refused = reader.read_all({"detained": "yes", "state": "XX", "birth": "1994"})
    assert answers == {"detained": "yes"}
    assert [fact for fact, _ in refused] == ["state", "birth"]


def test_every_value_of_every_question_is_taken(content, reader):
    for question in content.questions:
        for value in question.value_ids:
            taken = reader.read(question.id, value)
            assert taken == (frozenset({value}) if question.type == "choices" else value)


def test_unsure_is_offered_everywhere_but_where_the_wording_depends_on_it(content):
    assert [question.id for question in content.questions if not question.unsure] == [
        "answering_for"
    ]
